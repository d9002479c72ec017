//! The shape of an error body: the trait [`Envelope`], and the envelopes that are standards.

mod google;
mod json_api;
mod nested;
mod object;
mod problem;

use serde::Serialize;

use crate::ErrorView;

pub use google::{DocsHost, Domain, Google};
pub use json_api::JsonApi;
pub use nested::Nested;
pub use object::Object;
pub use problem::Problem;

/// The JSON body of a service's errors.
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
///     fn body<'a>(view: &ErrorView<'a>) -> impl Serialize + use<'a> {
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
/// `view.details().except(&["code", "message"])`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no envelope: the trait `errcode::Envelope` is not implemented for it",
    label = "this type does not say what a body looks like",
    note = "implement `errcode::Envelope` for `{Self}`, or name one of `errcode::envelope`: `Problem`, `Nested`, \
            `JsonApi`, `Google`"
)]
pub trait Envelope {
    /// The media type of the body. One that is no legal header value fails the build.
    const CONTENT_TYPE: &'static str = "application/json";

    /// The body that shows `view`.
    fn body<'a>(view: &ErrorView<'a>) -> impl Serialize + use<'a, Self>;
}

/// An error type that names its envelope.
///
/// The derive implements it: with the type of `#[api(envelope = …)]`, or else with [`Problem`].
///
/// ```
/// use errcode::{ApiError, Enveloped, envelope::{JsonApi, Problem}};
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
/// let _: <Gone as Enveloped>::Envelope = Problem;
/// let _: <Lost as Enveloped>::Envelope = JsonApi;
/// ```
pub trait Enveloped {
    /// What the error's body looks like.
    type Envelope: Envelope;
}
