// 1 error

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum JobError {
    #[error(transparent)]
    Store(#[from] std::io::Error),
}

fn main() {}
