// 1 error

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum JobError {
    #[error("late")]
    #[api(code = "JOB_LATE", status = 408)]
    Late { #[api(detail)] id: u8, #[api(detail = "id")] job: u8 },
}

fn main() {}
