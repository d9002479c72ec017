// 3 errors

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum JobError {
    #[error("late")]
    #[api(code = "JOB_LATE", status = 408)]
    Late { #[api(detail)] id: u8, #[api(detail = "id")] job: u8 },
    #[error("lost")]
    #[api(code = "JOB_LOST", status = 404, detail("kind", "job"), detail("kind", "step"))]
    Lost { #[api(detail)] kind: u8 },
}

fn main() {}
