// 1 error

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum JobError {
    #[error("expired")]
    #[api(code = "JOB_EXPIRED", status = 410, code = "JOB_GONE")]
    Expired,
}

fn main() {}
