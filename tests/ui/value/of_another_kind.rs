// 20 errors

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(retired = "JOB_OLD", envelope = "Nested", docs_url = "https://docs.example.com/{cod}")]
enum JobError {
    #[error("expired")]
    #[api(code = 410, status = 410, retryable = "no")]
    Expired,
    #[error("lost")]
    #[api(code = concat!("JOB_", "LOST"), status = 404, title = 'x', expose = true)]
    Lost,
    #[error("late")]
    #[api(code, status(408), retry_after = "30", header = "X-A")]
    Late,
    #[error("gone")]
    #[api(transparent = true)]
    Gone(std::fmt::Error),
    #[error("held")]
    #[api(code = "JOB_HELD", status = 409, retry_after, header("X-A"), retryable)]
    Held(#[api(retry_after = 3, header, field_errors = "x", detail = 7)] u8),
}

fn main() {}
