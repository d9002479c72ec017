use std::{fmt, future::Future, marker::PhantomData, pin::Pin, rc::Rc, sync::Arc};

use actix_web::{
    body::{EitherBody, MessageBody},
    dev::{Service, ServiceRequest, ServiceResponse, Transform},
    http::header::HeaderName,
};

use super::{House, allow::Allow, leave::Leave, service::ErrorsService};
use crate::{Envelope, FrameworkError, RequestContext, envelope::Problem, server::Server};

pub(super) type ContextOf = dyn Fn(&ServiceRequest, RequestContext) -> RequestContext + Send + Sync;

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
    server: Server,
    context_of: Option<Arc<ContextOf>>,
    request_id: HeaderName,
    rewrites: bool,
    envelope: PhantomData<fn() -> Env>,
}

impl<Env: Envelope + 'static> Errors<Env> {
    /// Creates the defaults: `x-request-id`, no hook, and no plain response rewritten.
    pub fn new() -> Self {
        let house: House = super::house::<Env, FrameworkError>;
        let server = Server { house: Some(Arc::new(house)), ..Server::default() };
        let request_id = HeaderName::from_static("x-request-id");
        Self { server, context_of: None, request_id, rewrites: false, envelope: PhantomData }
    }

    /// Sets the header that carries the request's identifier, in the request and in the response.
    ///
    /// An identifier is taken from the request if it has up to 128 letters, digits and `-._~:/+=@`, and else made. One
    /// that [`context`](Self::context) sets is in the body, the log and the response, but not in the request.
    pub fn request_id_header(mut self, name: HeaderName) -> Self {
        self.request_id = name;
        self
    }

    /// Adds to the context of each request. The function is called for requests that succeed, too.
    pub fn context<F>(mut self, context_of: F) -> Self
    where
        F: Fn(&ServiceRequest, RequestContext) -> RequestContext + Send + Sync + 'static,
    {
        self.context_of = Some(Arc::new(context_of));
        self
    }

    crate::server::builder!();
}

impl<Env: Envelope + 'static> Default for Errors<Env> {
    fn default() -> Self {
        Self::new()
    }
}

/// Made once, before the server, and cloned for the application of each of its workers.
impl<Env> Clone for Errors<Env> {
    fn clone(&self) -> Self {
        Self {
            server: self.server.clone(),
            context_of: self.context_of.clone(),
            request_id: self.request_id.clone(),
            rewrites: self.rewrites,
            envelope: PhantomData,
        }
    }
}

impl<Env> fmt::Debug for Errors<Env> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Errors")
            .field("request_id", &self.request_id)
            .field("rewrites", &self.rewrites)
            .finish_non_exhaustive()
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
        let Self { server, context_of, request_id, rewrites, .. } = self.clone();
        Box::pin(async move {
            let allow = Allow::new().await?;
            let server = Arc::new(server);
            let leave = Leave { server, context_of, request_id, rewrites, allow };
            Ok(ErrorsService::new(service, Rc::new(leave)))
        })
    }
}
