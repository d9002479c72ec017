use std::{borrow::Cow, error::Error, sync::Arc, time::Duration};

use http::{HeaderMap, StatusCode};

use crate::{CodeSpec, Details, FieldErrors};

/// An error that a client of an HTTP service may see.
///
/// `#[derive(ApiError)]` implements it. It is dyn-compatible: whatever takes a `&dyn ApiError`, such as
/// [`render`](crate::render), takes a reference to any error that implements it.
///
/// Only [`spec`](Self::spec) and [`message`](Self::message) have to be written by hand; a hand-written
/// implementation decides itself what its message makes public.
///
/// ```
/// use std::{borrow::Cow, fmt};
/// use errcode::{ApiError, CodeSpec, http::StatusCode};
///
/// #[derive(Debug)]
/// struct Teapot;
///
/// impl fmt::Display for Teapot {
///     fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
///         f.write_str("no coffee here")
///     }
/// }
///
/// impl std::error::Error for Teapot {}
///
/// impl ApiError for Teapot {
///     fn spec(&self) -> &'static CodeSpec {
///         const SPEC: CodeSpec = CodeSpec::new("TEAPOT", StatusCode::IM_A_TEAPOT);
///         &SPEC
///     }
///
///     fn message(&self) -> Cow<'_, str> {
///         Cow::Borrowed("short and stout")
///     }
/// }
///
/// let error: &dyn ApiError = &Teapot;
/// assert_eq!(error.code(), "TEAPOT");
/// assert_eq!(error.status(), 418);
/// assert_eq!(error.message(), "short and stout");
/// assert!(!error.is_retryable());
/// assert!(error.retry_after().is_none());
/// assert!(error.headers().is_empty());
/// assert!(error.details().is_empty());
/// assert!(error.field_errors().is_none());
/// ```
#[diagnostic::on_unimplemented(
    message = "the trait `errcode::ApiError` is not implemented for `{Self}`",
    label = "this type has no code, status and public message",
    note = "add `#[derive(errcode::ApiError)]` to the definition of `{Self}`"
)]
// The compiler shows the next line to whoever derives `ApiError` for a type that is no error yet.
#[rustfmt::skip]
pub trait ApiError: Error { // <- derive `thiserror::Error` as well, or implement `Display` and `std::error::Error`
    /// Returns the static facts of this error's code.
    fn spec(&self) -> &'static CodeSpec;

    /// Returns the public message.
    fn message(&self) -> Cow<'_, str>;

    /// Returns the code that clients match on.
    fn code(&self) -> &'static str {
        self.spec().code()
    }

    /// Returns the status of the response (RFC 9110 §15).
    fn status(&self) -> StatusCode {
        self.spec().status()
    }

    /// Returns `true` if the client may send the same request again.
    ///
    /// By default, it is what the attribute says, or else follows [`status`](Self::status).
    fn is_retryable(&self) -> bool {
        self.spec().retryable_at(self.status())
    }

    /// Returns how long the client should wait before it does (RFC 9110 §10.2.3).
    fn retry_after(&self) -> Option<Duration> {
        self.spec().retry_after()
    }

    /// Returns the response headers that this error declares.
    ///
    /// Those of the connection and the framing, such as `Content-Length`, are not sent.
    fn headers(&self) -> HeaderMap {
        HeaderMap::new()
    }

    /// Returns the public details, serialized as a map.
    fn details(&self) -> Details<'_> {
        Details::empty()
    }

    /// Returns the validation errors of each field of the request, if any.
    fn field_errors(&self) -> Option<&FieldErrors> {
        None
    }
}

/// Implements `ApiError` for a pointer to one.
macro_rules! forward {
    ($($generics:tt)*) => {
        #[diagnostic::do_not_recommend]
        impl<$($generics)* {
            fn spec(&self) -> &'static CodeSpec {
                (**self).spec()
            }

            fn message(&self) -> Cow<'_, str> {
                (**self).message()
            }

            fn code(&self) -> &'static str {
                (**self).code()
            }

            fn status(&self) -> StatusCode {
                (**self).status()
            }

            fn is_retryable(&self) -> bool {
                (**self).is_retryable()
            }

            fn retry_after(&self) -> Option<Duration> {
                (**self).retry_after()
            }

            fn headers(&self) -> HeaderMap {
                (**self).headers()
            }

            fn details(&self) -> Details<'_> {
                (**self).details()
            }

            fn field_errors(&self) -> Option<&FieldErrors> {
                (**self).field_errors()
            }
        }
    };
}

forward!(E: ApiError + ?Sized> ApiError for &E);
forward!(E: ApiError> ApiError for Box<E>);
forward!(E: ApiError + ?Sized> ApiError for Arc<E>);

/// Lets `?` turn any `ApiError` into a boxed one, for a function that meets several types.
///
/// A blanket `From` for every [`std::error::Error`] cannot be had: it would cover the box itself, whose `From` the
/// standard library has, and an error without a code has nothing to answer with. Wrap a foreign error in a variant
/// of your own, with `#[from]`, so that it has a code and a status.
///
/// ```
/// use errcode::{ApiError, RequestContext, envelope::Nested};
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[error("no key")]
/// #[api(code = "AUTH_MISSING_KEY", status = 401)]
/// struct MissingKey;
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[error("no such job")]
/// #[api(code = "JOB_NOT_FOUND", status = 404)]
/// struct NotFound;
///
/// fn job(has_key: bool) -> Result<(), Box<dyn ApiError + Send + Sync>> {
///     if !has_key {
///         Err(MissingKey)?;
///     }
///     Err(NotFound)?
/// }
///
/// let error = job(true).unwrap_err();
/// let response = errcode::render::<Nested>(&*error, &RequestContext::new());
/// assert_eq!(response.status(), 404);
/// assert_eq!(job(false).unwrap_err().code(), "AUTH_MISSING_KEY");
/// ```
impl<'a, E: ApiError + Send + Sync + 'a> From<E> for Box<dyn ApiError + Send + Sync + 'a> {
    fn from(error: E) -> Self {
        Box::new(error)
    }
}

/// As for `Box<dyn ApiError + Send + Sync>`, within one thread.
impl<'a, E: ApiError + 'a> From<E> for Box<dyn ApiError + 'a> {
    fn from(error: E) -> Self {
        Box::new(error)
    }
}
