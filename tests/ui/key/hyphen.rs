// 1 error

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum JobError {
    #[error("failed")]
    #[api(code = "JOB_BUSY", status = 429, retry-after = 5)]
    Busy,
}

fn main() {}
