// 2 errors

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum JobError {
    #[error("late")]
    #[api(code = "JOB_LATE", status = 408)]
    Late(#[api(detail)] u8, #[api(detail = "")] u8),
}

fn main() {}
