// 1 error

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum AuthError {
    #[error("failed")]
    #[api(code = "AUTH_DENIED", status = 403)]
    Denied,
}

#[derive(Debug, thiserror::Error, ApiError)]
enum JobError {
    #[error("failed")]
    Auth(#[api(transparent)] AuthError, #[api(transparent)] AuthError),
}

fn main() {}
