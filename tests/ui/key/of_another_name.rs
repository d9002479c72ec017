// 2 errors

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum JobError {
    #[error("failed")]
    #[api(error_code = "JOB_LOST", http_status = 404)]
    Lost,
}

fn main() {}
