// 1 error

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("no key")]
#[api(code = "NO_KEY", status = 401)]
struct NoKey;

#[derive(Debug, thiserror::Error, ApiError)]
enum JobError {
    #[error(transparent)]
    #[api(transparent, status = 400)]
    Auth(#[api(detail = "key")] NoKey),
}

fn main() {}
