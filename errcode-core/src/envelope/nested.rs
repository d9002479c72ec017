use serde::Serialize;

use super::{Envelope, Object};
use crate::ErrorView;

/// The error in one member named `error`, the shape most JSON APIs have grown.
///
/// `{"error":{"code","message","retryable"}}`, and inside `error`, where there is something to say: `details`,
/// `errors` (the field errors), `retry_after` (seconds), `docs_url`, `request_id`, `timestamp` and `path`.
///
/// ```
/// use errcode::{ApiError, RequestContext, envelope::Nested};
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[error("Job not found")]
/// #[api(code = "JOB_NOT_FOUND", status = 404)]
/// struct JobNotFound {
///     #[api(detail)]
///     job_id: u64,
/// }
///
/// let body = errcode::to_json::<Nested>(&JobNotFound { job_id: 7 }, &RequestContext::new().request_id("req-1"));
/// assert_eq!(
///     String::from_utf8_lossy(&body),
///     concat!(
///         r#"{"error":{"code":"JOB_NOT_FOUND","message":"Job not found","retryable":false,"#,
///         r#""details":{"job_id":7},"request_id":"req-1"}}"#,
///     ),
/// );
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Nested;

impl Envelope for Nested {
    fn body(view: ErrorView<'_>) -> impl Serialize {
        let error = Object::new()
            .member("code", view.code())
            .member("message", view.message())
            .member("retryable", view.retryable())
            .optional("details", view.details().non_empty())
            .optional("errors", view.field_errors())
            .optional("retry_after", view.retry_after_secs())
            .optional("docs_url", view.docs_url())
            .optional("request_id", view.request_id())
            .optional("timestamp", view.timestamp())
            .optional("path", view.path());
        Object::new().member("error", error)
    }
}
