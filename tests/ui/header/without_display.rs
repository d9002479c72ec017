// 1 error

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum JobError {
    #[error("late")]
    #[api(code = "JOB_LATE", status = 408)]
    Late(#[api(header = "X-Limit")] Vec<u8>),
}

fn main() {}
