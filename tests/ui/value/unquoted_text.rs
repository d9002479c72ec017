// 2 errors

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum JobError {
    #[error("failed")]
    #[api(code = JOB_LOST, status = 404)]
    Lost,
    #[error("failed")]
    #[api(code = "JOB_EXPIRED", status = 410, message = Job has expired, submit it again)]
    Expired,
}

fn main() {}
