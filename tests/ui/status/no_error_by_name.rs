// 1 error

use errcode::ApiError;

use errcode::http::StatusCode;

#[derive(Debug, thiserror::Error, ApiError)]
enum JobError {
    #[error("expired")]
    #[api(code = "JOB_EXPIRED", status = StatusCode::NO_CONTENT)]
    Expired,
}

fn main() {}
