use std::time::Duration;

use http::StatusCode;

use crate::{DetailSpec, const_str::same, domain::DomainFacts, status};

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
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CodeSpec {
    code: &'static str,
    pub(crate) hash: u64,
    status: StatusCode,
    /// `None` follows the status.
    retryable: Option<bool>,
    title: Title,
    variant: &'static str,
    location: &'static str,
    category: Option<&'static str>,
    description: Option<&'static str>,
    resolution: Option<&'static str>,
    docs_url: Option<&'static str>,
    page: Option<&'static str>,
    since: Option<&'static str>,
    deprecated: Option<&'static str>,
    retry_after: Option<Duration>,
    domain: Option<&'static str>,
    details: &'static [DetailSpec],
    headers: &'static [&'static str],
    promises: Promises,
    waits: bool,
    field_errors: bool,
    shared: bool,
}

/// A number for the code, its details and its headers that the derive computes. It tells nothing that other fields do not
/// tell, so it is no part of comparisons.
#[derive(Debug, Clone, Copy, Eq)]
struct Promises(u64);

impl Promises {
    const UNKNOWN: Self = Self(0);
}

impl PartialEq for Promises {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// Where the title of a code comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Title {
    /// The reason phrase of the status.
    Default,
    /// The doc comment, which is public below 500 only.
    Documented(&'static str),
    /// The attribute.
    Written(&'static str),
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
        Self {
            code,
            hash: hash(code),
            status,
            retryable: None,
            title: Title::Default,
            variant: "",
            location: "",
            category: None,
            description: None,
            resolution: None,
            docs_url: None,
            page: None,
            since: None,
            deprecated: None,
            retry_after: None,
            domain: None,
            details: &[],
            headers: &[],
            promises: Promises::UNKNOWN,
            waits: false,
            field_errors: false,
            shared: false,
        }
    }

    /// Returns the code that clients match on, such as `"JOB_EXPIRED"`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        self.code
    }

    /// Returns the status of the response (RFC 9110 §15). An error value may have another: see
    /// [`ApiError::status`](crate::ApiError::status).
    #[must_use]
    pub const fn status(&self) -> StatusCode {
        self.status
    }

    /// Returns `true` if the client may send the same request again.
    #[must_use]
    pub const fn retryable(&self) -> bool {
        self.retryable_at(self.status)
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
    pub const fn retryable_at(&self, status: StatusCode) -> bool {
        match self.retryable {
            Some(retryable) => retryable,
            None => status::is_retryable(status.as_u16()),
        }
    }

    /// Returns a short summary that is the same for every occurrence.
    ///
    /// It is the `title` of the attribute; else, below 500, the first line of the doc comment; else the status's
    /// reason phrase.
    #[must_use]
    pub const fn title(&self) -> &'static str {
        self.title_at(self.status)
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
        match self.title {
            Title::Written(title) => title,
            Title::Documented(title) if status.as_u16() < 500 => title,
            Title::Documented(_) | Title::Default => status::reason_phrase(status.as_u16()),
        }
    }

    /// Returns the variant that has this code, such as `"JobError::Expired"`; empty if not set.
    #[must_use]
    pub const fn variant(&self) -> &'static str {
        self.variant
    }

    /// Returns the source line of that variant, such as `"src/jobs.rs:12"`; empty if not set.
    ///
    /// The path is relative to the package that the file belongs to, so it is the same on every machine.
    #[must_use]
    pub const fn location(&self) -> &'static str {
        self.location
    }

    /// Returns the group the code is documented under.
    #[must_use]
    pub const fn category(&self) -> Option<&'static str> {
        self.category
    }

    /// Returns what the code means, in a paragraph.
    #[must_use]
    pub const fn description(&self) -> Option<&'static str> {
        self.description
    }

    /// Returns what the caller should do.
    #[must_use]
    pub const fn resolution(&self) -> Option<&'static str> {
        self.resolution
    }

    /// Returns the URL of the code's documentation.
    #[must_use]
    pub const fn docs_url(&self) -> Option<&'static str> {
        self.docs_url
    }

    /// Returns a longer text about the code, in Markdown.
    #[must_use]
    pub const fn page(&self) -> Option<&'static str> {
        self.page
    }

    /// Returns the release that introduced the code.
    #[must_use]
    pub const fn since(&self) -> Option<&'static str> {
        self.since
    }

    /// Returns why the code should no longer be relied on. Empty for a `#[deprecated]` that gives no reason.
    #[must_use]
    pub const fn deprecated(&self) -> Option<&'static str> {
        self.deprecated
    }

    /// Returns how long the client should wait, unless the error value says otherwise.
    #[must_use]
    pub const fn retry_after(&self) -> Option<Duration> {
        self.retry_after
    }

    /// Returns `true` if responses can have a `Retry-After` header: a static one, or one from a field.
    #[must_use]
    pub const fn has_retry_after(&self) -> bool {
        self.waits || self.retry_after.is_some()
    }

    /// Returns the name of the domain that the code belongs to.
    #[must_use]
    pub const fn domain(&self) -> Option<&'static str> {
        self.domain
    }

    /// Returns the details that the code declares, in order.
    #[must_use]
    pub const fn details(&self) -> &'static [DetailSpec] {
        self.details
    }

    /// Returns the names of the headers that the code declares, in lowercase.
    #[must_use]
    pub const fn headers(&self) -> &'static [&'static str] {
        self.headers
    }

    /// Returns `true` if responses can have field errors.
    #[must_use]
    pub const fn has_field_errors(&self) -> bool {
        self.field_errors
    }

    /// Returns `true` if the code may stand at several variants.
    #[must_use]
    pub const fn is_shared(&self) -> bool {
        self.shared
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
        status::reason_phrase(self.status.as_u16())
    }

    pub(crate) const fn hash(&self) -> u64 {
        self.hash
    }

    /// Gives it the hash of another code.
    #[cfg(test)]
    pub(crate) const fn with_hash(self, hash: u64) -> Self {
        Self { hash, ..self }
    }

    /// Whether both say the same of one code. Two types of one macro by example may be in one place.
    pub(crate) const fn is(&self, other: &Self) -> bool {
        macro_rules! same_text {
            ($($field:ident)*) => {
                $(same_option(self.$field, other.$field))&&*
            };
        }
        same(self.code, other.code)
            && same(self.variant, other.variant)
            && same(self.location, other.location)
            && self.status.as_u16() == other.status.as_u16()
            && self.retryable() == other.retryable()
            && same(self.title(), other.title())
            && same_text! {
                category description resolution docs_url page since deprecated domain
            }
            && self.waits == other.waits
            && self.field_errors == other.field_errors
            && self.shared == other.shared
            && same_wait(self.retry_after, other.retry_after)
            && same_details(self.details, other.details)
            && same_headers(self.headers, other.headers)
    }

    /// Sets what a domain says of every code.
    #[doc(hidden)]
    #[must_use]
    pub const fn with_domain_of(mut self, facts: &DomainFacts) -> Self {
        self.domain = facts.name;
        self
    }

    /// Sets the URL that a domain's template gives, unless it has none.
    #[doc(hidden)]
    #[must_use]
    pub const fn with_docs_url_of(mut self, url: &'static [u8]) -> Self {
        if let (Ok(url), false) = (std::str::from_utf8(url), url.is_empty()) {
            self.docs_url = Some(url);
        }
        self
    }

    /// Whether it answers with this status and retryability, and promises exactly what had this number.
    pub(crate) const fn answers(&self, status: u16, retryable: bool, promises: u64) -> bool {
        self.promises.0 == promises
            && self.status.as_u16() == status
            && self.retryable() == retryable
    }
}

const fn same_option(a: Option<&str>, b: Option<&str>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => same(a, b),
        (None, None) => true,
        (Some(_), None) | (None, Some(_)) => false,
    }
}

const fn same_wait(a: Option<Duration>, b: Option<Duration>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => a.as_nanos() == b.as_nanos(),
        (None, None) => true,
        (Some(_), None) | (None, Some(_)) => false,
    }
}

const fn same_details(a: &[DetailSpec], b: &[DetailSpec]) -> bool {
    let mut index = 0;
    while index < a.len() && index < b.len() {
        let (a, b) = (&a[index], &b[index]);
        if !same(a.name(), b.name())
            || a.kind() as u8 != b.kind() as u8
            || a.is_optional() != b.is_optional()
        {
            return false;
        }
        index += 1;
    }
    a.len() == b.len()
}

const fn same_headers(a: &[&str], b: &[&str]) -> bool {
    let mut index = 0;
    while index < a.len() && index < b.len() {
        if !same(a[index], b[index]) {
            return false;
        }
        index += 1;
    }
    a.len() == b.len()
}

/// A `const` method that sets one field, or what depends on it as well.
macro_rules! setters {
    ($($(#[$doc:meta])* $name:ident($($argument:ident: $ty:ty)?) $($field:ident = $value:expr),+;)*) => {
        /// Setters, each usable in a constant.
        ///
        /// ```
        /// use std::time::Duration;
        /// use errcode::{CodeSpec, DetailKind, DetailSpec, http::StatusCode};
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
        ///     .with_retry_after(Duration::from_secs(30))
        ///     .with_domain("jobs.example.com")
        ///     .with_page("# Too many jobs")
        ///     .with_details(&[DetailSpec::new("limit", DetailKind::Integer)])
        ///     .with_headers(&["x-ratelimit-limit"])
        ///     .with_runtime_retry_after()
        ///     .with_field_errors()
        ///     .with_shared();
        /// assert_eq!(SPEC.retry_after(), Some(Duration::from_secs(30)));
        /// assert!(!SPEC.retryable());
        /// ```
        impl CodeSpec {
            $($(#[$doc])* #[must_use]
            pub const fn $name(mut self, $($argument: $ty)?) -> Self {
                $(self.$field = $value;)+
                self
            })*
        }
    };
}

setters! {
    /// Sets [`retryable`](Self::retryable).
    with_retryable(value: bool) retryable = Some(value);
    /// Sets [`title`](Self::title).
    with_title(value: &'static str) title = Title::Written(value);
    /// Sets [`variant`](Self::variant).
    with_variant(value: &'static str) variant = value;
    /// Sets [`location`](Self::location).
    with_location(value: &'static str) location = value;
    /// Sets [`category`](Self::category).
    with_category(value: &'static str) category = Some(value);
    /// Sets [`description`](Self::description).
    with_description(value: &'static str) description = Some(value);
    /// Sets [`resolution`](Self::resolution).
    with_resolution(value: &'static str) resolution = Some(value);
    /// Sets [`docs_url`](Self::docs_url).
    with_docs_url(value: &'static str) docs_url = Some(value);
    /// Sets [`page`](Self::page).
    with_page(value: &'static str) page = Some(value);
    /// Sets [`since`](Self::since).
    with_since(value: &'static str) since = Some(value);
    /// Sets [`deprecated`](Self::deprecated).
    with_deprecated(value: &'static str) deprecated = Some(value);
    /// Sets [`retry_after`](Self::retry_after).
    with_retry_after(value: Duration) retry_after = Some(value);
    /// Sets [`has_retry_after`](Self::has_retry_after): the error value says how long to wait.
    with_runtime_retry_after() waits = true;
    /// Sets [`domain`](Self::domain).
    with_domain(value: &'static str) domain = Some(value);
    /// Sets [`details`](Self::details).
    with_details(value: &'static [DetailSpec]) details = value, promises = Promises::UNKNOWN;
    /// Sets [`headers`](Self::headers), which are written in lowercase.
    with_headers(value: &'static [&'static str]) headers = value, promises = Promises::UNKNOWN;
    /// Sets [`has_field_errors`](Self::has_field_errors).
    with_field_errors() field_errors = true;
    /// Sets [`is_shared`](Self::is_shared).
    with_shared() shared = true;
}

/// A row of a derived type's table, in one call with what the macro has computed: each call in const evaluation, of a
/// setter as of `str::is_empty`, costs as much as all that happens here.
#[must_use]
#[allow(clippy::too_many_arguments)] // Written by the macro alone.
pub const fn row(
    code: &'static str,
    hash: u64,
    status: u16,
    flags: u16,
    variant: &'static str,
    location: &'static str,
    title: &'static str,
    description: &'static str,
    category: &'static str,
    resolution: &'static str,
    docs_url: &'static str,
    since: &'static str,
    deprecated: &'static str,
    retry_after: u64,
    details: &'static [DetailSpec],
    headers: &'static [&'static str],
    promises: u64,
) -> CodeSpec {
    // Not functions: each call would cost as much as all of this.
    macro_rules! is {
        ($flag:ident) => {
            flags & flag::$flag != 0
        };
    }
    macro_rules! given {
        ($flag:ident, $value:expr) => {
            match flags & flag::$flag {
                0 => None,
                _ => Some($value),
            }
        };
    }
    CodeSpec {
        code,
        hash,
        status: status::status(status),
        retryable: match flags & (flag::RETRYABLE | flag::NOT_RETRYABLE) {
            0 => None,
            either => Some(either == flag::RETRYABLE),
        },
        title: if is!(TITLE) {
            Title::Written(title)
        } else if is!(DOCUMENTED_TITLE) {
            Title::Documented(title)
        } else {
            Title::Default
        },
        variant,
        location,
        category: given!(CATEGORY, category),
        description: given!(DESCRIPTION, description),
        resolution: given!(RESOLUTION, resolution),
        docs_url: given!(DOCS_URL, docs_url),
        page: None,
        since: given!(SINCE, since),
        deprecated: given!(DEPRECATED, deprecated),
        retry_after: given!(RETRY_AFTER, Duration::from_secs(retry_after)),
        domain: None,
        details,
        headers,
        promises: Promises(promises),
        waits: is!(WAITS),
        field_errors: is!(FIELD_ERRORS),
        shared: is!(SHARED),
    }
}

/// What a [`row`] says by a bit: what is true of the code, and which arguments are given. The macro writes their sum.
pub mod flag {
    macro_rules! flags {
        ($($(#[$doc:meta])* $name:ident = $bit:expr;)*) => {
            $($(#[$doc])* pub const $name: u16 = 1 << $bit;)*

            /// Every flag by its name.
            pub const ALL: &[(&str, u16)] = &[$((stringify!($name), $name)),*];
        };
    }

    flags! {
        /// Retryable whatever the status.
        RETRYABLE = 0;
        /// Not retryable whatever the status.
        NOT_RETRYABLE = 1;
        /// A field says how long to wait.
        WAITS = 2;
        /// There can be field errors.
        FIELD_ERRORS = 3;
        /// The code may stand at several variants.
        SHARED = 4;
        /// The title is that of the attribute.
        TITLE = 5;
        /// The title is that of a doc comment.
        DOCUMENTED_TITLE = 6;
        /// There is a description.
        DESCRIPTION = 7;
        /// There is a category.
        CATEGORY = 8;
        /// There is a resolution.
        RESOLUTION = 9;
        /// There is a URL.
        DOCS_URL = 10;
        /// There is a release that introduced the code.
        SINCE = 11;
        /// The code is deprecated.
        DEPRECATED = 12;
        /// There is a static time to wait.
        RETRY_AFTER = 13;
    }
}

/// FNV-1a, so that comparing thousands of codes at compile time compares numbers, not strings.
#[must_use]
pub const fn hash(code: &str) -> u64 {
    let bytes = code.as_bytes();
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    let mut index = 0;
    while index < bytes.len() {
        hash = (hash ^ bytes[index] as u64).wrapping_mul(0x0100_0000_01b3);
        index += 1;
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
