//! The shape of an error body: the trait [`Envelope`] and the built-in envelopes.

mod google;
mod json_api;
mod map;
mod negotiated;
mod nested;
mod object;
mod page;
mod problem;

use http::HeaderMap;
use serde_core::Serialize;

use crate::{
    ErrorView, json,
    render::{Render, render_unrecorded},
};

pub use google::Google;
pub use json_api::JsonApi;
pub use negotiated::{Envelopes, Negotiated, Offer};
pub use nested::Nested;
pub use object::Object;
pub use page::{Html, Markdown};
pub use problem::Problem;

/// The format of a service's error responses.
///
/// A service's own envelope is a unit struct and this implementation, with an [`Object`] or any other type that
/// serializes:
///
/// ```
/// use errcode::{ApiError, Envelope, ErrorView, RequestContext, envelope::Object};
/// use serde::Serialize;
///
/// struct Flat;
///
/// impl Envelope for Flat {
///     fn body(view: ErrorView<'_>) -> impl Serialize {
///         Object::new()
///             .member("error", true)
///             .member("error_code", view.code())
///             .member("message", view.message())
///             .optional("details", view.details().non_empty())
///     }
/// }
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[error("Job not found")]
/// #[api(code = "JOB_NOT_FOUND", status = 404)]
/// struct JobNotFound {
///     #[api(detail)]
///     job_id: &'static str,
/// }
///
/// let body = errcode::to_json::<Flat>(&JobNotFound { job_id: "batch_1" }, &RequestContext::new());
/// assert_eq!(
///     body,
///     br#"{"error":true,"error_code":"JOB_NOT_FOUND","message":"Job not found","details":{"job_id":"batch_1"}}"#,
/// );
/// ```
///
/// With a serde struct, the same body is:
///
/// ```
/// use std::borrow::Cow;
/// use errcode::Details;
///
/// #[derive(serde::Serialize)]
/// struct Body<'a> {
///     error: bool,
///     error_code: &'static str,
///     message: Cow<'a, str>,
///     #[serde(skip_serializing_if = "Details::is_empty")]
///     details: Details<'a>,
/// }
/// ```
///
/// A struct that flattens the details beside fields of its own leaves out those with the same names:
/// `view.details().without(&["code", "message"])`.
///
/// A body that is not JSON, or not compact, is written by [`write`](Self::write):
///
/// ```
/// use errcode::{ApiError, Envelope, ErrorView, RequestContext, http::{HeaderMap, HeaderValue, header}};
/// use serde::Serialize;
///
/// struct PlainText;
///
/// impl Envelope for PlainText {
///     const CONTENT_TYPE: &'static str = "text/plain; charset=utf-8";
///
///     fn body(view: ErrorView<'_>) -> impl Serialize {
///         view.message()
///     }
///
///     fn headers(_: ErrorView<'_>, headers: &mut HeaderMap) {
///         headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
///     }
///
///     fn write(view: ErrorView<'_>, out: &mut Vec<u8>) {
///         out.extend_from_slice(format!("{}: {}\n", view.code(), view.message()).as_bytes());
///     }
/// }
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[error("Job not found")]
/// #[api(code = "JOB_NOT_FOUND", status = 404)]
/// struct JobNotFound;
///
/// let response = errcode::render::<PlainText>(&JobNotFound, &RequestContext::new());
/// assert_eq!(response.headers()["content-type"], "text/plain; charset=utf-8");
/// assert_eq!(response.headers()["cache-control"], "no-store");
/// assert_eq!(response.body(), b"JOB_NOT_FOUND: Job not found\n");
/// ```
#[diagnostic::on_unimplemented(
    message = "the trait `errcode::Envelope` is not implemented for `{Self}`",
    label = "not an envelope",
    note = "implement `errcode::Envelope` for `{Self}`, or use one of `errcode::envelope`: `Problem`, `Nested`, \
            `JsonApi`, `Google`"
)]
pub trait Envelope {
    /// The media type of the body. It must be a legal header value; another is a compile error where an error type
    /// or a domain names the envelope, and otherwise where it is rendered.
    const CONTENT_TYPE: &'static str = "application/json";

    /// Builds the response body.
    fn body(view: ErrorView<'_>) -> impl Serialize;

    /// Adds headers to the response, such as the request's id. By default it adds none.
    ///
    /// `headers` holds what the error declares, `Content-Type` and `Retry-After`. What is added here that belongs
    /// to the connection or the framing of the message, such as `Content-Length`, is not sent, nor is a second
    /// `Content-Type` or `Retry-After`.
    fn headers(view: ErrorView<'_>, headers: &mut HeaderMap) {
        let _ = (view, headers);
    }

    /// Appends the serialized body to `out`. By default, it is [`body`](Self::body) as compact JSON.
    ///
    /// By default, a detail whose `Serialize` fails is left out and the rest is written. If the body cannot be
    /// written even so, because the envelope's own `Serialize` fails, it is `{"code":…,"message":…}`.
    fn write(view: ErrorView<'_>, out: &mut Vec<u8>) {
        if json::write(&Self::body(view), out).is_err() {
            write_again::<Self>(view, out);
        }
    }

    /// Names each envelope that a response can have, for documents: this one, unless it offers others.
    #[doc(hidden)]
    fn each(visit: &mut dyn FnMut(Render))
    where
        Self: Sized,
    {
        visit(render_unrecorded::<Self>);
    }
}

/// Each attempt is made only if the one before it failed; the last, two strings, cannot.
#[cold]
fn write_again<E: Envelope + ?Sized>(view: ErrorView<'_>, out: &mut Vec<u8>) {
    let outcome = json::write(&E::body(view.only_serializable()), out)
        .or_else(|_| json::write(&last_resort(view), out));
    debug_assert!(outcome.is_ok(), "two strings can be written");
}

/// The body that remains when an envelope cannot be serialized at all.
fn last_resort(view: ErrorView<'_>) -> impl Serialize {
    Object::new().member("code", view.code()).member("message", view.message())
}

/// An error type with an envelope of its own.
///
/// The derive implements it: with the type of `#[api(envelope = …)]`, else that of the type's
/// [domain](crate::Domain), else [`Problem`]. A tuple of types with the same envelope has it, too.
///
/// ```
/// use errcode::{ApiError, HasEnvelope, envelope::{JsonApi, Problem}};
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[error("gone")]
/// #[api(code = "GONE", status = 410)]
/// struct Gone;
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[error("lost")]
/// #[api(code = "LOST", status = 404, envelope = JsonApi)]
/// struct Lost;
///
/// let _: <Gone as HasEnvelope>::Envelope = Problem;
/// let _: <Lost as HasEnvelope>::Envelope = JsonApi;
/// ```
#[diagnostic::on_unimplemented(
    message = "the trait `errcode::HasEnvelope` is not implemented for `{Self}`",
    label = "this type has no envelope of its own",
    note = "use `errcode::render::<Envelope>(…)`, which takes any `&dyn ApiError`, or add \
            `#[derive(errcode::ApiError)]` to a type of your own"
)]
pub trait HasEnvelope {
    /// The envelope that [`respond`](crate::respond) and the web frameworks use for this type.
    type Envelope: Envelope;
}
