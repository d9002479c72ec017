// 4 errors

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum JobError {
    #[error("expired")]
    #[api(code = "JOB_EXPIRED", status = 410, message = "Job {job} expired at {time:>width$}")]
    Expired { id: u8, time: u8 },
    #[error("lost")]
    #[api(code = "JOB_LOST", status = 404, message = "{0} {2}")]
    Lost(u8, u8),
    #[error("late")]
    #[api(code = "JOB_LATE", status = 408, message = "{id}")]
    Late,
}

fn main() {}
