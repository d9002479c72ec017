// 1 error

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum JobError {
    #[error("user {email} not found: {source}")]
    #[api(code = "USER_LOST", status = 404)]
    Lost { email: String, source: std::io::Error },
}

fn main() {}
