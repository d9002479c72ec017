//! Errors as responses of [axum](https://docs.rs/axum) (feature `axum`).
//!
//! `#[api(axum)]` implements axum's `IntoResponse` for an error, in its envelope, so a handler returns
//! `Result<T, JobError>`. Per-request data, such as the request's id, comes from [`ContextLayer`].
//!
//! ```
//! use axum::{Router, response::IntoResponse, routing::get};
//! use errcode::{ApiError, RequestContext, axum::ContextLayer};
//!
//! #[derive(Debug, thiserror::Error, ApiError)]
//! #[api(axum)]
//! enum JobError {
//!     #[error("job {0} not found")]
//!     #[api(code = "JOB_NOT_FOUND", status = 404)]
//!     NotFound(u64),
//! }
//!
//! async fn job() -> Result<String, JobError> {
//!     Err(JobError::NotFound(7))
//! }
//!
//! let app: Router = Router::new().route("/jobs/7", get(job)).layer(ContextLayer::new(
//!     |request: &errcode::http::request::Parts| RequestContext::new().path_of(&request.uri),
//! ));
//! # let _ = app;
//! assert_eq!(JobError::NotFound(7).into_response().status(), 404);
//! ```

mod error;

use std::sync::Arc;

use axum::{body::Body, response::Response};

use crate::{ApiError, CodeSpec, Envelope, HasEnvelope, RequestContext};

pub use self::error::Error;
pub use crate::tower::ContextLayer;

/// Renders an error as an axum response.
///
/// Its extensions hold the error's `&'static CodeSpec`, for middleware that logs or counts codes.
///
/// ```
/// use errcode::{ApiError, CodeSpec, RequestContext, envelope::Problem};
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[error("gone")]
/// #[api(code = "GONE", status = 410)]
/// struct Gone;
///
/// let response = errcode::axum::render::<Problem>(&Gone, &RequestContext::new());
/// assert_eq!(response.status(), 410);
/// let spec = response.extensions().get::<&'static CodeSpec>();
/// assert_eq!(spec.map(|spec| spec.code()), Some("GONE"));
/// ```
pub fn render<E: Envelope>(error: &dyn ApiError, context: &RequestContext) -> Response {
    let mut response = crate::render::<E>(error, context).map(Body::from);
    response.extensions_mut().insert::<&'static CodeSpec>(error.spec());
    response
}

/// Renders an error as an axum response in the envelope of its own type.
///
/// ```
/// use errcode::{ApiError, RequestContext};
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[error("gone")]
/// #[api(code = "GONE", status = 410)]
/// struct Gone;
///
/// let response = errcode::axum::respond(&Gone, &RequestContext::new());
/// assert_eq!(response.status(), 410);
/// ```
pub fn respond<E: ApiError + HasEnvelope>(error: &E, context: &RequestContext) -> Response {
    render::<E::Envelope>(error, context)
}

/// Renders an error that the response's extensions can keep, for layers that read more of it than its code.
fn render_shared<E: Envelope>(
    error: Arc<dyn ApiError + Send + Sync>,
    context: &RequestContext,
) -> Response {
    let mut response = render::<E>(&*error, context);
    response.extensions_mut().insert(error);
    response
}

#[doc(hidden)]
pub mod private {
    pub use axum::response::{IntoResponse, Response};

    use crate::{ApiError, HasEnvelope, RequestContext};

    /// What `#[api(axum)]` does: the error's own envelope, the context of the [`ContextLayer`](super::ContextLayer).
    pub fn into_response<E: ApiError + HasEnvelope>(error: &E) -> Response {
        super::respond(error, &RequestContext::current())
    }
}
