// 1 error

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(domain = crate::Coordinator)]
enum JobError {
    #[error("failed")]
    #[api(code = "DENIED", status = 403)]
    Denied,
}

fn main() {}
