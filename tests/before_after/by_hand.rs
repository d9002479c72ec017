use std::time::Duration;

use axum::{
    Json,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde_json::json;

#[derive(Debug, thiserror::Error)]
pub enum JobError {
    #[error("job {id} not found")]
    NotFound { id: u64 },

    #[error("job {id} expired (deadline {deadline})")]
    Expired { id: u64, deadline: u64 },

    #[error("over the limit of {limit}")]
    LimitExceeded { limit: u32, wait: Duration },

    #[error("lost the connection to {0}")]
    StoreDown(String),
}

impl JobError {
    fn code(&self) -> &'static str {
        match self {
            Self::NotFound { .. } => "JOB_NOT_FOUND",
            Self::Expired { .. } => "JOB_EXPIRED",
            Self::LimitExceeded { .. } => "JOB_LIMIT_EXCEEDED",
            Self::StoreDown(_) => "JOB_STORE_DOWN",
        }
    }

    fn status(&self) -> StatusCode {
        match self {
            Self::NotFound { .. } => StatusCode::NOT_FOUND,
            Self::Expired { .. } => StatusCode::GONE,
            Self::LimitExceeded { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::StoreDown(_) => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    fn title(&self) -> &'static str {
        match self {
            Self::NotFound { .. } => "Job does not exist",
            Self::Expired { .. } => "Job deadline passed",
            Self::LimitExceeded { .. } => "Too many jobs in flight",
            Self::StoreDown(_) => "Service Unavailable",
        }
    }

    fn message(&self) -> String {
        match self {
            Self::Expired { id, .. } => format!("Job {id} has expired"),
            // Clients must not read where the store is.
            Self::StoreDown(_) => "Service Unavailable".to_owned(),
            Self::NotFound { .. } | Self::LimitExceeded { .. } => self.to_string(),
        }
    }

    fn is_retryable(&self) -> bool {
        matches!(self, Self::LimitExceeded { .. } | Self::StoreDown(_))
    }

    fn retry_after(&self) -> Option<u64> {
        match self {
            Self::LimitExceeded { wait, .. } => {
                Some(wait.as_secs() + u64::from(wait.subsec_nanos() > 0))
            }
            Self::StoreDown(_) => Some(5),
            Self::NotFound { .. } | Self::Expired { .. } => None,
        }
    }
}

impl IntoResponse for JobError {
    fn into_response(self) -> Response {
        let mut body = json!({
            "type": format!("https://docs.example.com/errors/{}", self.code()),
            "title": self.title(),
            "status": self.status().as_u16(),
            "detail": self.message(),
            "code": self.code(),
            "retryable": self.is_retryable(),
        });
        match &self {
            Self::NotFound { id } | Self::Expired { id, .. } => body["job_id"] = json!(id),
            Self::LimitExceeded { limit, .. } => body["limit"] = json!(limit),
            Self::StoreDown(_) => {}
        }
        if let Some(seconds) = self.retry_after() {
            body["retry_after"] = json!(seconds);
        }

        let mut response = (self.status(), Json(body)).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        if let Some(seconds) = self.retry_after() {
            headers.insert(header::RETRY_AFTER, seconds.into());
        }
        if let Self::LimitExceeded { limit, .. } = self {
            headers.insert("X-RateLimit-Limit", limit.into());
        }
        response
    }
}
