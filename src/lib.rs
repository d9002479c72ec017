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
//! - [`derive@ApiError`] documents the attributes; [`trait@ApiError`] is the trait that it implements.
//! - [`render`], [`respond`] and [`to_json`] render an error as a response, in a built-in [`envelope`] or in an
//!   [`Envelope`] of your own.
//! - [`catalog!`] collects the codes of many error types in one table; duplicates are compile errors.
//!
//! # What clients see
//!
//! Only what you mark as public. A field is private unless it is annotated with `detail`, `header`, `retry_after` or
//! `field_errors`, or named by `message`. A 5xx response contains its reason phrase unless `message` or `expose` is
//! written. An error's `source` is never sent. A value that cannot be sent is omitted and does not cause a panic:
//!
//! | value | behavior |
//! |---|---|
//! | a `detail` whose `Serialize` fails | omitted; the rest of the body is written |
//! | a `detail` that is a non-finite float | `null`, as `serde_json` writes it |
//! | a `detail` with the name of a standard member | omitted where the details are flattened, as in [`envelope::Problem`]; the other envelopes nest them |
//! | a `detail` or `header` field that is `None` | omitted |
//! | a `header` value that is not visible ASCII, or longer than 8 KiB | the header is omitted |
//! | a `message` or `Display` that fails | the status's reason phrase |
//! | a `retry_after` with a fraction of a second | rounded up in the `Retry-After` header |
//!
//! # Features
//!
//! | feature | default | what it adds |
//! |---|---|---|
//! | `derive` | yes | the macros |
//! | `axum` | | the module `axum`: any error as a response, extractors, the framework's own errors; `#[api(axum)]` |
//! | `actix-web` | | the module `actix_web`: the same for actix-web; `#[api(actix_web)]` |
//! | `headers` | | `axum::Header`, for the types of the crate `headers` |
//! | `tower` | | the module `tower`, with `ContextLayer` |
//! | `tracing` | | the module `tracing`: one event for each error that leaves a service |
//! | `validator`, `garde` | | the modules of these names: `FieldErrors` from their reports |
//! | `utoipa` | | the module `utoipa`: the responses of errors in a service's own OpenAPI document |
//! | `documents` | | the module `documents`: a catalog as Markdown, HTML, JSON, TypeScript and OpenAPI |
//! | `cli` | | the module `documents::cli`: a program that writes and checks these documents |
//! | `coverage` | | records which codes a test run renders |
//!
//! Without features other than the default one, errcode depends on `http`, `serde_core`, `serde_json`, `erased-serde`
//! and its derive.

#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(feature = "actix-web")]
pub mod actix_web;
#[cfg(feature = "axum")]
pub mod axum;
// The documents use all of it, utoipa's responses a part.
#[cfg(any(feature = "documents", feature = "utoipa"))]
#[cfg_attr(not(feature = "documents"), allow(dead_code))]
mod bodies;
#[cfg(feature = "documents")]
pub mod documents;
#[cfg(any(feature = "axum", feature = "actix-web"))]
mod framework_error;
#[cfg(feature = "garde")]
pub mod garde;
#[cfg(any(feature = "axum", feature = "actix-web"))]
mod input;
#[cfg(any(feature = "axum", feature = "actix-web", feature = "tracing"))]
mod server;
#[cfg(any(feature = "axum", feature = "actix-web"))]
pub mod stream;
#[cfg(feature = "tower")]
pub mod tower;
#[cfg(feature = "tracing")]
pub mod tracing;
#[cfg(feature = "utoipa")]
pub mod utoipa;
#[cfg(feature = "validator")]
pub mod validator;

#[cfg(any(feature = "axum", feature = "actix-web", feature = "tower"))]
pub use errcode_core::InScope;
pub use errcode_core::{
    ApiError, Catalog, CatalogIter, CodeSpec, Codes, CodesIter, DetailKind, DetailSpec,
    DetailVisitor, Details, Domain, Envelope, ErrorCodes, ErrorView, FieldError, FieldErrors,
    FieldErrorsIter, HasEnvelope, JsonPointer, RequestContext, RetiredIter, VisitDetails, envelope,
    render, respond, to_json,
};
#[cfg(any(feature = "axum", feature = "actix-web"))]
pub use framework_error::FrameworkError;
pub use http;
#[cfg(any(feature = "axum", feature = "actix-web"))]
pub use input::Input;
#[cfg(any(feature = "axum", feature = "actix-web", feature = "tracing"))]
pub use server::OnError;

/// Derives [`trait@ApiError`], [`ErrorCodes`] and [`HasEnvelope`] for an enum or a struct.
///
/// The type must implement [`std::error::Error`], for example with `thiserror`. The only helper attribute is
/// `#[api(...)]`.
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
/// Each mistake is reported at its own span with a suggested fix, and all mistakes in an enum are reported together.
#[doc = include_str!("../docs/attributes.md")]
#[cfg(feature = "derive")]
pub use errcode_derive::ApiError;

/// Defines a [`Catalog`]: a static table of the codes of several error types, of this and of other crates.
///
/// Compilation fails, at the type's path in the list, if two types use the same code, or if one uses a code that
/// another has retired. A type that is both listed and inside a `transparent` variant counts once.
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
/// Options follow the list:
///
/// | option | meaning |
/// |---|---|
/// | `lock = "errcodes.lock"` | the file with the released codes, relative to the manifest |
/// | `level = "all"` (default), `"codes"` | what the lock holds: all that clients can read, or only which codes exist |
/// | `crate = path` | path to the `errcode` crate, if renamed |
///
/// With a lock, a released code that is gone without being `retired`, that has another status or retryability, or that
/// has lost a detail or header is a compile error. Additions make a test fail that the macro defines.
/// `ERRCODE_LOCK=overwrite cargo test` rewrites the file; it is refused where the variable `CI` is set.
#[cfg(feature = "derive")]
#[macro_export]
macro_rules! catalog {
    ($($input:tt)*) => {
        $crate::__private0::catalog_macro! { ($crate) $($input)* }
    };
}

/// Defines a domain: what the error types of a service share is written once.
///
/// An error type joins it with `#[api(domain = path)]`. A code that two types of a domain use, or that one uses and
/// another has retired, is a compile error in the crate of the domain, without any list; both must list it in `shared`
/// to share it. Types of other crates are compared where a type forwards to them or a [`catalog!`] lists them. Every
/// option may be left out.
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
        $crate::__private0::domain_macro! { ($crate) $($input)* }
    };
}

#[doc(hidden)]
pub mod __private0 {
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

#[cfg(test)]
mod tests {
    #[test]
    fn the_hidden_module_has_the_version() {
        // Its name is the patch version, which the derive writes too.
        assert_eq!(env!("CARGO_PKG_VERSION_PATCH"), "0", "rename `__private0`");
    }
}
