//! Errors as responses of [actix-web](https://docs.rs/actix-web) (feature `actix-web`).
//!
//! `#[api(actix_web)]` implements actix's `ResponseError` for an error, in its envelope, so a handler returns
//! `Result<T, JobError>`. What the error cannot know, such as the request's id, comes from [`in_context`].

use std::{future::Future, sync::Arc};

use actix_web::{
    HttpResponse,
    http::{StatusCode, header::HeaderName},
};

use crate::{ApiError, Envelope, RequestContext};

pub use crate::scope::InContext;

/// The response of [`errcode::render`](crate::render), as actix's.
///
/// ```
/// use errcode::{ApiError, RequestContext, envelope::Problem};
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[error("gone")]
/// #[api(code = "GONE", status = 410)]
/// struct Gone;
///
/// let response = errcode::actix_web::respond::<Problem>(&Gone, &RequestContext::new());
/// assert_eq!(response.status(), 410);
/// ```
pub fn respond<E: Envelope>(error: &dyn ApiError, context: &RequestContext) -> HttpResponse {
    let (head, body) = crate::render::<E>(error, context).into_parts();
    let mut response = HttpResponse::build(status(head.status));
    for (name, value) in &head.headers {
        // Names and values are checked already; actix has its own, older types for them.
        if let Ok(name) = HeaderName::from_bytes(name.as_ref()) {
            response.append_header((name, value.as_bytes()));
        }
    }
    response.body(body)
}

/// Works on a request in its context: errors that become responses meanwhile are rendered with it.
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
pub fn in_context<F: Future>(context: RequestContext, work: F) -> InContext<F> {
    InContext::new(Arc::new(context), work)
}

fn status(status: http::StatusCode) -> StatusCode {
    StatusCode::from_u16(status.as_u16()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

#[doc(hidden)]
pub mod private {
    pub use actix_web::{HttpResponse, ResponseError, http::StatusCode};

    use crate::{ApiError, HasEnvelope, scope::current};

    /// What `#[api(actix_web)]` does: the error's own envelope, the context of [`in_context`](super::in_context).
    pub fn error_response<E: ApiError + HasEnvelope>(error: &E) -> HttpResponse {
        super::respond::<E::Envelope>(error, &current())
    }

    pub fn status_code(error: &dyn ApiError) -> StatusCode {
        super::status(error.status())
    }
}
