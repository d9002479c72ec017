//! Derive the HTTP side of a service's errors: status, stable code, headers and JSON body.
//!
//! ```
//! use errcode::{ApiError, RequestContext, envelope::Nested};
//!
//! #[derive(Debug, thiserror::Error, ApiError)]
//! enum JobError {
//!     /// Job deadline passed
//!     #[error("job {id} expired (deadline {deadline})")]
//!     #[api(code = "JOB_EXPIRED", status = 410, message = "Job {id} has expired")]
//!     Expired { #[api(detail = "job_id")] id: String, deadline: u64 },
//! }
//!
//! let error = JobError::Expired { id: "7".into(), deadline: 1700 };
//! let response = errcode::render::<Nested>(&error, &RequestContext::new());
//! assert_eq!(response.status(), 410);
//! assert_eq!(
//!     response.into_body(),
//!     concat!(
//!         r#"{"error":{"code":"JOB_EXPIRED","message":"Job 7 has expired","retryable":false,"#,
//!         r#""details":{"job_id":"7"}}}"#,
//!     ).as_bytes(),
//! );
//! ```
//!
//! - [`derive@ApiError`] says what can be written on an error, and [`trait@ApiError`] what an error then answers.
//! - [`render`], [`respond`] and [`to_json`] make a response of it, in one of the [`envelope`]s or in the service's
//!   own [`Envelope`].
//! - [`catalog!`] lists the codes of many errors, each once, and fails the build if one is used twice.
//!
//! # What a client sees
//!
//! Nothing that was not meant for it. A field is private unless it is marked `detail` or `header` or named by
//! `message`. A 5xx says its reason phrase unless `message` or `expose` is written. An error's `source` is never
//! shown. A value that cannot be shown is left out and never causes a panic:
//!
//! | value | what becomes of it |
//! |---|---|
//! | a `detail` whose `Serialize` fails | left out; the rest of the body is written |
//! | a `detail` that is a non-finite float | `null`, as `serde_json` writes it |
//! | a `detail` with the name of a standard member | left out where the details are flattened, as in [`envelope::Problem`]; the other envelopes keep them apart |
//! | a `detail` or `header` field that is `None` | left out |
//! | a `header` value that is not visible ASCII, or longer than 8 KiB | left out |
//! | a `message` or `Display` that fails | the status's reason phrase |
//! | a `retry_after` of part of a second | rounded up in the `Retry-After` header |
//!
//! # Features
//!
//! `derive` (default): the macros. `axum`: `#[api(axum)]`. `actix-web`: `#[api(actix_web)]`. `tower`:
//! [`ContextLayer`](tower::ContextLayer).
//! Without features other than the default one, errcode depends on `http`, `serde`, `serde_json` and its derive.

#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(feature = "actix-web")]
pub mod actix_web;
#[cfg(feature = "axum")]
pub mod axum;
#[cfg(feature = "documents")]
pub mod documents;
#[cfg(any(feature = "tower", feature = "actix-web"))]
mod scope;
#[cfg(feature = "tower")]
pub mod tower;

pub use errcode_core::{
    ApiError, Catalog, CatalogIter, CodeSpec, Codes, CodesIter, DetailKind, DetailSpec,
    DetailVisitor, Details, Domain, Envelope, ErrorCodes, ErrorView, FieldError, FieldErrors,
    FieldErrorsIter, HasEnvelope, RequestContext, RetiredIter, VisitDetails, envelope, render,
    respond, to_json,
};
pub use http;

/// Derives [`trait@ApiError`], [`ErrorCodes`] and [`HasEnvelope`] for an enum or a struct.
///
/// The type has to be a [`std::error::Error`], by `thiserror` or by hand. The only helper attribute is
/// `#[api(...)]`. On an enum (`#[api(...)]` above it):
///
/// | key | value | meaning |
/// |---|---|---|
/// | `prefix` | string | every code begins with it |
/// | `category` | string | documentation, for every variant that does not say its own |
/// | `docs_url` | string | where codes are documented; `{code}` stands for the code |
/// | `status`, `retryable` | as on a variant | for every variant that does not say its own |
/// | `retired("A", "B")` | strings | codes that were released once and must never be used again |
/// | `code_style` | `"SCREAMING_SNAKE_CASE"` (default), `"snake_case"`, `"kebab-case"`, `"any"` | how codes are spelled |
/// | `envelope` | type | the [`HasEnvelope::Envelope`]; [`envelope::Problem`] by default |
/// | `axum`, `actix_web` | | implements the framework's response trait; needs the feature of that name |
/// | `crate` | path | where errcode is, if it was renamed |
///
/// On a variant:
///
/// | key | value | meaning |
/// |---|---|---|
/// | `code` | string | what clients match on: required, at most 63 bytes, written out in full |
/// | `status` | number, or const path to an [`http::StatusCode`] | required here or on the enum: a 4xx, a 5xx, or a 2xx that can carry a body |
/// | `retryable` | bool | default true for 408, 425, 429, 502, 503 and 504 |
/// | `message` | format string over the fields (`{id}`, `{0}`, `{wait:?}`) | the public message |
/// | `expose` | | `Display` is the public message on a 5xx too |
/// | `title` | string | default: the first line of the doc comment, or else the reason phrase |
/// | `description` | string | default: the first paragraph of the doc comment |
/// | `resolution` | string | what the caller should do |
/// | `category`, `since`, `deprecated` | string | documentation; Rust's own `#[deprecated]` counts too |
/// | `retry_after` | seconds | how long to wait, where no field says so |
/// | `header("Name", "value")` | strings | a header of every occurrence; may repeat |
/// | `detail("name", "value")` | strings | a detail of every occurrence; may repeat |
/// | `transparent` | | the one field is an `ApiError` that everything comes from |
///
/// On a field:
///
/// | key | meaning |
/// |---|---|
/// | `detail`, `detail = "name"` | public, among the details |
/// | `header = "Name"` | the field's `Display` is the header's value |
/// | `retry_after` | a [`Duration`](std::time::Duration) or unsigned integer of seconds to wait |
/// | `field_errors` | a [`FieldErrors`] |
///
/// Beside displaydoc, whose doc comments are format strings, `title` and `description` are best written.
///
/// A struct takes the keys of an enum and of a variant. An `Option` works wherever a field does; `None` sends
/// nothing. The public message is `message` if written; else `Display`, below 500 or with `expose`; else the
/// status's reason phrase.
///
/// ```
/// use std::time::Duration;
/// use errcode::{ApiError, FieldErrors};
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[api(prefix = "JOB_", category = "Job", docs_url = "https://docs.example.com/errors/{code}")]
/// enum JobError {
///     /// Too many jobs in flight
///     #[error("over the limit of {limit}")]
///     #[api(code = "JOB_LIMIT", status = 429)]
///     Limited {
///         #[api(detail, header = "X-RateLimit-Limit")]
///         limit: u32,
///         #[api(retry_after)]
///         wait: Duration,
///     },
///
///     #[error("invalid")]
///     #[api(code = "JOB_INVALID", status = 422, message = "The job is not valid")]
///     Invalid(#[api(field_errors)] FieldErrors),
///
///     #[error("connection to {0} lost")]
///     #[api(code = "JOB_STORE", status = 503, retry_after = 5, header("Cache-Control", "no-store"))]
///     Store(String),
/// }
///
/// let error = JobError::Limited { limit: 8, wait: Duration::from_millis(1500) };
/// assert_eq!(error.headers()["x-ratelimit-limit"], "8");
/// assert_eq!(error.spec().title(), "Too many jobs in flight");
///
/// let error = JobError::Store("db-7.internal".into());
/// assert_eq!(error.message(), "Service Unavailable");
/// assert_eq!(error.retry_after(), Some(Duration::from_secs(5)));
/// ```
///
/// A mistake is reported where it stands, with what to write instead, and all mistakes of an enum in one build.
#[cfg(feature = "derive")]
pub use errcode_derive::ApiError;

/// Defines a [`Catalog`]: a static table of the codes of several error types, of this and of other crates.
///
/// The build fails, at the path of the type, if a code stands in two of them, or in one after another has
/// retired it. A type that is reached by two ways, listed and inside a `transparent` variant, counts once.
///
/// ```
/// use errcode::{ApiError, catalog};
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[api(retired("JOB_PAUSED"))]
/// enum JobError {
///     #[error("not found")]
///     #[api(code = "JOB_NOT_FOUND", status = 404)]
///     NotFound,
/// }
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[error("no key")]
/// #[api(code = "NO_KEY", status = 401)]
/// struct NoKey;
///
/// catalog! {
///     /// Every code of the coordinator.
///     pub static COORDINATOR = [JobError, NoKey];
/// }
///
/// assert_eq!(COORDINATOR.len(), 2);
/// assert_eq!(COORDINATOR.get("NO_KEY").map(|spec| spec.status().as_u16()), Some(401));
/// assert!(COORDINATOR.retired().eq(["JOB_PAUSED"]));
/// ```
///
/// Behind the list, `crate = path` says where errcode is if it was renamed.
#[cfg(feature = "derive")]
#[macro_export]
macro_rules! catalog {
    ($($input:tt)*) => {
        $crate::__private::catalog_macro! { ($crate) $($input)* }
    };
}

/// Defines a domain: what the error types of a service share is written once.
///
/// An error type joins it with `#[api(domain = path)]`. A code that two types of a domain use, or that one uses and
/// another has retired, is a compile error in the crate of the domain, without any list; both must list it in `shared`
/// to share it. Every option may be left out.
///
/// ```
/// use errcode::{ApiError, domain, envelope::Nested};
///
/// domain! {
///     /// Everything that the coordinator answers with.
///     pub Coordinator {
///         name = "coordinator.example.com",
///         docs_url = "https://docs.example.com/errors/{code}",
///         envelope = Nested,
///     }
/// }
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[api(domain = Coordinator, prefix = "AUTH_")]
/// pub enum AuthError {
///     #[error("no key")]
///     #[api(code = "AUTH_NO_KEY", status = 401)]
///     NoKey,
/// }
///
/// let spec = AuthError::NoKey.spec();
/// assert_eq!(spec.domain(), Some("coordinator.example.com"));
/// assert_eq!(spec.docs_url(), Some("https://docs.example.com/errors/AUTH_NO_KEY"));
/// ```
///
/// | option | value | meaning |
/// |---|---|---|
/// | `name` | string | the `domain` of AIP-193 |
/// | `docs_url` | string | where codes are documented; `{code}` stands for the code |
/// | `envelope` | type | the default [`Envelope`] of its types; [`envelope::Problem`] without it |
/// | `catalog` | path | the [`catalog!`] that must list every type of the domain |
#[cfg(feature = "derive")]
#[macro_export]
macro_rules! domain {
    ($($input:tt)*) => {
        $crate::__private::domain_macro! { ($crate) $($input)* }
    };
}

#[doc(hidden)]
pub mod __private {
    #[cfg(feature = "actix-web")]
    pub use crate::actix_web::private as actix_web;
    #[cfg(feature = "axum")]
    pub use crate::axum::private as axum;
    pub use errcode_core::private::*;
    #[cfg(feature = "derive")]
    pub use errcode_derive::{catalog as catalog_macro, domain as domain_macro};
}

/// The README's examples, as tests.
#[cfg(all(doctest, feature = "axum"))]
#[doc = include_str!("../README.md")]
struct Readme;
