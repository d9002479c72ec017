// 1 error

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(prefix = "job-")]
enum JobError {
    #[error("expired")]
    #[api(code = "JOB_EXPIRED", status = 410)]
    Expired,
}

fn main() {}
