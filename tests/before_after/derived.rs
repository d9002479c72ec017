use std::time::Duration;

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(prefix = "JOB_", docs_url = "https://docs.example.com/errors/{code}", axum)]
pub enum JobError {
    /// Job does not exist
    #[error("job {id} not found")]
    #[api(code = "JOB_NOT_FOUND", status = 404)]
    NotFound {
        #[api(detail = "job_id")]
        id: u64,
    },

    /// Job deadline passed
    #[error("job {id} expired (deadline {deadline})")]
    #[api(code = "JOB_EXPIRED", status = 410, message = "Job {id} has expired")]
    Expired {
        #[api(detail = "job_id")]
        id: u64,
        deadline: u64,
    },

    /// Too many jobs in flight
    #[error("over the limit of {limit}")]
    #[api(code = "JOB_LIMIT_EXCEEDED", status = 429)]
    LimitExceeded {
        #[api(detail, header = "X-RateLimit-Limit")]
        limit: u32,
        #[api(retry_after)]
        wait: Duration,
    },

    #[error("lost the connection to {0}")]
    #[api(code = "JOB_STORE_DOWN", status = 503, retry_after = 5)]
    StoreDown(String),
}
