//! Errors as responses of [axum](https://docs.rs/axum) (feature `axum`).
//!
//! A handler returns `Result<T, Error<Env>>`, to which `?` converts any error, and [`Errors`] installs what a service
//! needs besides: [`FrameworkError`]s in the same envelope, the request's identifier, an answer
//! in place of a panic and a hook for logs. [`Json`], [`Path`], [`Query`] and [`Form`] extract as axum's do.
//!
//! ```
//! use axum::{Router, routing::get};
//! use errcode::{ApiError, axum::{Error, Errors, Path}, envelope::Nested};
//!
//! #[derive(Debug, thiserror::Error, ApiError)]
//! #[error("job {0} not found")]
//! #[api(code = "JOB_NOT_FOUND", status = 404)]
//! struct NotFound(u64);
//!
//! async fn job(Path(id): Path<u64>) -> Result<String, Error<Nested>> {
//!     Err(NotFound(id))?
//! }
//!
//! let app: Router = Errors::<Nested>::new().install(Router::new().route("/jobs/{id}", get(job)));
//! # let _ = app;
//! ```
//!
//! `#[api(axum)]` implements axum's `IntoResponse` for an error, in the envelope of its type, so a handler returns
//! `Result<T, JobError>`. With [`ContextLayer`] alone, a service has the request's data in its errors and nothing else.
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

mod called;
mod error;
mod errors;
mod event;
mod extract;
#[cfg(feature = "headers")]
mod header;
mod rejection;

use std::sync::Arc;

use axum::{body::Body, response::Response};

use crate::{
    ApiError, CodeSpec, Envelope, FrameworkError, HasEnvelope, RequestContext,
    server::{self, Server},
};

#[cfg(feature = "headers")]
pub use self::header::Header;
pub use self::{
    error::Error,
    errors::{Errors, ErrorsFuture, ErrorsLayer, ErrorsService},
    event::event,
    extract::{Extract, Form, Json, Path, Query},
    rejection::handle_error,
};
pub use crate::{server::Passthrough, tower::ContextLayer};

/// Renders an error as an axum response.
///
/// Its extensions hold the error's `&'static CodeSpec`, for middleware that logs or counts codes. The error itself,
/// as `Arc<dyn ApiError + Send + Sync>`, is in those of [`Error`] and of an error with `#[api(axum)]`.
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
    let context = server::complete(context);
    let response = rendered::<E>(error, &context);
    if let Some(server) = Server::of(&context) {
        server.report(error, &context);
    }
    response
}

fn rendered<E: Envelope>(error: &dyn ApiError, context: &RequestContext) -> Response {
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
pub fn respond<E: ApiError + HasEnvelope + ?Sized>(
    error: &E,
    context: &RequestContext,
) -> Response {
    render::<E::Envelope>(&error, context)
}

/// What answers for the framework, in the envelope of the service.
type House = fn(FrameworkError, &RequestContext) -> Response;

/// Answers as an error of the service's own, or as the framework's itself.
fn house<Env, E>(error: FrameworkError, context: &RequestContext) -> Response
where
    Env: Envelope,
    E: From<FrameworkError> + ApiError + Send + Sync + 'static,
{
    render_shared::<Env>(Arc::new(E::from(error)), context)
}

/// An error that is reported when its response leaves the service.
#[derive(Clone)]
struct Kept {
    error: Arc<dyn ApiError + Send + Sync>,
    context: RequestContext,
}

/// Renders an error that the response's extensions can keep, for layers that read more of it than its code.
fn render_shared<E: Envelope>(
    error: Arc<dyn ApiError + Send + Sync>,
    context: &RequestContext,
) -> Response {
    let context = server::complete(context);
    let mut response = rendered::<E>(&*error, &context);
    if Server::of(&context).is_some() {
        let kept = Kept { error: Arc::clone(&error), context: context.into_owned() };
        response.extensions_mut().insert(kept);
    }
    response.extensions_mut().insert(error);
    response
}

#[doc(hidden)]
pub mod private {
    use std::{cell::Cell, sync::Arc};

    pub use axum::response::{IntoResponse, Response};

    use crate::{ApiError, HasEnvelope, RequestContext};

    /// What `#[api(axum)]` does: the error's own envelope, the context of the [`ContextLayer`](super::ContextLayer).
    pub fn into_response<E: ApiError + HasEnvelope>(error: &E) -> Response {
        super::respond(error, &RequestContext::current())
    }

    /// An error on its way to a response. `Answer::new(error).answer()` is [`Keep`]'s where the error can be shared
    /// with other threads, and else [`Leave`]'s: the compiler looks for methods that take the value first.
    pub struct Answer<E>(Cell<Option<E>>);

    impl<E> Answer<E> {
        pub const fn new(error: E) -> Self {
            Self(Cell::new(Some(error)))
        }
    }

    pub trait Keep {
        fn answer(self) -> Response;
    }

    impl<E: ApiError + HasEnvelope + Send + Sync + 'static> Keep for Answer<E> {
        fn answer(self) -> Response {
            match self.0.into_inner() {
                Some(error) => {
                    super::render_shared::<E::Envelope>(Arc::new(error), &RequestContext::current())
                }
                None => Response::default(),
            }
        }
    }

    pub trait Leave {
        fn answer(&self) -> Response;
    }

    impl<E: ApiError + HasEnvelope> Leave for Answer<E> {
        fn answer(&self) -> Response {
            self.0.take().map(|error| into_response(&error)).unwrap_or_default()
        }
    }
}
