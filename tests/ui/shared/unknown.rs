// 1 error

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(shared("JOB_DENIED", "JOB_DENIDE"))]
enum JobError {
    #[error("failed")]
    #[api(code = "JOB_DENIED", status = 403)]
    A,
    #[error("failed")]
    #[api(code = "JOB_DENIED", status = 404)]
    B,
}

fn main() {}
