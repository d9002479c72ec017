// 2 errors

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum JobError {
    #[error("late")]
    #[api(code = "JOB_LATE", status = 408, header("X-Limit", "1"), header("X-Limit", "2"))]
    Late(#[api(header = "x-limit")] u64),
}

fn main() {}
