// 1 error

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum JobError {
    #[error("expired")]
    #[api(transparent)]
    Expired,
}

fn main() {}
