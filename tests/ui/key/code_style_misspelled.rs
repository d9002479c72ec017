// 1 error

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(code_stlye = "kebab-case")]
enum JobError {
    #[error("failed")]
    #[api(code = "job-lost", status = 404)]
    Lost,
    #[error("failed")]
    #[api(code = "job-busy", status = 429)]
    Busy,
}

fn main() {}
