//! The static facts of a code: what can be asked of them here, how they are stored in `row`, and how a hand-written type
//! sets them in `setters`.

mod hash;
mod membership;
mod row;
mod same;
mod setters;

use std::{fmt, time::Duration};

use http::StatusCode;

use self::row::{Text, flag};
pub use self::{
    hash::hash,
    membership::Membership,
    row::{DomainPart, Facts, More, Row, flag as row_flag, places},
};
use crate::{DetailSpec, status};

/// The static facts of an error code.
///
/// The derive writes one for each variant; [`ApiError::spec`](crate::ApiError::spec) returns it, and
/// [`ErrorCodes::CODES`](crate::ErrorCodes::CODES) and a [`Catalog`](crate::Catalog) list it. A type that
/// implements `ApiError` by hand builds its own with [`CodeSpec::new`] and the `with_` methods.
///
/// ```
/// use errcode::{ApiError, CodeSpec, ErrorCodes};
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[api(category = "Job")]
/// enum JobError {
///     /// Job deadline passed
///     #[error("job {0} expired")]
///     #[api(code = "JOB_EXPIRED", status = 410, resolution = "Submit new job", since = "1.2.0")]
///     Expired(u64),
/// }
///
/// let spec: &'static CodeSpec = JobError::Expired(7).spec();
/// assert_eq!(spec.code(), "JOB_EXPIRED");
/// assert_eq!(spec.status(), 410);
/// assert!(!spec.retryable());
/// assert_eq!(spec.retry_after(), None);
/// assert_eq!(spec.title(), "Job deadline passed");
/// assert_eq!(spec.variant(), "JobError::Expired");
/// assert!(spec.location().contains(".rs:"));
/// assert_eq!(spec.category(), Some("Job"));
/// assert_eq!(spec.description(), Some("Job deadline passed"));
/// assert_eq!(spec.resolution(), Some("Submit new job"));
/// assert_eq!(spec.since(), Some("1.2.0"));
/// assert_eq!(spec.docs_url(), None);
/// assert_eq!(spec.deprecated(), None);
/// assert_eq!(JobError::CODES.iter().next(), Some(spec));
/// ```
#[derive(Clone)]
pub struct CodeSpec {
    /// Not public: generated code writes it.
    #[doc(hidden)]
    pub __row: Row,
}

impl CodeSpec {
    /// Creates the facts of a code from the code and its status.
    ///
    /// The rest has its defaults: [`title`](Self::title) is the status's reason phrase, and the code is
    /// [`retryable`](Self::retryable) for 408, 425, 429, 502, 503 and 504.
    ///
    /// ```
    /// use errcode::{CodeSpec, http::StatusCode};
    ///
    /// const SPEC: CodeSpec = CodeSpec::new("JOB_GONE", StatusCode::GONE).with_category("Job");
    /// assert_eq!(SPEC.title(), "Gone");
    /// assert!(!SPEC.retryable());
    /// ```
    #[must_use]
    pub const fn new(code: &'static str, status: StatusCode) -> Self {
        Self { __row: Row::new(code, hash(code), status.as_u16()) }
    }

    /// Returns the code that clients match on, such as `"JOB_EXPIRED"`.
    #[must_use]
    #[inline]
    pub const fn code(&self) -> &'static str {
        self.__row.text(Text::Code)
    }

    /// Returns the status of the response (RFC 9110 §15). An error value may have another: see
    /// [`ApiError::status`](crate::ApiError::status).
    #[must_use]
    #[inline]
    pub const fn status(&self) -> StatusCode {
        status::status(self.__row.status)
    }

    /// Returns `true` if the client may send the same request again.
    #[must_use]
    #[inline]
    pub const fn retryable(&self) -> bool {
        self.retryable_with(self.__row.status)
    }

    /// Returns [`retryable`](Self::retryable) for an occurrence with this status: a default follows the status.
    ///
    /// ```
    /// use errcode::{CodeSpec, http::StatusCode};
    ///
    /// const SPEC: CodeSpec = CodeSpec::new("UPSTREAM", StatusCode::BAD_GATEWAY);
    /// assert!(SPEC.retryable());
    /// assert!(!SPEC.retryable_at(StatusCode::NOT_FOUND));
    /// ```
    #[must_use]
    #[inline]
    pub const fn retryable_at(&self, status: StatusCode) -> bool {
        self.retryable_with(status.as_u16())
    }

    #[inline]
    const fn retryable_with(&self, status: u16) -> bool {
        match self.__row.flags & (flag::RETRYABLE | flag::NOT_RETRYABLE) {
            0 => status::is_retryable(status),
            either => either == flag::RETRYABLE,
        }
    }

    /// Whether the message is the error's `Display`, which a 5xx does not show.
    pub(crate) const fn has_default_message(&self) -> bool {
        self.has(flag::DEFAULT_MESSAGE)
    }

    /// Returns a short summary that is the same for every occurrence.
    ///
    /// It is the `title` of the attribute; else, below 500, the first line of the doc comment; else the status's
    /// reason phrase.
    #[must_use]
    pub const fn title(&self) -> &'static str {
        self.title_with(self.__row.status)
    }

    /// Returns [`title`](Self::title) for an occurrence with this status: a default follows the status.
    ///
    /// ```
    /// use errcode::{CodeSpec, http::StatusCode};
    ///
    /// const SPEC: CodeSpec = CodeSpec::new("UPSTREAM", StatusCode::BAD_GATEWAY);
    /// assert_eq!(SPEC.title(), "Bad Gateway");
    /// assert_eq!(SPEC.title_at(StatusCode::NOT_FOUND), "Not Found");
    /// ```
    #[must_use]
    pub const fn title_at(&self, status: StatusCode) -> &'static str {
        self.title_with(status.as_u16())
    }

    const fn title_with(&self, status: u16) -> &'static str {
        // A doc comment is public below 500 only.
        if self.has(flag::TITLE) || self.has(flag::DOCUMENTED_TITLE) && status < 500 {
            self.__row.text(Text::Title)
        } else {
            status::reason_phrase(status)
        }
    }

    /// Returns the variant that has this code, such as `"JobError::Expired"`; empty if not set.
    #[must_use]
    pub const fn variant(&self) -> &'static str {
        self.__row.text(Text::Variant)
    }

    /// Returns the source line of that variant, such as `"src/jobs.rs:12"`; empty if not set.
    ///
    /// The path is relative to the package that the file belongs to, so it is the same on every machine.
    #[must_use]
    pub const fn location(&self) -> &'static str {
        self.__row.text(Text::Location)
    }

    /// Returns the group the code is documented under.
    #[must_use]
    pub const fn category(&self) -> Option<&'static str> {
        self.given(flag::CATEGORY, Text::Category)
    }

    /// Returns what the code means, in a paragraph.
    #[must_use]
    pub const fn description(&self) -> Option<&'static str> {
        self.given(flag::DESCRIPTION, Text::Description)
    }

    /// Returns what the caller should do.
    #[must_use]
    pub const fn resolution(&self) -> Option<&'static str> {
        self.given(flag::RESOLUTION, Text::Resolution)
    }

    /// Returns the URL of the code's documentation.
    #[must_use]
    pub const fn docs_url(&self) -> Option<&'static str> {
        not_empty(self.__row.docs_url())
    }

    /// Returns a longer text about the code, in Markdown.
    #[must_use]
    pub const fn page(&self) -> Option<&'static str> {
        if self.has(flag::PAGE) { Some(self.__row.more().page) } else { None }
    }

    /// Returns the release that introduced the code.
    #[must_use]
    pub const fn since(&self) -> Option<&'static str> {
        self.given(flag::SINCE, Text::Since)
    }

    /// Returns why the code should no longer be relied on. Empty for a `#[deprecated]` that gives no reason.
    #[must_use]
    pub const fn deprecated(&self) -> Option<&'static str> {
        self.given(flag::DEPRECATED, Text::Deprecated)
    }

    /// Returns how long the client should wait, unless the error value says otherwise.
    #[must_use]
    pub const fn retry_after(&self) -> Option<Duration> {
        if self.has(flag::RETRY_AFTER) {
            Some(Duration::from_nanos(self.__row.more().retry_after))
        } else {
            None
        }
    }

    /// Returns `true` if responses can have a `Retry-After` header: a static one, or one from a field.
    #[must_use]
    pub const fn has_retry_after(&self) -> bool {
        self.has(flag::WAITS) || self.has(flag::RETRY_AFTER)
    }

    /// Returns the name of the domain that the code belongs to.
    #[must_use]
    pub const fn domain(&self) -> Option<&'static str> {
        not_empty(self.__row.domain())
    }

    /// Returns the details that the code declares, in order.
    #[must_use]
    pub const fn details(&self) -> &'static [DetailSpec] {
        self.__row.more().details
    }

    /// Returns the names of the headers that the code declares, in lowercase.
    #[must_use]
    pub const fn headers(&self) -> &'static [&'static str] {
        self.__row.more().headers
    }

    /// Returns `true` if responses can have field errors.
    #[must_use]
    pub const fn has_field_errors(&self) -> bool {
        self.has(flag::FIELD_ERRORS)
    }

    /// Returns `true` if the code may stand at several variants.
    #[must_use]
    pub const fn is_shared(&self) -> bool {
        self.has(flag::SHARED)
    }

    /// Returns the status's reason phrase: the message of a 5xx without a public one.
    ///
    /// An unregistered status has the phrase of its class's `x00` (RFC 9110 §15).
    ///
    /// ```
    /// use errcode::{CodeSpec, http::StatusCode};
    ///
    /// const SPEC: CodeSpec = CodeSpec::new("OUT_OF_DISK", StatusCode::INSUFFICIENT_STORAGE);
    /// assert_eq!(SPEC.reason_phrase(), "Insufficient Storage");
    /// ```
    #[must_use]
    pub const fn reason_phrase(&self) -> &'static str {
        status::reason_phrase(self.__row.status)
    }

    pub(crate) const fn hash(&self) -> u64 {
        self.__row.hash
    }

    /// Gives it the hash of another code.
    #[cfg(test)]
    pub(crate) const fn with_hash(self, hash: u64) -> Self {
        Self { __row: Row { hash, ..self.__row } }
    }

    /// Whether it answers with this status and retryability, and promises exactly what had this number.
    pub(crate) const fn answers(&self, status: u16, retryable: bool, promises: u64) -> bool {
        self.__row.promises == promises
            && self.__row.status == status
            && self.retryable() == retryable
    }

    const fn has(&self, flag: u16) -> bool {
        self.__row.flags & flag != 0
    }

    const fn given(&self, flag: u16, text: Text) -> Option<&'static str> {
        if self.has(flag) { Some(self.__row.text(text)) } else { None }
    }
}

const fn not_empty(text: &'static str) -> Option<&'static str> {
    if text.is_empty() { None } else { Some(text) }
}

impl PartialEq for CodeSpec {
    fn eq(&self, other: &Self) -> bool {
        self.is(other)
    }
}

impl Eq for CodeSpec {}

impl fmt::Debug for CodeSpec {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CodeSpec")
            .field("code", &self.code())
            .field("status", &self.status())
            .field("retryable", &self.retryable())
            .field("title", &self.title())
            .field("variant", &self.variant())
            .field("location", &self.location())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn retryable_follows_the_status_until_it_is_said() {
        let retryable =
            |status| CodeSpec::new("C", StatusCode::from_u16(status).unwrap()).retryable();
        for status in [408, 425, 429, 502, 503, 504] {
            assert!(retryable(status), "{status}");
        }
        for status in [200, 400, 409, 499, 500, 501, 507] {
            assert!(!retryable(status), "{status}");
        }
    }

    #[test]
    fn a_time_to_wait_is_exact_to_the_nanosecond() {
        let wait = |wait| CodeSpec::new("C", StatusCode::GONE).with_retry_after(wait).retry_after();
        for duration in [Duration::ZERO, Duration::new(7, 1), Duration::from_nanos(u64::MAX)] {
            assert_eq!(wait(duration), Some(duration));
        }
        assert_eq!(wait(Duration::MAX), Some(Duration::from_nanos(u64::MAX)));
        assert_eq!(CodeSpec::new("C", StatusCode::GONE).retry_after(), None);
    }
}
