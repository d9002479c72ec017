//! Errors as responses of [actix-web](https://docs.rs/actix-web) (feature `actix-web`).
//!
//! A handler returns `Result<T, Error<Env>>`, to which `?` converts any error, and [`Errors`] adds what a service needs
//! besides: [`FrameworkError`]s in the same envelope, the request's identifier, an answer in place
//! of a panic and a hook for logs.
//!
//! ```
//! use actix_web::{App, web};
//! use errcode::{ApiError, actix_web::{Error, Errors}, envelope::Nested};
//!
//! #[derive(Debug, thiserror::Error, ApiError)]
//! #[error("job {0} not found")]
//! #[api(code = "JOB_NOT_FOUND", status = 404)]
//! struct NotFound(u64);
//!
//! async fn job(id: web::Path<u64>) -> Result<String, Error<Nested>> {
//!     Err(NotFound(*id))?
//! }
//!
//! let app = App::new().route("/jobs/{id}", web::get().to(job)).wrap(Errors::<Nested>::new());
//! # let _ = app;
//! ```
//!
//! `#[api(actix_web)]` implements actix's `ResponseError` for an error, in its envelope, so a handler returns
//! `Result<T, JobError>`. With [`in_context`] alone, a service has the request's data in its errors and nothing else.
//!
//! actix makes `None` of whatever the extractor of an `Option` rejects, also of `Option<Json<T>>` and `Option<Path<T>>`:
//! extract a `Result` to tell what is missing from what is not valid.

mod allow;
mod answered;
mod error;
mod errors;
mod extract;
mod leave;
mod noted;
mod rejection;
mod service;

use std::{future::Future, sync::Arc};

use actix_web::{
    HttpResponse,
    http::{StatusCode, header::HeaderName},
};

use self::{answered::Answered, noted::Noted};
pub use self::{
    error::Error,
    errors::Errors,
    extract::{Form, Header, Json, Path, Query},
    service::{ErrorsFuture, ErrorsService},
};
pub use crate::server::Passthrough;
use crate::{
    ApiError, CodeSpec, Envelope, FrameworkError, HasEnvelope, RequestContext,
    server::{self, Server},
};

/// Renders an error as an actix-web response.
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
/// let response = errcode::actix_web::render::<Problem>(&Gone, &RequestContext::new());
/// assert_eq!(response.status(), 410);
/// let extensions = response.extensions();
/// assert_eq!(extensions.get::<&'static CodeSpec>().map(|spec| spec.code()), Some("GONE"));
/// ```
pub fn render<E: Envelope>(error: &dyn ApiError, context: &RequestContext) -> HttpResponse {
    let context = server::complete(context);
    let response = rendered::<E>(error, &context);
    if let Some(server) = Server::of(&context) {
        server.report(error, &context);
    }
    response
}

fn rendered<E: Envelope>(error: &dyn ApiError, context: &RequestContext) -> HttpResponse {
    let (head, body) = crate::render::<E>(error, context).into_parts();
    let mut response = HttpResponse::build(status(head.status));
    for (name, value) in &head.headers {
        // Names and values are checked already; actix has its own, older types for them.
        if let Ok(name) = HeaderName::from_bytes(name.as_ref()) {
            response.append_header((name, value.as_bytes()));
        }
    }
    let mut response = response.body(body);
    response.extensions_mut().insert::<&'static CodeSpec>(error.spec());
    response
}

/// Renders an error as an actix-web response in the envelope of its own type.
///
/// ```
/// use errcode::{ApiError, RequestContext};
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[error("gone")]
/// #[api(code = "GONE", status = 410)]
/// struct Gone;
///
/// let response = errcode::actix_web::respond(&Gone, &RequestContext::new());
/// assert_eq!(response.status(), 410);
/// ```
pub fn respond<E: ApiError + HasEnvelope + ?Sized>(
    error: &E,
    context: &RequestContext,
) -> HttpResponse {
    render::<E::Envelope>(&error, context)
}

/// Runs a future, such as the handling of a request, with `context` as the current request context.
///
/// Errors that become responses meanwhile are rendered with it, and so is an `Err` that the future ends with: actix
/// makes a response of it outside, so it is made here. What `context` leaves out is that of the context around it, such
/// as the identifier that [`Errors`] take.
///
/// # Errors
///
/// Those of the future, with their response made.
///
/// ```
/// use actix_web::{App, body::MessageBody, dev::{ServiceRequest, ServiceResponse}, middleware::{Next, from_fn}};
/// use errcode::{RequestContext, actix_web::in_context};
///
/// async fn context(
///     request: ServiceRequest,
///     next: Next<impl MessageBody>,
/// ) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
///     let context = RequestContext::new().path(request.path());
///     in_context(context, next.call(request)).await
/// }
///
/// let app = App::new().wrap(from_fn(context));
/// # let _ = app;
/// ```
pub async fn in_context<T>(
    context: RequestContext,
    work: impl Future<Output = Result<T, actix_web::Error>>,
) -> Result<T, actix_web::Error> {
    let context = context.or(RequestContext::current());
    let ended = context.clone().scope(work).await;
    ended.map_err(|error| {
        let make =
            move |error: &actix_web::Error| context.clone().scope_sync(|| error.error_response());
        let response = make(&error);
        Answered::new(error, response, make).into()
    })
}

/// What answers for the framework, in the envelope of the service.
type House = fn(FrameworkError, &RequestContext) -> HttpResponse;

/// Answers as an error of the service's own, or as the framework's itself.
fn house<Env, E>(error: FrameworkError, context: &RequestContext) -> HttpResponse
where
    Env: Envelope,
    E: From<FrameworkError> + ApiError + Send + Sync + 'static,
{
    render_shared::<Env>(Arc::new(E::from(error)), context)
}

/// An error that is reported when its response leaves the service.
struct Kept {
    error: Arc<dyn ApiError + Send + Sync>,
    context: RequestContext,
}

/// An error that actix keeps beside its response, reported when that leaves.
struct Borrowed {
    find: fn(&actix_web::Error) -> Option<&dyn ApiError>,
    /// Reported if actix has nothing to give back.
    noted: Option<Noted>,
    context: RequestContext,
}

/// Renders an error that the response's extensions can keep, for middleware that reads more of it than its code.
fn render_shared<E: Envelope>(
    error: Arc<dyn ApiError + Send + Sync>,
    context: &RequestContext,
) -> HttpResponse {
    let context = server::complete(context);
    let mut response = rendered::<E>(&*error, &context);
    if Server::of(&context).is_some() {
        let kept = Kept { error: Arc::clone(&error), context: context.into_owned() };
        response.extensions_mut().insert(kept);
    }
    response.extensions_mut().insert(error);
    response
}

fn status(status: http::StatusCode) -> StatusCode {
    StatusCode::from_u16(status.as_u16()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

#[doc(hidden)]
pub mod private {
    pub use actix_web::{HttpResponse, ResponseError, http::StatusCode};

    use super::{Borrowed, noted::Noted};
    use crate::{
        ApiError, HasEnvelope, RequestContext,
        server::{self, Server},
    };

    /// What `#[api(actix_web)]` does: the error's own envelope, the current context.
    pub fn error_response<E: ApiError + HasEnvelope>(error: &E) -> HttpResponse {
        super::respond(error, &RequestContext::current())
    }

    /// The same of an error that actix can give back, so that it is reported when the response leaves.
    pub fn kept_response<E: ApiError + HasEnvelope + ResponseError + 'static>(
        error: &E,
    ) -> HttpResponse {
        let context = server::complete(&RequestContext::current()).into_owned();
        let mut response = super::rendered::<E::Envelope>(error, &context);
        if let Some(server) = Server::of(&context) {
            let noted = server.on_error.is_some().then(|| Noted::new(error));
            response.extensions_mut().insert(Borrowed { find: find::<E>, noted, context });
        }
        response
    }

    fn find<E: ApiError + ResponseError + 'static>(
        error: &actix_web::Error,
    ) -> Option<&dyn ApiError> {
        Some(error.as_error::<E>()?)
    }

    pub fn status_code(error: &dyn ApiError) -> StatusCode {
        super::status(error.status())
    }
}
