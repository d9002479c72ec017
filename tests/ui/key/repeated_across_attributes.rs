// 1 error

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum JobError {
    #[error("expired")]
    #[api(code = "JOB_EXPIRED", status = 410)]
    #[api(retryable = false)]
    #[api(status = 404)]
    Expired,
}

fn main() {}
