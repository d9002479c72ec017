// 1 error

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum JobError {
    #[error(transparent)]
    #[api(code = "USER_LOST", status = 404)]
    Lost(#[from] std::io::Error),
}

fn main() {}
