// 2 errors

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum JobError {
    #[error("expired")]
    #[api(code = "JOB_GONE", status = 410)]
    Expired,
    #[error("lost")]
    #[api(code = "JOB_LOST", status = 404)]
    Lost,
    #[error("removed")]
    #[api(code = "JOB_GONE", status = 410)]
    Removed,
}

fn main() {}
