use std::{borrow::Cow, fmt, time::Duration};

use http::{HeaderMap, StatusCode};

use crate::{ApiError, CodeSpec, Details, FieldErrors, RequestContext, status};

/// The public data of an error and its request, passed to [`Envelope::body`](crate::Envelope::body).
///
/// What it hands out is borrowed for `'a`, so a body can hold it after the view is gone.
///
/// ```
/// use std::borrow::Cow;
/// use errcode::{ApiError, ErrorView, RequestContext};
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[error("job {0} expired")]
/// #[api(code = "JOB_EXPIRED", status = 410, retry_after = 5, category = "Job",
///       resolution = "Submit new job", docs_url = "https://docs.example.com/{code}")]
/// struct Expired(#[api(detail = "job_id")] u64);
///
/// let error = Expired(7);
/// let context = RequestContext::new().request_id("req-1").timestamp("now").path("/jobs/7");
/// let view = ErrorView::new(&error, &context);
///
/// assert_eq!(view.code(), "JOB_EXPIRED");
/// assert_eq!(view.status(), 410);
/// assert_eq!(view.message(), "job 7 expired");
/// assert_eq!(view.title(), "Gone");
/// assert_eq!(serde_json::to_string(&view.details())?, r#"{"job_id":7}"#);
/// assert!(view.field_errors().is_none());
/// assert!(!view.retryable());
/// assert_eq!(view.retry_after_secs(), Some(5));
/// assert_eq!(view.docs_url(), Some("https://docs.example.com/JOB_EXPIRED"));
/// assert_eq!(view.category(), Some("Job"));
/// assert_eq!(view.resolution(), Some("Submit new job"));
/// assert_eq!(view.request_id(), Some("req-1"));
/// assert_eq!(view.timestamp(), Some("now"));
/// assert_eq!(view.path(), Some("/jobs/7"));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy)]
pub struct ErrorView<'a> {
    error: &'a dyn ApiError,
    spec: &'static CodeSpec,
    context: &'a RequestContext,
    status: StatusCode,
    /// Asked for once: a point in time gives another wait each time.
    retry_after: Option<Duration>,
    only_serializable: bool,
}

impl<'a> ErrorView<'a> {
    /// Creates the view of an error in a request.
    #[must_use]
    pub fn new(error: &'a dyn ApiError, context: &'a RequestContext) -> Self {
        Self {
            error,
            spec: error.spec(),
            context,
            status: status_of(error),
            retry_after: error.retry_after(),
            only_serializable: false,
        }
    }

    /// The same view without the details whose `Serialize` fails.
    pub(crate) const fn only_serializable(self) -> Self {
        Self { only_serializable: true, ..self }
    }

    /// Returns the static facts of the code.
    #[must_use]
    pub const fn spec(&self) -> &'static CodeSpec {
        self.spec
    }

    /// Returns the code that clients match on.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.error.code()
    }

    /// Returns the status of the response (RFC 9110 §15).
    #[must_use]
    pub const fn status(&self) -> StatusCode {
        self.status
    }

    /// Returns the public message. It is formatted on every call.
    #[must_use]
    pub fn message(&self) -> Cow<'a, str> {
        self.error.message()
    }

    /// Returns a short summary that is the same for every occurrence with this status.
    #[must_use]
    pub const fn title(&self) -> &'static str {
        self.spec.title_at(self.status)
    }

    /// Returns the public details.
    #[must_use]
    pub fn details(&self) -> Details<'a> {
        let details = self.error.details();
        if self.only_serializable { details.only_serializable() } else { details }
    }

    /// Returns the validation errors of each field of the request; `None` if there are none.
    #[must_use]
    pub fn field_errors(&self) -> Option<&'a FieldErrors> {
        self.error.field_errors().filter(|errors| !errors.is_empty())
    }

    /// Returns `true` if the client may send the same request again.
    #[must_use]
    pub fn retryable(&self) -> bool {
        self.error.is_retryable()
    }

    /// Returns how long the client should wait before it does.
    #[must_use]
    pub const fn retry_after(&self) -> Option<Duration> {
        self.retry_after
    }

    /// Returns [`retry_after`](Self::retry_after) in whole seconds, rounded up: the number that the `Retry-After`
    /// header carries (RFC 9110 §10.2.3).
    #[must_use]
    pub fn retry_after_secs(&self) -> Option<u64> {
        self.retry_after().map(whole_secs)
    }

    /// Returns the URL of the code's documentation.
    #[must_use]
    pub const fn docs_url(&self) -> Option<&'static str> {
        self.spec.docs_url()
    }

    /// Returns the name of the [domain](crate::Domain) that the code belongs to.
    #[must_use]
    pub const fn domain(&self) -> Option<&'static str> {
        self.spec.domain()
    }

    /// The headers that the error declares.
    pub(crate) fn error_headers(&self) -> HeaderMap {
        self.error.headers()
    }

    /// Returns the group the code is documented under.
    #[must_use]
    pub const fn category(&self) -> Option<&'static str> {
        self.spec.category()
    }

    /// Returns what the caller should do.
    #[must_use]
    pub const fn resolution(&self) -> Option<&'static str> {
        self.spec.resolution()
    }

    /// Returns the identifier of the request.
    #[must_use]
    pub fn request_id(&self) -> Option<&'a str> {
        self.context.get_request_id()
    }

    /// Returns the timestamp of the request's context.
    #[must_use]
    pub fn timestamp(&self) -> Option<&'a str> {
        self.context.get_timestamp()
    }

    /// Returns the value of a type that [`RequestContext::with`] added.
    #[must_use]
    pub fn context<T: Send + Sync + 'static>(&self) -> Option<&'a T> {
        self.context.get()
    }

    /// Returns the media types that the client accepts, as its `Accept` header lists them (RFC 9110 §12.5.1).
    #[must_use]
    pub fn accept(&self) -> Option<&'a str> {
        self.context.get_accept()
    }

    /// Returns the path of the request.
    #[must_use]
    pub fn path(&self) -> Option<&'a str> {
        self.context.get_path()
    }
}

impl fmt::Debug for ErrorView<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Not the error itself: whoever logs a view logs its public side.
        f.debug_struct("ErrorView")
            .field("spec", self.spec)
            .field("message", &self.message())
            .field("details", &self.details())
            .field("field_errors", &self.field_errors())
            .field("context", self.context)
            .finish_non_exhaustive()
    }
}

/// The status of the response: what the error says, unless no error can have it. A hand-written `status()` may return
/// an interim status, or one without content, which would break the response.
fn status_of(error: &dyn ApiError) -> StatusCode {
    let is_allowed = |status: &StatusCode| status::is_allowed(status.as_u16());
    let said = Some(error.status()).filter(is_allowed);
    said.or_else(|| Some(error.spec().status()).filter(is_allowed))
        .unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

/// Whole seconds, rounded up: a client told to wait for less than it must would be refused again.
fn whole_secs(wait: Duration) -> u64 {
    wait.as_secs().saturating_add(u64::from(wait.subsec_nanos() > 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_are_rounded_up() {
        assert_eq!(whole_secs(Duration::ZERO), 0);
        assert_eq!(whole_secs(Duration::from_nanos(1)), 1);
        assert_eq!(whole_secs(Duration::from_secs(30)), 30);
        assert_eq!(whole_secs(Duration::from_millis(30_001)), 31);
        assert_eq!(whole_secs(Duration::MAX), u64::MAX);
    }
}
