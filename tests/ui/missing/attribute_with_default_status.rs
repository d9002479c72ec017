// 1 error

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(status = 400, code_style = "kebab-case")]
enum JobError {
    #[error("expired")]
    Expired,
}

fn main() {}
