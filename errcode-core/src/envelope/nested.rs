use serde_core::ser::{Serialize, SerializeMap, Serializer};

use super::{Envelope, map::MapExt};
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
        Body(view)
    }
}

struct Body<'a>(ErrorView<'a>);

impl Serialize for Body<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut body = serializer.serialize_map(None)?;
        body.member("error", &Error(self.0))?;
        body.end()
    }
}

struct Error<'a>(ErrorView<'a>);

impl Serialize for Error<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let view = &self.0;
        let mut error = serializer.serialize_map(None)?;
        error.member("code", view.code())?;
        error.member("message", &*view.message())?;
        error.member("retryable", &view.retryable())?;
        error.optional("details", view.details().non_empty())?;
        error.optional("errors", view.field_errors())?;
        error.optional("retry_after", view.retry_after_secs())?;
        error.optional("docs_url", view.docs_url())?;
        error.optional("request_id", view.request_id())?;
        error.optional("timestamp", view.timestamp())?;
        error.optional("path", view.path())?;
        error.end()
    }
}
