// 4 errors

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum JobError {
    #[error("failed")]
    #[api(code = "JOB_DENIED", status = 403)]
    A,
    #[error("failed")]
    #[api(code = "JOB_DENIED", status = 403)]
    B,
    #[error("failed")]
    #[api(code = "JOB_DENIED", status = 403)]
    C,
    #[error("failed")]
    #[api(code = "JOB_DENIED", status = 403)]
    D,
}

fn main() {}
