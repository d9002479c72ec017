// 1 error

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum KeyError {
    #[error("no key")]
    #[api(code = "NO_KEY", status = 401)]
    Missing,
}

#[derive(Debug, thiserror::Error, ApiError)]
enum AuthError {
    #[error(transparent)]
    #[api(transparent)]
    Key(KeyError),
}

#[derive(Debug, thiserror::Error, ApiError)]
enum JobError {
    #[error(transparent)]
    #[api(transparent)]
    Auth(AuthError),
    #[error("locked")]
    #[api(code = "NO_KEY", status = 423)]
    Locked,
}

fn main() {}
