// 1 error

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(retired["JOB_OLD"])]
enum JobError {
    #[error("failed")]
    #[api(code = "JOB_LOST", status = 404)]
    Lost,
}

fn main() {}
