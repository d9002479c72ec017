// 1 error

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(code_style = "SCREAMING_SNAKE")]
enum JobError {
    #[error("expired")]
    #[api(code = "JOB_EXPIRED", status = 410)]
    Expired,
}

fn main() {}
