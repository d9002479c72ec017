// 1 error

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum JobError {
    #[error("expired")]
    Expired,
    #[error("lost")]
    #[api(code = "JOB_LOST", status = 404)]
    Lost,
}

fn main() {}
