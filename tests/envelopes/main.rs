//! Each built-in envelope against its specification, point by point, and envelopes of a service's own.

mod custom;
mod google;
mod json_api;
mod nested;
mod problem;

use errcode::{ApiError, Envelope, FieldErrors, RequestContext, http::StatusCode};
use serde_json::Value;

const CLOSED_REQUEST: StatusCode = match StatusCode::from_u16(499) {
    Ok(status) => status,
    Err(_) => StatusCode::BAD_REQUEST,
};

/// Errors that have something for every member an envelope knows, and ones that have nothing.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("{self:?}")]
enum Sample {
    #[api(code = "BARE", status = 404, message = "bare")]
    Bare,

    /// Too many jobs in flight
    #[api(
        code = "LIMIT",
        status = 429,
        message = "over the limit of {limit}",
        category = "Job",
        resolution = "Wait for a job to end",
        header("X-Scope", "jobs")
    )]
    Limit {
        #[api(detail, header = "X-Limit")]
        limit: u32,
        #[api(detail)]
        plan: Option<&'static str>,
        #[api(detail)]
        queue: Vec<&'static str>,
        #[api(retry_after)]
        wait: Option<std::time::Duration>,
    },

    /// Something is wrong with the request
    #[api(code = "INVALID", status = 422, message = "Validation failed")]
    Invalid(#[api(field_errors)] FieldErrors),

    #[api(code = "CLOSED", status = CLOSED_REQUEST, message = "closed")]
    Closed,

    #[api(code = "FAILED", status = 500)]
    Failed,
}

/// The same with a page for each code.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("documented")]
#[api(docs_url = "https://docs.example.com/errors/{code}")]
enum Documented {
    /// Job deadline passed
    #[api(code = "EXPIRED", status = 410)]
    Expired,
    #[api(code = "REFUSED", status = 422)]
    Refused(#[api(field_errors)] FieldErrors),
}

fn limit() -> Sample {
    let wait = Some(std::time::Duration::from_millis(29_001));
    Sample::Limit { limit: 8, plan: None, queue: vec!["a", "b"], wait }
}

/// Two messages about one field, one of them with a code, and one about another.
fn invalid() -> Sample {
    let mut errors = FieldErrors::new();
    errors
        .add("email", "is required")
        .add_with_code("email", "FORMAT", "is no address")
        .add("lines[0].sku", "is unknown");
    Sample::Invalid(errors)
}

fn full_context() -> RequestContext {
    RequestContext::new().request_id("req-1").timestamp("2026-01-25T10:30:00.000Z").path("/jobs/1")
}

fn body<E: Envelope>(error: &dyn ApiError, context: &RequestContext) -> Value {
    let body = errcode::to_json::<E>(error, context);
    serde_json::from_slice(&body).expect("a body is JSON")
}

/// The names of an object's members, sorted.
fn members(object: &Value) -> Vec<&str> {
    let mut names: Vec<&str> = object.as_object().unwrap().keys().map(String::as_str).collect();
    names.sort_unstable();
    names
}
