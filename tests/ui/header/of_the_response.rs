// 3 errors

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum JobError {
    #[error("late")]
    #[api(code = "JOB_LATE", status = 408, retry_after = 3, header("Retry-After", "3"), header("Content-Type", "text/plain"))]
    Late(#[api(header = "content-length")] u64),
}

fn main() {}
