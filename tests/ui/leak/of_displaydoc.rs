// 1 error

use errcode::ApiError;

#[derive(Debug, displaydoc::Display, ApiError)]
enum JobError {
    /// not found: {source}
    #[api(code = "USER_LOST", status = 404)]
    Lost { source: std::io::Error },
}

impl std::error::Error for JobError {}

fn main() {}
