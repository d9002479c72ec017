// 1 error

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(retired("JOB_PAUSED", "JOB_HELD"))]
enum JobError {
    #[error("paused")]
    #[api(code = "JOB_PAUSED", status = 409)]
    Paused,
}

fn main() {}
