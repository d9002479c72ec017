// 3 errors

use errcode::ApiError;

#[derive(Debug, displaydoc::Display, ApiError)]
enum JobError {
    /// not found: {source}
    #[api(code = "USER_LOST", status = 404)]
    Lost { source: std::io::Error },
    /// job {id} not found
    /// as {source}
    #[api(code = "JOB_LOST", status = 404)]
    InTheSecondLine { id: u64, source: std::io::Error },
    #[displaydoc("not found: {source}")]
    #[api(code = "KEY_LOST", status = 404)]
    InTheAttribute { source: std::io::Error },
}

impl std::error::Error for JobError {}

fn main() {}
