use std::{
    any::Any,
    fmt,
    future::Future,
    panic::{AssertUnwindSafe, catch_unwind},
    pin::Pin,
    rc::Rc,
    task::{Context, Poll, ready},
};

use actix_web::{
    body::{EitherBody, MessageBody},
    dev::{RequestHead, Service, ServiceRequest, ServiceResponse},
    http::header::{self, HeaderValue},
};
use pin_project_lite::pin_project;

use super::{errors::Settings, leave::Leave};
use crate::{
    InScope, RequestContext,
    server::{extend, is_safe, new_request_id},
};

/// Service created by [`Errors`](super::Errors).
pub struct ErrorsService<S> {
    inner: S,
    leave: Rc<Leave>,
}

impl<S> ErrorsService<S> {
    pub(super) const fn new(inner: S, leave: Rc<Leave>) -> Self {
        Self { inner, leave }
    }
}

impl<S> fmt::Debug for ErrorsService<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ErrorsService").finish_non_exhaustive()
    }
}

impl<S, B> Service<ServiceRequest> for ErrorsService<S>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = actix_web::Error>,
    B: MessageBody,
{
    type Response = ServiceResponse<EitherBody<B>>;
    type Error = actix_web::Error;
    type Future = ErrorsFuture<S::Future>;

    fn poll_ready(&self, cx: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        self.inner.poll_ready(cx)
    }

    fn call(&self, mut request: ServiceRequest) -> Self::Future {
        let Settings { server, context_of, request_id, .. } = &self.leave.settings;
        let id = match request.headers().get(request_id) {
            Some(id) if is_safe(id.as_bytes()) => id.clone(),
            _ => new_id(),
        };
        // What works further in, such as a log of all requests, finds the same identifier.
        request.headers_mut().insert(request_id.clone(), id.clone());
        let mut context = context_of_head(request.head(), &id).__with_server(server.clone());
        let mut panicked = None;
        if let Some(context_of) = context_of {
            panicked = extend(&mut context, |context| context_of(&request, context)).err();
        }
        let call = || match panicked {
            None => Ok(context.clone().__scope_of(|| self.inner.call(request))),
            Some(payload) => Err(payload),
        };
        let state = match catch_unwind(AssertUnwindSafe(call)).unwrap_or_else(Err) {
            Ok(future) => State::Runs { future },
            Err(payload) => State::Panicked { payload },
        };
        ErrorsFuture { state, context, leave: Rc::clone(&self.leave) }
    }
}

/// What every request says. It is not copied, unless it has several `Accept` headers.
fn context_of_head(head: &RequestHead, id: &HeaderValue) -> RequestContext {
    let mut accepts = head.headers.get_all(header::ACCEPT);
    let (first, second) = (accepts.next(), accepts.next());
    let context = RequestContext::new().__http_0_2(id, &head.uri, first);
    if second.is_none() {
        return context;
    }
    let all = head.headers.get_all(header::ACCEPT);
    let texts: Vec<&str> = all.filter_map(|value| value.to_str().ok()).collect();
    context.accept(texts.join(", "))
}

fn new_id() -> HeaderValue {
    HeaderValue::from_maybe_shared(new_request_id()).unwrap_or(HeaderValue::from_static("-"))
}

pin_project! {
    #[project = StateProjection]
    enum State<F> {
        Runs { #[pin] future: InScope<F> },
        Panicked { payload: Box<dyn Any + Send> },
    }
}

pin_project! {
    /// Future of [`ErrorsService`].
    pub struct ErrorsFuture<F> {
        #[pin]
        state: State<F>,
        context: RequestContext,
        leave: Rc<Leave>,
    }
}

impl<F> fmt::Debug for ErrorsFuture<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ErrorsFuture").field("context", &self.context).finish_non_exhaustive()
    }
}

impl<F, B> Future for ErrorsFuture<F>
where
    F: Future<Output = Result<ServiceResponse<B>, actix_web::Error>>,
    B: MessageBody,
{
    type Output = Result<ServiceResponse<EitherBody<B>>, actix_web::Error>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.project();
        let (leave, context) = (this.leave, &*this.context);
        let future = match this.state.project() {
            StateProjection::Runs { future } => future,
            StateProjection::Panicked { payload } => {
                return Poll::Ready(Err(leave.panic(&**payload, context)));
            }
        };
        // A future that has panicked is not polled again: this one is ready then.
        Poll::Ready(match catch_unwind(AssertUnwindSafe(|| future.poll(cx))) {
            Ok(poll) => match ready!(poll) {
                Ok(response) => Ok(leave.response(response, context)),
                Err(error) => Err(leave.error(error, context)),
            },
            Err(payload) => Err(leave.panic(&*payload, context)),
        })
    }
}
