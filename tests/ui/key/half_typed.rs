// 5 errors

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum JobError {
    #[error("expired")]
    #[api(code = )]
    Expired,
    #[error("lost")]
    #[api(sta)]
    Lost,
    #[error("late")]
    #[api(code = "JOB_LATE", status = 408, "retry", )]
    Late,
}

fn used() -> (&'static str, usize) {
    let error: &dyn ApiError = &JobError::Late;
    (error.code(), <JobError as errcode::ErrorCodes>::CODES.len())
}

fn main() {
    used();
}
