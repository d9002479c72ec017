// 1 error

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(crate = "errcode")]
enum JobError {
    #[error("expired")]
    #[api(code = "JOB_EXPIRED", status = 410)]
    Expired,
}

fn main() {}
