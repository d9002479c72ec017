//! Errors as responses of [actix-web](https://docs.rs/actix-web) (feature `actix-web`).
//!
//! A handler returns `Result<T, Error<Env>>`, to which `?` converts any error, and [`configure`] makes what actix's
//! extractors reject an error of the same envelope.
//!
//! `#[api(actix_web)]` implements actix's `ResponseError` for an error, in its envelope, so a handler returns
//! `Result<T, JobError>`. Per-request data, such as the request's id, comes from [`in_context`].

mod configure;
mod error;

use std::future::Future;

use actix_web::{
    HttpResponse,
    error::InternalError,
    http::{StatusCode, header::HeaderName},
};

pub use self::{configure::configure, error::Error};
use crate::{ApiError, CodeSpec, Envelope, HasEnvelope, RequestContext};

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
/// makes a response of it outside, so it is made here.
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
    let ended = context.clone().scope(work).await;
    ended.map_err(|error| {
        context.scope_sync(|| {
            let response = error.error_response();
            InternalError::from_response(error, response).into()
        })
    })
}

fn status(status: http::StatusCode) -> StatusCode {
    StatusCode::from_u16(status.as_u16()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

#[doc(hidden)]
pub mod private {
    pub use actix_web::{HttpResponse, ResponseError, http::StatusCode};

    use crate::{ApiError, HasEnvelope, RequestContext};

    /// What `#[api(actix_web)]` does: the error's own envelope, the context of [`in_context`](super::in_context).
    pub fn error_response<E: ApiError + HasEnvelope>(error: &E) -> HttpResponse {
        super::respond(error, &RequestContext::current())
    }

    pub fn status_code(error: &dyn ApiError) -> StatusCode {
        super::status(error.status())
    }
}
