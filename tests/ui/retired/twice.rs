// 1 error

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(retired("JOB_PAUSED", "JOB_HELD", "JOB_PAUSED"))]
enum JobError {
    #[error("lost")]
    #[api(code = "JOB_LOST", status = 404)]
    Lost,
}

fn main() {}
