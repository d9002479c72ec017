// 2 errors

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum JobError {
    #[error("failed")]
    #[api(code = "JOB_BUSY", status = 429, retry_after = 5min)]
    Busy,
    #[error("failed")]
    #[api(code = "JOB_LOST", status = 404_not_found)]
    Lost,
}

fn main() {}
