// 2 errors

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum JobError {
    #[error("failed")]
    #[api(code = concat!("JOB", "_LOST"), status = 410)]
    Lost,
    #[error("failed")]
    #[api(code = b"JOB_OLD", status = 410)]
    Old,
}

fn main() {}
