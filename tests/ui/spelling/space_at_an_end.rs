// 1 error

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(code_style = "any")]
enum JobError {
    #[error("expired")]
    #[api(code = "job expired ", status = 410)]
    Expired,
}

fn main() {}
