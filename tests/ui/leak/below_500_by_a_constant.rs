// 2 errors

use errcode::{ApiError, http::StatusCode};

const GONE: StatusCode = StatusCode::GONE;
const DOWN: StatusCode = StatusCode::SERVICE_UNAVAILABLE;

#[derive(Debug, thiserror::Error, ApiError)]
enum JobError {
    #[error("lost: {source}")]
    #[api(code = "JOB_LOST", status = GONE)]
    Lost { source: std::io::Error },

    #[error(transparent)]
    #[api(code = "JOB_GONE", status = GONE)]
    Gone(std::io::Error),

    // Meant to be read, written anew, or on a status that shows the reason phrase alone.
    #[error("late: {source}")]
    #[api(code = "JOB_LATE", status = GONE, expose)]
    Late { source: std::io::Error },

    #[error("moved: {source}")]
    #[api(code = "JOB_MOVED", status = GONE, message = "The job has moved")]
    Moved { source: std::io::Error },

    #[error("store: {source}")]
    #[api(code = "JOB_STORE_DOWN", status = DOWN)]
    StoreDown { source: std::io::Error },
}

fn main() {}
