// 1 error

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(prefix = "JOB_", retired("PAUSED", "JOB_HELD"))]
enum JobError {
    #[error("lost")]
    #[api(code = "JOB_LOST", status = 404)]
    Lost,
}

fn main() {}
