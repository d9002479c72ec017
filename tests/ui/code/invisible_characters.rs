// 1 error

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum JobError {
    #[error("failed")]
    #[api(code = "JOB\nLOST\u{200b}", status = 410)]
    A,
}

fn main() {}
