// 1 error

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(shared("JOB_DENIED"))]
enum JobError {
    #[error("failed")]
    #[api(code = "JOB_DENIED", status = 403)]
    A,
}

fn main() {}
