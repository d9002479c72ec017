//! The body is always `{"message":…,"extended":…}`, so everything but the message goes into `extended`: a
//! `serde_json::Value`, which the derive does not make. A type that has one implements the trait by hand.

use std::borrow::Cow;

use ::api_error::{ApiError, axum::ApiErrorResponse};
use http::StatusCode;
use serde_json::{Value, json};

use super::{code, message};
use crate::render::{JobError, Occurrence, Request};

#[derive(Debug, thiserror::Error)]
#[error("over the limit")]
struct Limited<'a>(&'a JobError, &'a Request);

impl ApiError for Limited<'_> {
    fn status_code(&self) -> StatusCode {
        StatusCode::TOO_MANY_REQUESTS
    }

    fn message(&self) -> Cow<'_, str> {
        let (JobError::Limit { account, limit, .. }
        | JobError::LimitTwo { account, limit, .. }
        | JobError::LimitEight { account, limit, .. }) = self.0;
        Cow::Owned(message(account, *limit))
    }

    fn extended(&self) -> Option<Value> {
        let Self(error, request) = self;
        let (code, docs) = code(error);
        Some(match error {
            JobError::Limit { wait, .. } => json!({
                "type": docs,
                "title": "Too many jobs at once",
                "status": 429,
                "instance": request.path,
                "code": code,
                "retryable": true,
                "retry_after": wait.as_secs(),
                "request_id": request.id,
                "timestamp": request.timestamp,
            }),
            JobError::LimitTwo { account, limit, wait } => json!({
                "type": docs,
                "title": "Too many jobs at once",
                "status": 429,
                "instance": request.path,
                "code": code,
                "retryable": true,
                "retry_after": wait.as_secs(),
                "request_id": request.id,
                "timestamp": request.timestamp,
                "account": account,
                "limit": limit,
            }),
            JobError::LimitEight {
                account,
                limit,
                wait,
                plan,
                trial,
                rate,
                queued,
                balance,
                region,
            } => json!({
                "type": docs,
                "title": "Too many jobs at once",
                "status": 429,
                "instance": request.path,
                "code": code,
                "retryable": true,
                "retry_after": wait.as_secs(),
                "request_id": request.id,
                "timestamp": request.timestamp,
                "account": account,
                "limit": limit,
                "plan": plan,
                "trial": trial,
                "rate": rate,
                "queued": queued,
                "balance": balance,
                "region": region,
            }),
        })
    }
}

pub(super) fn body(occurrence: &Occurrence) -> Vec<u8> {
    let error = Limited(&occurrence.error, &occurrence.request);
    serde_json::to_vec(&ApiErrorResponse::new(&error)).expect("JSON")
}
