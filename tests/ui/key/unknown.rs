// 4 errors

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(prefixes = "JOB_")]
enum JobError {
    #[error("expired")]
    #[api(code = "JOB_EXPIRED", stauts = 410, status = 410)]
    Expired,
    #[error("lost")]
    #[api(code = "JOB_LOST", status = 404, colour = "red")]
    Lost { #[api(detial)] id: u8 },
}

fn main() {}
