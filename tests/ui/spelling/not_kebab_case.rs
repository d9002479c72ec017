// 1 error

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(code_style = "kebab-case")]
enum JobError {
    #[error("expired")]
    #[api(code = "JobExpired", status = 410)]
    Expired,
}

fn main() {}
