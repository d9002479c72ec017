// 1 error

use errcode::ApiError;

#[derive(Debug, thiserror::Error)]
#[error("inner")]
struct Inner;

#[derive(Debug, thiserror::Error, ApiError)]
enum JobError {
    #[error("failed")]
    #[api(message = "failed")]
    Auth { #[api(transparent)] inner: Inner, #[api(detail)] job: u64 },
}

fn main() {}
