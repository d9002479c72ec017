// 4 errors

use errcode::ApiError;

#[derive(Debug)]
struct Opaque;

#[derive(Debug, thiserror::Error, ApiError)]
enum AuthError {
    #[error("failed")]
    #[api(code = "AUTH_DENIED", status = 403)]
    Denied,
}

#[derive(Debug, thiserror::Error, ApiError)]
enum JobError {
    #[error("failed")]
    #[api(code = "JOB_LOST", statsu = 404)]
    Lost,
    #[error("failed")]
    #[api(code = "AUTH_DENIED", status = 404)]
    Denied,
    #[error("failed")]
    #[api(code = "JOB_OPAQUE", status = 400)]
    Opaque(#[api(detail = "a")] Opaque, #[api(header = "X-Opaque")] Opaque),
}

errcode::catalog!(static CODES = [AuthError, JobError]);

fn main() {}
