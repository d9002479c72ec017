// 1 error

use errcode::{ApiError, catalog};

#[derive(Debug, thiserror::Error, ApiError)]
pub enum JobError {
    #[error("expired")]
    #[api(code = "JOB_EXPIRED", status = 404)]
    Expired,
    #[error("paused")]
    #[api(code = "JOB_PAUSED", status = 409)]
    Paused,
}

catalog!(pub static CODES = [JobError], lock = "../../../../tests/data/locks/released.lock");

fn main() {}
