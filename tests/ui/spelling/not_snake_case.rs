// 1 error

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(code_style = "snake_case")]
enum JobError {
    #[error("expired")]
    #[api(code = "JOB-EXPIRED", status = 410)]
    Expired,
}

fn main() {}
