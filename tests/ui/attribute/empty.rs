// 5 errors

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api()]
enum JobError {
    #[error("expired")]
    #[api]
    Expired,
    #[error("lost")]
    #[api()]
    #[api(code = "JOB_LOST", status = 404)]
    Lost(#[api] u8),
    #[error("late")]
    #[api = "JOB_LATE"]
    Late,
}

fn main() {}
