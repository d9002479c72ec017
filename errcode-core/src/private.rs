//! What generated code needs. Not public: names and signatures here change without notice.

#![allow(clippy::must_use_candidate)] // Called by generated code alone, which uses what it asks for.

use std::{
    borrow::Cow,
    fmt::{self, Write as _},
    time::Duration,
};

use http::{HeaderMap, HeaderValue, StatusCode, header::HeaderName};

pub use crate::{
    api_error::ApiError,
    codes::{Codes, ErrorCodes},
    details::{DetailVisitor, Details, VisitDetails},
    envelope::{Envelope, Enveloped, Problem},
    field_errors::FieldErrors,
    spec::CodeSpec,
    status::is_allowed,
    unique::{Table, catalog, count, fail, tree_sources},
};
pub use http;
pub use serde::Serialize;
pub use std;

/// A run of codes in an enum: its own, or all those of a type it passes on.
#[derive(Debug, Clone, Copy)]
pub enum Segment {
    Own(&'static [CodeSpec]),
    Inner(&'static Codes),
}

/// The codes of a type. `checked` says that clashes within them are reported where the type is defined.
pub const fn codes(
    name: &'static str,
    origin: &'static str,
    location: &'static str,
    segments: &'static [Segment],
    retired: &'static [&'static str],
    checked: bool,
) -> Codes {
    Codes { name, origin, location, segments, retired, checked }
}

/// The status of a number that the macro has found to be one.
pub const fn status(number: u16) -> StatusCode {
    match StatusCode::from_u16(number) {
        Ok(status) => status,
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

/// Room for a message of the usual length.
const MESSAGE_CAPACITY: usize = 64;

/// A message written for the public.
pub fn written_message(spec: &CodeSpec, message: fmt::Arguments<'_>) -> Cow<'static, str> {
    if let Some(text) = message.as_str() {
        return Cow::Borrowed(text);
    }
    let mut text = String::with_capacity(MESSAGE_CAPACITY);
    match text.write_fmt(message) {
        Ok(()) => Cow::Owned(text),
        // A `Display` failed: say what is known, not half a sentence.
        Err(fmt::Error) => Cow::Borrowed(spec.reason_phrase()),
    }
}

/// The error's own `Display`, where the author says that it is meant for the public.
pub fn exposed_message(spec: &CodeSpec, error: &dyn ApiError) -> Cow<'static, str> {
    written_message(spec, format_args!("{error}"))
}

/// The error's own `Display`, unless the service is to blame: a 5xx says no more than its reason phrase.
pub fn default_message(spec: &CodeSpec, error: &dyn ApiError) -> Cow<'static, str> {
    if spec.status().is_server_error() {
        Cow::Borrowed(spec.reason_phrase())
    } else {
        exposed_message(spec, error)
    }
}

/// Adds a header that is the same for every occurrence.
pub fn insert_static(headers: &mut HeaderMap, name: HeaderName, value: HeaderValue) {
    headers.insert(name, value);
}

/// Servers and clients refuse a response whose head is much longer, and the error's code with it.
const MAX_HEADER_LEN: usize = 8 * 1024;

/// Adds a declared header, unless its value is no legal field value (RFC 9110 §5.5, visible ASCII).
pub fn insert_header(headers: &mut HeaderMap, name: HeaderName, value: &dyn fmt::Display) {
    let mut text = String::new();
    if write!(text, "{value}").is_ok()
        && text.is_ascii()
        && text.len() <= MAX_HEADER_LEN
        && let Ok(value) = HeaderValue::from_str(&text)
    {
        headers.insert(name, value);
    }
}

/// The type of a `#[api(transparent)]` field: an error that has codes of its own.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be passed on: `#[api(transparent)]` needs the traits `errcode::ApiError` and \
               `errcode::ErrorCodes` on it",
    label = "this type has no codes of its own",
    note = "add `#[derive(errcode::ApiError)]` to the definition of `{Self}`, or give this variant its own \
            `#[api(code = \"…\", status = …)]` instead of `transparent`"
)]
pub trait Transparent {
    const CODES: Codes;
    fn inner(&self) -> &dyn ApiError;
}

#[diagnostic::do_not_recommend]
impl<E: ApiError + ErrorCodes> Transparent for E {
    const CODES: Codes = <E as ErrorCodes>::CODES;

    fn inner(&self) -> &dyn ApiError {
        self
    }
}

/// The type of a `#[api(retry_after)]` field.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no time to wait: `#[api(retry_after)]` needs a `std::time::Duration` or an unsigned \
               integer of seconds",
    label = "not a `Duration` and not an unsigned integer",
    note = "an `Option` of either works too: `None` says no time"
)]
pub trait RetryAfter {
    fn retry_after(&self) -> Option<Duration>;
}

impl RetryAfter for Duration {
    fn retry_after(&self) -> Option<Duration> {
        Some(*self)
    }
}

#[diagnostic::do_not_recommend]
impl<T: RetryAfter> RetryAfter for Option<T> {
    fn retry_after(&self) -> Option<Duration> {
        self.as_ref()?.retry_after()
    }
}

#[diagnostic::do_not_recommend]
impl<T: RetryAfter + ?Sized> RetryAfter for &T {
    fn retry_after(&self) -> Option<Duration> {
        (**self).retry_after()
    }
}

macro_rules! seconds {
    ($($unsigned:ty),*) => {$(
        #[diagnostic::do_not_recommend]
        impl RetryAfter for $unsigned {
            fn retry_after(&self) -> Option<Duration> {
                // A number of seconds that does not fit is longer than anyone will wait.
                Some(Duration::from_secs((*self).try_into().unwrap_or(u64::MAX)))
            }
        }
    )*};
}

seconds!(u8, u16, u32, u64, u128, usize);

/// The type of a `#[api(field_errors)]` field.
#[diagnostic::on_unimplemented(
    message = "`{Self}` holds no field errors: `#[api(field_errors)]` needs an `errcode::FieldErrors`",
    label = "not an `errcode::FieldErrors`",
    note = "an `Option<FieldErrors>` works too; write `#[api(detail)]` to make another type public"
)]
pub trait AsFieldErrors {
    fn field_errors(&self) -> Option<&FieldErrors>;
}

impl AsFieldErrors for FieldErrors {
    fn field_errors(&self) -> Option<&FieldErrors> {
        Some(self)
    }
}

#[diagnostic::do_not_recommend]
impl<T: AsFieldErrors> AsFieldErrors for Option<T> {
    fn field_errors(&self) -> Option<&FieldErrors> {
        self.as_ref()?.field_errors()
    }
}

/// Implements [`AsFieldErrors`] for a pointer.
macro_rules! pointers {
    ($($pointer:ty),*) => {$(
        #[diagnostic::do_not_recommend]
        impl<T: AsFieldErrors + ?Sized> AsFieldErrors for $pointer {
            fn field_errors(&self) -> Option<&FieldErrors> {
                (**self).field_errors()
            }
        }
    )*};
}

pointers!(&T, Box<T>);

#[cfg(test)]
mod tests {
    use super::*;

    struct Fails;

    impl fmt::Display for Fails {
        fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
            Err(fmt::Error)
        }
    }

    #[test]
    fn a_failing_display_is_the_reason_phrase() {
        let spec = CodeSpec::new("C", StatusCode::GONE);
        assert_eq!(written_message(&spec, format_args!("gone: {Fails}")), "Gone");
    }

    #[test]
    fn a_message_without_fields_is_not_copied() {
        let spec = CodeSpec::new("C", StatusCode::GONE);
        assert!(matches!(written_message(&spec, format_args!("no")), Cow::Borrowed("no")));
    }

    #[test]
    fn illegal_header_values_are_left_out() {
        let mut headers = HeaderMap::new();
        for illegal in ["a\r\nSet-Cookie: b", "\0", "\u{7f}", "näh"] {
            insert_header(&mut headers, HeaderName::from_static("x-a"), &illegal);
        }
        insert_header(&mut headers, HeaderName::from_static("x-a"), &Fails);
        assert!(headers.is_empty());
        insert_header(&mut headers, HeaderName::from_static("x-a"), &42);
        assert_eq!(headers["x-a"], "42");
    }

    #[test]
    fn seconds_that_do_not_fit_are_the_most_that_do() {
        assert_eq!(u128::MAX.retry_after(), Some(Duration::from_secs(u64::MAX)));
        assert_eq!(Some(5_u8).retry_after(), Some(Duration::from_secs(5)));
        assert_eq!(None::<Duration>.retry_after(), None);
    }
}
