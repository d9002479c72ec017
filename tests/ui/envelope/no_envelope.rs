// 1 error

use errcode::ApiError;

struct Flat;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Flat)]
enum JobError {
    #[error("expired")]
    #[api(code = "JOB_EXPIRED", status = 410)]
    Expired,
}

fn main() {}
