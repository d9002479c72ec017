// 1 error

use errcode::ApiError;

#[derive(Debug)]
struct JobId(u8);

#[derive(Debug, thiserror::Error, ApiError)]
enum JobError {
    #[error("expired")]
    #[api(code = "JOB_EXPIRED", status = 410, message = "Job {id} expired")]
    Expired { id: JobId },
}

fn main() {}
