// 1 error

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum JobError {
    #[error("failed")]
    #[api(code = "JOB_LOST", status = errcode::http::StatusCode::Gone)]
    Lost,
}

fn main() {}
