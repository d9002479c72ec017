//! Responses of errors in the OpenAPI document of a service that uses [utoipa](https://docs.rs/utoipa) (feature
//! `utoipa`).
//!
//! [`Errors`] stands for the responses of error types in `#[utoipa::path(responses(…))]`: one for each status, with the
//! envelope's schema, each code as an example, and the headers. [`ServiceErrors`] adds what every operation can answer
//! with, and is declared once. [`Merged`] makes one response of several for the same status, of which utoipa itself keeps
//! the last.
//!
//! ```
//! use errcode::{ApiError, envelope::Nested, utoipa::{Errors, ServiceErrors}};
//! use utoipa::OpenApi;
//!
//! #[derive(Debug, thiserror::Error, ApiError)]
//! enum JobError {
//!     /// No such job
//!     #[error("no job {id}")]
//!     #[api(code = "JOB_NOT_FOUND", status = 404)]
//!     NotFound { #[api(detail)] id: u64 },
//!     /// Too many jobs
//!     #[error("too many jobs")]
//!     #[api(code = "JOB_LIMIT", status = 429, retry_after = 5)]
//!     Limit,
//! }
//!
//! #[derive(Debug, thiserror::Error, ApiError)]
//! enum AuthError {
//!     /// API key missing
//!     #[error("no key")]
//!     #[api(code = "AUTH_NO_KEY", status = 401)]
//!     NoKey,
//! }
//!
//! #[utoipa::path(get, path = "/jobs/{id}", responses(
//!     (status = 200, description = "The job's name", body = String),
//!     Errors<JobError, Nested>,
//! ))]
//! async fn job() {}
//!
//! static EVERYWHERE: ServiceErrors<AuthError, Nested> = ServiceErrors::new();
//!
//! #[derive(OpenApi)]
//! #[openapi(paths(job), modifiers(&EVERYWHERE))]
//! struct Api;
//!
//! let document = serde_json::to_value(Api::openapi())?;
//! let responses = &document["paths"]["/jobs/{id}"]["get"]["responses"];
//! assert!(responses["200"].is_object());
//! assert!(responses["429"]["headers"]["retry-after"].is_object());
//! assert_eq!(responses["401"]["$ref"], "#/components/responses/Error401");
//!
//! let content = &responses["404"]["content"]["application/json"];
//! assert_eq!(content["schema"]["properties"]["error"]["properties"]["code"]["enum"][0], "JOB_NOT_FOUND");
//! assert_eq!(content["examples"]["JOB_NOT_FOUND"]["value"]["error"]["details"]["id"], 1);
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! An `OpenApiRouter` of utoipa-axum has its document in `get_openapi_mut()`, to which
//! [`modify`](utoipa::Modify::modify) applies the errors of the service after the last route is added:
//!
//! ```
//! # use errcode::{ApiError, utoipa::ServiceErrors};
//! use utoipa::{Modify, openapi::OpenApi};
//!
//! # #[derive(Debug, thiserror::Error, ApiError)]
//! # #[error("no key")]
//! # #[api(code = "AUTH_NO_KEY", status = 401)]
//! # struct AuthError;
//! fn document(mut openapi: OpenApi) -> OpenApi {
//!     ServiceErrors::<AuthError>::new().modify(&mut openapi);
//!     openapi
//! }
//! # let _ = document;
//! ```
//!
//! # Schemas
//!
//! The schema of a body is inferred from what the envelope renders, so it is right for any envelope; a service with a
//! schema of its own names it in [`WithSchema`]. With [`Negotiated`](crate::envelope::Negotiated), a response has the media
//! types of all envelopes that are offered. Schemas list their codes in the extension `x-error-codes`, too, which
//! does not depend on where an envelope has the code.

mod envelope;
mod merge;
mod responses;
mod schema;
mod service;

use std::{collections::BTreeMap, fmt, marker::PhantomData};

use utoipa::{
    IntoResponses,
    openapi::{RefOr, Response},
};

use crate::{CodeSpec, ErrorCodes};

pub use envelope::{Bodies, BodiesOf, OwnEnvelope, WithSchema};
pub use merge::merge;
pub use service::ServiceErrors;

/// The responses of an error type, or of a tuple of them, in the envelope `Env`.
///
/// It is for `#[utoipa::path(responses(…))]`, and is no value. Without `Env`, it is the types' own envelope, as
/// [`respond`](crate::respond) uses it; a service that answers in one house envelope names that.
///
/// There is one response for each status. It has the schema of the envelope with the codes as an `enum`, an example for
/// each code, and the headers that the codes declare.
///
/// Of two entries of a list that have a status in common, utoipa keeps the last. Put error types in a tuple, and any types
/// that implement [`IntoResponses`] in [`Merged`]. What is written as `(status = …)` is not lost next to
/// [`ServiceErrors`], which is added to the finished document.
///
/// ```
/// use errcode::{ApiError, envelope::Nested, utoipa::Errors};
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[error("no such job")]
/// #[api(code = "JOB_NOT_FOUND", status = 404)]
/// struct NoJob;
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[error("no such user")]
/// #[api(code = "USER_NOT_FOUND", status = 404)]
/// struct NoUser;
///
/// #[utoipa::path(get, path = "/jobs", responses(
///     (status = 200, description = "The jobs"),
///     Errors<(NoJob, NoUser), Nested>,
/// ))]
/// async fn jobs() {}
/// ```
///
/// With utoipa's feature `auto_into_responses`, the error type of a handler is asked for its responses:
///
/// ```
/// # use errcode::{ApiError, utoipa::Errors};
/// use std::collections::BTreeMap;
/// use utoipa::{IntoResponses, openapi::{RefOr, Response}};
/// #
/// # #[derive(Debug, thiserror::Error, ApiError)]
/// # #[error("no such job")]
/// # #[api(code = "JOB_NOT_FOUND", status = 404)]
/// # struct NoJob;
///
/// impl IntoResponses for NoJob {
///     fn responses() -> BTreeMap<String, RefOr<Response>> {
///         Errors::<Self>::responses()
///     }
/// }
/// ```
pub struct Errors<T, Env = OwnEnvelope>(PhantomData<fn() -> (T, Env)>);

impl<T, Env> fmt::Debug for Errors<T, Env> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Errors")
    }
}

impl<T: ErrorCodes, Env: BodiesOf<T>> IntoResponses for Errors<T, Env> {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        responses::responses(T::CODES, &Env::bodies())
    }
}

/// Returns the responses of codes, such as those of a catalog, by status. See [`Errors`].
///
/// ```
/// use errcode::{ApiError, catalog, envelope::Problem};
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[error("gone")]
/// #[api(code = "GONE", status = 410)]
/// struct Gone;
///
/// catalog!(static CODES = [Gone]);
///
/// let responses = errcode::utoipa::responses::<Problem>(&CODES);
/// assert!(responses.keys().eq(["410"]));
/// ```
#[must_use]
pub fn responses<Env: BodiesOf<()>>(
    codes: impl IntoIterator<Item = &'static CodeSpec>,
) -> BTreeMap<String, RefOr<Response>> {
    responses::responses(codes, &Env::bodies())
}

/// The responses of several types, with those of the same status as one.
///
/// `T` is a tuple of types that implement [`IntoResponses`], or a [`Result`] of two. utoipa by itself keeps one of two
/// responses that have the same status. See [`merge`] for what becomes of them.
///
/// ```
/// use errcode::{ApiError, envelope::Nested, utoipa::{Errors, Merged}};
/// use utoipa::IntoResponses;
///
/// /// Partial content is reported with 202, as is the success.
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[error("not all were found")]
/// #[api(code = "PARTIAL", status = 202)]
/// struct Partial;
///
/// #[derive(IntoResponses)]
/// #[response(status = 202, description = "All were found")]
/// struct Found(#[expect(dead_code)] Vec<String>);
///
/// #[utoipa::path(post, path = "/search", responses(Merged<Result<Found, Errors<Partial, Nested>>>))]
/// async fn search() {}
///
/// let responses = Merged::<(Found, Errors<Partial, Nested>)>::responses();
/// let content = &serde_json::to_value(&responses["202"])?["content"]["application/json"];
/// assert_eq!(content["schema"]["anyOf"][0]["type"], "array");
/// assert_eq!(content["schema"]["anyOf"][1]["x-error-codes"][0], "PARTIAL");
/// # Ok::<(), serde_json::Error>(())
/// ```
pub struct Merged<T>(PhantomData<fn() -> T>);

impl<T> fmt::Debug for Merged<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Merged")
    }
}

impl<T: IntoResponses, E: IntoResponses> IntoResponses for Merged<Result<T, E>> {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        Merged::<(T, E)>::responses()
    }
}

macro_rules! merged {
    ($first:ident $(, $rest:ident)*) => {
        impl<$first: IntoResponses, $($rest: IntoResponses),*> IntoResponses
            for Merged<($first, $($rest,)*)>
        {
            fn responses() -> BTreeMap<String, RefOr<Response>> {
                #[allow(unused_mut, reason = "for a tuple of one")]
                let mut responses = $first::responses();
                $(merge(&mut responses, $rest::responses());)*
                responses
            }
        }
    };
}

merged!(A);
merged!(A, B);
merged!(A, B, C);
merged!(A, B, C, D);
merged!(A, B, C, D, E);
merged!(A, B, C, D, E, F);
merged!(A, B, C, D, E, F, G);
merged!(A, B, C, D, E, F, G, H);
