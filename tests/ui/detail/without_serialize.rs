// 1 error

use errcode::ApiError;

#[derive(Debug)]
struct JobId(u8);

#[derive(Debug, thiserror::Error, ApiError)]
enum JobError {
    #[error("late")]
    #[api(code = "JOB_LATE", status = 408)]
    Late { #[api(detail)] id: JobId },
}

fn main() {}
