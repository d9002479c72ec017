//! What the types of annotated fields must be able to do.

#![allow(clippy::must_use_candidate)] // Called by generated code alone, which uses what it asks for.

use std::{
    fmt,
    time::{Duration, SystemTime},
};

use http::{HeaderMap, HeaderName, StatusCode};
use serde_core::Serialize;

use crate::{ApiError, Codes, DetailVisitor, ErrorCodes, FieldErrors, headers::insert_header};

/// The type of a `#[api(transparent)]` field: an error that has codes of its own.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be used with `#[api(transparent)]`: it must implement `errcode::ApiError` and \
               `errcode::ErrorCodes`",
    label = "this type has no error codes",
    note = "add `#[derive(errcode::ApiError)]` to the definition of `{Self}`, or give this variant its own \
            `#[api(code = \"…\", status = …)]` instead of `transparent`"
)]
pub trait Transparent: Sized {
    /// Its codes.
    const CODES: Codes;

    /// Both, for generated code that names the type once.
    const INNER: Inner<Self> = Inner { codes: Self::CODES, error: Self::inner };

    /// Returns the error.
    fn inner(&self) -> &dyn ApiError;
}

/// What generated code needs of the type of a transparent field. It has no bounds: a type that is no error is reported
/// where the value is made, and nowhere else.
pub struct Inner<T> {
    /// The codes of the type.
    pub codes: Codes,
    /// The error in a field of the type.
    pub error: fn(&T) -> &dyn ApiError,
}

/// The type of a `#[api(detail)]` field.
#[diagnostic::on_unimplemented(
    message = "`#[api(detail)]` requires a type that implements `serde::Serialize`, found `{Self}`",
    label = "the trait `serde::Serialize` is not implemented for `{Self}`",
    note = "add `#[derive(serde::Serialize)]` to the definition of `{Self}` if it is yours, or make another field public"
)]
pub trait DetailField {
    /// Records the field.
    fn record(&self, name: &'static str, visitor: &mut DetailVisitor<'_>);
}

#[diagnostic::do_not_recommend]
impl<T: Serialize + ?Sized> DetailField for T {
    #[inline]
    fn record(&self, name: &'static str, visitor: &mut DetailVisitor<'_>) {
        visitor.record(name, self);
    }
}

/// The type of a `#[api(header = "…")]` field.
#[diagnostic::on_unimplemented(
    message = "`#[api(header = \"…\")]` requires a type that implements `Display`, found `{Self}`",
    label = "the trait `std::fmt::Display` is not implemented for `{Self}`",
    note = "implement `std::fmt::Display` for `{Self}` if it is yours, or send a field that has it"
)]
pub trait HeaderField {
    /// Adds the header.
    fn insert(&self, name: &HeaderName, headers: &mut HeaderMap);
}

#[diagnostic::do_not_recommend]
impl<T: fmt::Display> HeaderField for T {
    fn insert(&self, name: &HeaderName, headers: &mut HeaderMap) {
        insert_header(headers, name, self);
    }
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
    message = "`#[api(retry_after)]` requires a `Duration`, a `SystemTime` or an unsigned integer of seconds, found \
               `{Self}`",
    label = "expected a `Duration`, a `SystemTime` or an unsigned integer",
    note = "an `Option` of one of them works too"
)]
pub trait RetryAfter {
    /// The time to wait, if there is one.
    fn retry_after(&self) -> Option<Duration>;
}

impl RetryAfter for Duration {
    fn retry_after(&self) -> Option<Duration> {
        Some(*self)
    }
}

impl RetryAfter for SystemTime {
    fn retry_after(&self) -> Option<Duration> {
        // A time that has passed leaves nothing to wait for.
        Some(self.duration_since(Self::now()).unwrap_or_default())
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
    message = "`#[api(field_errors)]` requires an `errcode::FieldErrors`, found `{Self}`",
    label = "expected an `errcode::FieldErrors`",
    note = "an `Option<FieldErrors>` works too; write `#[api(detail)]` to make another type public"
)]
pub trait AsFieldErrors {
    /// The field errors, if there are any.
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

/// The type of a `#[api(status)]` field.
#[diagnostic::on_unimplemented(
    message = "`#[api(status)]` on a field requires an `http::StatusCode` or a `u16`, found `{Self}`",
    label = "expected a `StatusCode` or a `u16`",
    note = "an `Option` of either works too: `None` is the static status"
)]
pub trait StatusValue {
    /// The status, if it is that of an error: a 4xx or a 5xx. A 2xx in a value is rarely meant as the answer to a
    /// request that failed; one that is can be written as the static status.
    fn status(&self) -> Option<StatusCode>;
}

impl StatusValue for StatusCode {
    fn status(&self) -> Option<StatusCode> {
        (self.is_client_error() || self.is_server_error()).then_some(*self)
    }
}

#[diagnostic::do_not_recommend]
impl StatusValue for u16 {
    fn status(&self) -> Option<StatusCode> {
        StatusCode::from_u16(*self).ok()?.status()
    }
}

#[diagnostic::do_not_recommend]
impl<T: StatusValue> StatusValue for Option<T> {
    fn status(&self) -> Option<StatusCode> {
        self.as_ref()?.status()
    }
}

#[diagnostic::do_not_recommend]
impl<T: StatusValue + ?Sized> StatusValue for &T {
    fn status(&self) -> Option<StatusCode> {
        (**self).status()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_that_do_not_fit_are_the_most_that_do() {
        assert_eq!(u128::MAX.retry_after(), Some(Duration::from_secs(u64::MAX)));
        assert_eq!(Some(5_u8).retry_after(), Some(Duration::from_secs(5)));
        assert_eq!(None::<Duration>.retry_after(), None);
    }

    #[test]
    fn a_point_in_time_is_a_wait_that_is_never_negative() {
        assert_eq!(SystemTime::UNIX_EPOCH.retry_after(), Some(Duration::ZERO));
        let later = Duration::from_secs(1000);
        let wait = (SystemTime::now() + later).retry_after().unwrap();
        assert!(wait <= later && wait + Duration::from_secs(100) > later, "{wait:?}");
    }

    #[test]
    fn a_status_that_no_error_can_have_is_none() {
        for number in [0, 99, 100, 200, 204, 304, 600, 999, 1000, u16::MAX] {
            assert_eq!(number.status(), None, "{number}");
        }
        assert_eq!(Some(404).status(), Some(StatusCode::NOT_FOUND));
        assert_eq!(None::<u16>.status(), None);
        assert_eq!(StatusCode::NOT_MODIFIED.status(), None);
        assert_eq!(StatusValue::status(&&StatusCode::GONE), Some(StatusCode::GONE));
    }
}
