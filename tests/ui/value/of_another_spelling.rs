// 3 errors

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum JobError {
    #[error("failed")]
    #[api(code = "JOB_LOST", status = 404, retryable = True)]
    Lost,
    #[error("failed")]
    #[api(code = "JOB_GONE", status = "410 Gone")]
    Gone,
    #[error("failed")]
    #[api(code = "JOB_SUM", status = 400 + 10)]
    Sum,
}

fn main() {}
