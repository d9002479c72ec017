// 1 error

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum JobError {
    #[error(transparent)]
    #[api(transparent)]
    Io(std::io::Error),
}

fn main() {}
