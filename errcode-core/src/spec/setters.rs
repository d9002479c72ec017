//! How a type that implements `ApiError` by hand says what its codes are.

use std::time::Duration;

use super::{
    CodeSpec,
    row::{DomainPart, Facts, Text, flag},
};
use crate::DetailSpec;

/// `const` methods that set a text, a part of what few codes have, or a flag.
macro_rules! setters {
    (
        $($(#[$text_doc:meta])* $text_setter:ident = $text:ident $(, $text_flag:ident)?;)*
        -
        $($(#[$part_doc:meta])* $part_setter:ident($part:ident: $ty:ty) = $value:expr $(, $part_flag:ident)?;)*
        -
        $($(#[$flag_doc:meta])* $flag_setter:ident = $flag:ident;)*
    ) => {
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
            $($(#[$text_doc])* #[must_use]
            pub const fn $text_setter(mut self, value: &'static str) -> Self {
                let (mut texts, more) = self.__row.written();
                texts[Text::$text as usize] = value;
                self.__row.facts = Facts::Written(texts, more);
                $(self.__row.flags |= flag::$text_flag;)?
                self
            })*
            $($(#[$part_doc])* #[must_use]
            pub const fn $part_setter(mut self, $part: $ty) -> Self {
                let (texts, mut more) = self.__row.written();
                more.$part = $value;
                self.__row.facts = Facts::Written(texts, more);
                $(self.__row.flags |= flag::$part_flag;)?
                self.__row.promises = 0;
                self
            })*
            $($(#[$flag_doc])* #[must_use]
            pub const fn $flag_setter(mut self) -> Self {
                self.__row.flags |= flag::$flag;
                self
            })*
        }
    };
}

setters! {
    /// Sets [`title`](Self::title).
    with_title = Title, TITLE;
    /// Sets [`variant`](Self::variant).
    with_variant = Variant;
    /// Sets [`location`](Self::location).
    with_location = Location;
    /// Sets [`category`](Self::category).
    with_category = Category, CATEGORY;
    /// Sets [`description`](Self::description).
    with_description = Description, DESCRIPTION;
    /// Sets [`resolution`](Self::resolution).
    with_resolution = Resolution, RESOLUTION;
    /// Sets [`docs_url`](Self::docs_url). An empty one is none.
    with_docs_url = DocsUrl;
    /// Sets [`since`](Self::since).
    with_since = Since, SINCE;
    /// Sets [`deprecated`](Self::deprecated).
    with_deprecated = Deprecated, DEPRECATED;
    -
    /// Sets [`page`](Self::page).
    with_page(page: &'static str) = page, PAGE;
    /// Sets [`retry_after`](Self::retry_after): up to 584 years, of which a longer time is cut off.
    with_retry_after(retry_after: Duration) = nanoseconds(retry_after), RETRY_AFTER;
    /// Sets [`domain`](Self::domain). An empty one is none.
    with_domain(domain: &'static str) = DomainPart::Named(domain);
    /// Sets [`details`](Self::details).
    with_details(details: &'static [DetailSpec]) = details;
    /// Sets [`headers`](Self::headers), which are written in lowercase.
    with_headers(headers: &'static [&'static str]) = headers;
    -
    /// Sets [`has_retry_after`](Self::has_retry_after): the error value says how long to wait.
    with_runtime_retry_after = WAITS;
    /// Sets [`has_field_errors`](Self::has_field_errors).
    with_field_errors = FIELD_ERRORS;
    /// Sets [`is_shared`](Self::is_shared).
    with_shared = SHARED;
}

impl CodeSpec {
    /// Sets [`retryable`](Self::retryable).
    #[must_use]
    pub const fn with_retryable(mut self, value: bool) -> Self {
        self.__row.flags &= !(flag::RETRYABLE | flag::NOT_RETRYABLE);
        self.__row.flags |= if value { flag::RETRYABLE } else { flag::NOT_RETRYABLE };
        self
    }
}

#[allow(clippy::cast_possible_truncation)] // Just compared.
const fn nanoseconds(duration: Duration) -> u64 {
    let nanoseconds = duration.as_nanos();
    if nanoseconds > u64::MAX as u128 { u64::MAX } else { nanoseconds as u64 }
}
