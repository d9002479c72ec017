// 2 errors

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum JobError {
    #[error("expired")]
    #[api(code = "JOB_EXPIRED" status = 410 retryable = false, resolution = "wait")]
    Expired,
}

fn main() {}
