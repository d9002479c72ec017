// 1 error

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(prefix = "JOB_")]
enum JobError {
    #[error("expired")]
    #[api(code = "EXPIRED", status = 410)]
    Expired,
}

fn main() {}
