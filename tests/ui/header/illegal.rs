// 4 errors

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum JobError {
    #[error("late")]
    #[api(code = "JOB_LATE", status = 408, header("X Limit", "1"), header("X-A", "a\nb"), header("", "x"))]
    Late(#[api(header = "X:Y")] u64),
}

fn main() {}
