// 11 errors

use errcode::{ApiError, catalog};
#[derive(Debug, thiserror::Error, ApiError)]
#[api(prefix = "JOB_", categroy = "Job", retryable = "no")]
enum JobError {
    #[error("expired")]
    #[api(code = "EXPIRED", status = 99)]
    Expired { #[api(details)] id: u8 },
    #[error("lost")]
    #[api(code = "JOB_LOST" status = 404, message = "{job}")]
    Lost { #[api(retry_after)] a: u64, #[api(retry_after)] b: u64 },
    #[error("held")]
    Held,
    #[error("late")]
    #[api(code = "JOB_LATE", status = 302, header("a b", "c"))]
    Late,
}

type Shown = Box<dyn ApiError>;

fn shown() -> Shown {
    Box::new(JobError::Held)
}

catalog!(pub static CODES = [JobError]);

fn main() {
    let _ = (shown().code(), CODES.get("JOB_LOST"), errcode::respond(&JobError::Late, &Default::default()));
}
