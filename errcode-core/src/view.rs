use std::{borrow::Cow, fmt, time::Duration};

use http::StatusCode;

use crate::{ApiError, CodeSpec, Details, FieldErrors, RequestContext};

/// All that an [`Envelope`](crate::Envelope) can put into a body: the error's public side and its context.
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
    only_serializable: bool,
}

impl<'a> ErrorView<'a> {
    /// The view of an error in a request.
    #[must_use]
    pub fn new(error: &'a dyn ApiError, context: &'a RequestContext) -> Self {
        Self { error, spec: error.spec(), context, only_serializable: false }
    }

    /// The same view without the details whose `Serialize` fails.
    pub(crate) const fn only_serializable(self) -> Self {
        Self { only_serializable: true, ..self }
    }

    /// Everything about the code that is known while compiling.
    #[must_use]
    pub const fn spec(&self) -> &'static CodeSpec {
        self.spec
    }

    /// The code clients match on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        self.spec.code()
    }

    /// The status of the response (RFC 9110 §15).
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.error.status()
    }

    /// What the client is told happened. Made anew by each call.
    #[must_use]
    pub fn message(&self) -> Cow<'a, str> {
        self.error.message()
    }

    /// A short summary that is the same for every occurrence.
    #[must_use]
    pub const fn title(&self) -> &'static str {
        self.spec.title()
    }

    /// The values that are public beside the message.
    #[must_use]
    pub fn details(&self) -> Details<'a> {
        let details = self.error.details();
        if self.only_serializable { details.only_serializable() } else { details }
    }

    /// What is wrong with each field of the request; `None` if nothing is.
    #[must_use]
    pub fn field_errors(&self) -> Option<&'a FieldErrors> {
        self.error.field_errors().filter(|errors| !errors.is_empty())
    }

    /// Whether the client may send the same request again.
    #[must_use]
    pub fn retryable(&self) -> bool {
        self.error.is_retryable()
    }

    /// How long the client should wait before it does.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.error.retry_after()
    }

    /// [`retry_after`](Self::retry_after) in whole seconds, rounded up: the number that the `Retry-After`
    /// header carries (RFC 9110 §10.2.3).
    #[must_use]
    pub fn retry_after_secs(&self) -> Option<u64> {
        self.retry_after().map(whole_secs)
    }

    /// Where the code is documented.
    #[must_use]
    pub const fn docs_url(&self) -> Option<&'static str> {
        self.spec.docs_url()
    }

    /// The group the code is documented under.
    #[must_use]
    pub const fn category(&self) -> Option<&'static str> {
        self.spec.category()
    }

    /// What the caller should do.
    #[must_use]
    pub const fn resolution(&self) -> Option<&'static str> {
        self.spec.resolution()
    }

    /// The identifier of the request.
    #[must_use]
    pub fn request_id(&self) -> Option<&'a str> {
        self.context.request_id.as_deref()
    }

    /// When the error occurred.
    #[must_use]
    pub fn timestamp(&self) -> Option<&'a str> {
        self.context.timestamp.as_deref()
    }

    /// What was asked for.
    #[must_use]
    pub fn path(&self) -> Option<&'a str> {
        self.context.path.as_deref()
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
