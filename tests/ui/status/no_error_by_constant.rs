// 1 error

use errcode::ApiError;

use errcode::http::StatusCode;

const MOVED: StatusCode = StatusCode::MOVED_PERMANENTLY;

#[derive(Debug, thiserror::Error, ApiError)]
enum JobError {
    #[error("expired")]
    #[api(code = "JOB_EXPIRED", status = MOVED)]
    Expired,
}

fn main() {}
