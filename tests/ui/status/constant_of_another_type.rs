// 1 error

use errcode::ApiError;

const GONE: u16 = 410;

#[derive(Debug, thiserror::Error, ApiError)]
enum JobError {
    #[error("expired")]
    #[api(code = "JOB_EXPIRED", status = GONE)]
    Expired,
}

fn main() {}
