// 1 error

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum JobError {
    #[error("failed")]
    #[api("JOB_LOST", 404)]
    Lost,
}

fn main() {}
