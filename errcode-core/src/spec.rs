use std::time::Duration;

use http::StatusCode;

use crate::status;

/// Everything about an error code that is known while compiling.
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
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CodeSpec {
    code: &'static str,
    hash: u64,
    status: StatusCode,
    retryable: bool,
    title: &'static str,
    variant: &'static str,
    location: &'static str,
    category: Option<&'static str>,
    description: Option<&'static str>,
    resolution: Option<&'static str>,
    docs_url: Option<&'static str>,
    since: Option<&'static str>,
    deprecated: Option<&'static str>,
    retry_after: Option<Duration>,
}

impl CodeSpec {
    /// A code and its status; the rest has its defaults: [`title`](Self::title) is the status's reason
    /// phrase, and the code is [`retryable`](Self::retryable) for 408, 425, 429, 502, 503 and 504.
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
        Self {
            code,
            hash: hash(code),
            status,
            retryable: status::is_retryable(status.as_u16()),
            title: status::reason_phrase(status.as_u16()),
            variant: "",
            location: "",
            category: None,
            description: None,
            resolution: None,
            docs_url: None,
            since: None,
            deprecated: None,
            retry_after: None,
        }
    }

    /// The code clients match on, such as `"JOB_EXPIRED"`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        self.code
    }

    /// The status of the response (RFC 9110 §15).
    #[must_use]
    pub const fn status(&self) -> StatusCode {
        self.status
    }

    /// Whether the client may send the same request again.
    #[must_use]
    pub const fn retryable(&self) -> bool {
        self.retryable
    }

    /// A short summary that is the same for every occurrence.
    #[must_use]
    pub const fn title(&self) -> &'static str {
        self.title
    }

    /// The variant this code is written at, such as `"JobError::Expired"`; empty if it was not said.
    #[must_use]
    pub const fn variant(&self) -> &'static str {
        self.variant
    }

    /// Where that variant stands, such as `"src/jobs.rs:12"`; empty if it was not said.
    #[must_use]
    pub const fn location(&self) -> &'static str {
        self.location
    }

    /// The group the code is documented under.
    #[must_use]
    pub const fn category(&self) -> Option<&'static str> {
        self.category
    }

    /// What the code means, in a paragraph.
    #[must_use]
    pub const fn description(&self) -> Option<&'static str> {
        self.description
    }

    /// What the caller should do.
    #[must_use]
    pub const fn resolution(&self) -> Option<&'static str> {
        self.resolution
    }

    /// Where the code is documented.
    #[must_use]
    pub const fn docs_url(&self) -> Option<&'static str> {
        self.docs_url
    }

    /// The release that introduced the code.
    #[must_use]
    pub const fn since(&self) -> Option<&'static str> {
        self.since
    }

    /// Why the code should no longer be relied on. Empty for a `#[deprecated]` that gives no reason.
    #[must_use]
    pub const fn deprecated(&self) -> Option<&'static str> {
        self.deprecated
    }

    /// How long the client should wait, unless the error value says otherwise.
    #[must_use]
    pub const fn retry_after(&self) -> Option<Duration> {
        self.retry_after
    }

    /// The status's reason phrase: what a 5xx says when nothing else was meant for the public.
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
        status::reason_phrase(self.status.as_u16())
    }

    pub(crate) const fn hash(&self) -> u64 {
        self.hash
    }
}

/// A `const` method that sets one field.
macro_rules! setters {
    ($($(#[$doc:meta])* $name:ident($field:ident: $ty:ty) = $value:expr;)*) => {
        /// Setters, each usable in a constant:
        ///
        /// ```
        /// use std::time::Duration;
        /// use errcode::{CodeSpec, http::StatusCode};
        ///
        /// const SPEC: CodeSpec = CodeSpec::new("LIMIT", StatusCode::TOO_MANY_REQUESTS)
        ///     .with_retryable(false)
        ///     .with_title("Too many jobs")
        ///     .with_variant("Limits::Jobs")
        ///     .with_location("src/limits.rs:3")
        ///     .with_category("Limits")
        ///     .with_description("Too many jobs in flight.")
        ///     .with_resolution("Wait for one to end")
        ///     .with_docs_url("https://docs.example.com/errors/LIMIT")
        ///     .with_since("1.2.0")
        ///     .with_deprecated("limits are per project now")
        ///     .with_retry_after(Duration::from_secs(30));
        /// assert_eq!(SPEC.retry_after(), Some(Duration::from_secs(30)));
        /// assert!(!SPEC.retryable());
        /// ```
        impl CodeSpec {
            $($(#[$doc])* #[must_use]
            pub const fn $name(mut self, $field: $ty) -> Self {
                self.$field = $value;
                self
            })*
        }
    };
}

setters! {
    /// Sets [`retryable`](Self::retryable).
    with_retryable(retryable: bool) = retryable;
    /// Sets [`title`](Self::title).
    with_title(title: &'static str) = title;
    /// Sets [`variant`](Self::variant).
    with_variant(variant: &'static str) = variant;
    /// Sets [`location`](Self::location).
    with_location(location: &'static str) = location;
    /// Sets [`category`](Self::category).
    with_category(category: &'static str) = Some(category);
    /// Sets [`description`](Self::description).
    with_description(description: &'static str) = Some(description);
    /// Sets [`resolution`](Self::resolution).
    with_resolution(resolution: &'static str) = Some(resolution);
    /// Sets [`docs_url`](Self::docs_url).
    with_docs_url(docs_url: &'static str) = Some(docs_url);
    /// Sets [`since`](Self::since).
    with_since(since: &'static str) = Some(since);
    /// Sets [`deprecated`](Self::deprecated).
    with_deprecated(deprecated: &'static str) = Some(deprecated);
    /// Sets [`retry_after`](Self::retry_after).
    with_retry_after(retry_after: Duration) = Some(retry_after);
}

/// FNV-1a, so that sorting thousands of codes while compiling compares numbers, not strings.
pub(crate) const fn hash(code: &str) -> u64 {
    let bytes = code.as_bytes();
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut at = 0;
    while at < bytes.len() {
        hash = (hash ^ bytes[at] as u64).wrapping_mul(0x0100_0000_01b3);
        at += 1;
    }
    hash
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
    fn the_hash_is_fnv_1a() {
        assert_eq!(hash(""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(hash("a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(hash("foobar"), 0x8594_4171_f739_67e8);
    }
}
