use std::{future::Future, marker::PhantomData, pin::Pin, rc::Rc};

use actix_web::{
    body::{EitherBody, MessageBody},
    dev::{Service, ServiceRequest, ServiceResponse, Transform},
    http::header::HeaderName,
};

use super::{allow::Allow, leave::Leave, service::ErrorsService};
use crate::{RequestContext, envelope::Problem, server};

type ContextOf = dyn Fn(&ServiceRequest, RequestContext) -> RequestContext + Send + Sync;
pub(super) type Settings = server::Settings<ContextOf, HeaderName>;

/// Makes every error that leaves an application one of the envelope `Env`.
///
/// One `wrap` adds: an answer for paths without a route, and for methods that a route does not allow with its `Allow`
/// header; what actix's extractors reject, whose configurations stay as they are; the error of an inner middleware; an
/// answer in place of a panic; the request's identifier, from a header or new, in the response's header and in the
/// context of its errors; and the hook that is told of each error.
///
/// ```
/// use actix_web::{App, web};
/// use errcode::{ApiError, RequestContext, actix_web::Errors, envelope::Nested};
///
/// let errors = Errors::<Nested>::new()
///     .on_error(|error: &dyn ApiError, _: &RequestContext| eprintln!("{error}"));
/// let app = App::new().route("/", web::get().to(async || "hello")).wrap(errors);
/// # let _ = app;
/// ```
///
/// Wrap it last: what is wrapped later works outside, and its answers are not seen here. Only what adds to responses, such
/// as CORS or compression, belongs outside; the error of an inner middleware and the answer in place of a panic reach it
/// as an [`actix_web::Error`], as they do without this. actix does not say which methods a path allows before its version
/// 4.17: there, a path of `App::route` has no route for another method.
///
/// An error of another crate, such as `actix_web::error::ErrorForbidden`, would be sent as the text of its `Display`: it
/// is answered as [`FrameworkError::Other`](crate::FrameworkError::Other), and the text stays private.
///
/// Of an error whose `error_response` was called by a handler, the hook is told the code, the status and the texts: the
/// error itself is gone when the response leaves. An [`Error`](super::Error) is kept.
///
/// What stays as it is: a response that a handler or middleware made, an error that renders itself with a body other than
/// text, and a default service that answers with a body. See
/// [`rewrite_plain_responses`](Self::rewrite_plain_responses).
#[must_use]
pub struct Errors<Env = Problem> {
    settings: Settings,
    envelope: PhantomData<fn() -> Env>,
}

crate::server::builder!(ServiceRequest);

/// Made once, before the server, and cloned for the application of each of its workers.
impl<Env> Clone for Errors<Env> {
    fn clone(&self) -> Self {
        Self { settings: self.settings.clone(), envelope: PhantomData }
    }
}

impl<S, B, Env> Transform<S, ServiceRequest> for Errors<Env>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = actix_web::Error> + 'static,
    B: MessageBody + 'static,
{
    type Response = ServiceResponse<EitherBody<B>>;
    type Error = actix_web::Error;
    type Transform = ErrorsService<S>;
    type InitError = ();
    type Future = Pin<Box<dyn Future<Output = Result<Self::Transform, ()>>>>;

    fn new_transform(&self, service: S) -> Self::Future {
        let settings = self.settings.clone();
        Box::pin(async move {
            let leave = Leave { settings, allow: Allow::new().await? };
            Ok(ErrorsService::new(service, Rc::new(leave)))
        })
    }
}
