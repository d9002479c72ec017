//! The context of the request, for errors in any [tower](https://docs.rs/tower) service (feature `tower`).

use std::task::{Context, Poll};

use http::{Request, request::Parts};
use tower_layer::Layer;
use tower_service::Service;

use crate::{InScope, RequestContext};

/// A layer that makes a [`RequestContext`] available while a request is handled.
///
/// It calls a function with the head of each request. Errors that become responses while the inner service
/// works on that request, as those with `#[api(axum)]` do when a handler returns them, are rendered with the
/// [`RequestContext`] it returned. What outlives that work, such as a spawned task or a stream of events, takes
/// [`RequestContext::current()`] along and enters it with [`RequestContext::scope`].
///
/// A nested router of axum is asked without the prefix of its path, which axum's `OriginalUri` has, an extension of the
/// request.
///
/// What the function leaves out is that of a layer further out, if there is one: of another `ContextLayer`, or of the
/// request's identifier that [`axum::Errors`](crate::axum::Errors) takes or makes.
///
/// The function below copies nothing, so that a successful request allocates nothing for it.
///
/// ```
/// use errcode::{RequestContext, tower::ContextLayer};
///
/// let layer = ContextLayer::new(|request: &errcode::http::request::Parts| {
///     let context = RequestContext::new().path_of(&request.uri);
///     match request.headers.get("x-request-id") {
///         Some(id) => context.request_id_header(id),
///         None => context,
///     }
/// });
/// # let _ = layer;
/// ```
#[derive(Debug, Clone, Copy)]
pub struct ContextLayer<F> {
    context_of: F,
}

impl<F: Fn(&Parts) -> RequestContext> ContextLayer<F> {
    /// Creates a layer that computes each request's context with `context_of`.
    #[must_use]
    pub const fn new(context_of: F) -> Self {
        Self { context_of }
    }
}

impl<S, F: Clone> Layer<S> for ContextLayer<F> {
    type Service = ContextService<S, F>;

    fn layer(&self, inner: S) -> Self::Service {
        ContextService { inner, context_of: self.context_of.clone() }
    }
}

/// Service created by [`ContextLayer`].
#[derive(Debug, Clone, Copy)]
pub struct ContextService<S, F> {
    inner: S,
    context_of: F,
}

impl<S, F, B> Service<Request<B>> for ContextService<S, F>
where
    S: Service<Request<B>>,
    F: Fn(&Parts) -> RequestContext,
{
    type Response = S::Response;
    type Error = S::Error;
    type Future = InScope<S::Future>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        self.inner.poll_ready(cx)
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        let (parts, body) = request.into_parts();
        let context = (self.context_of)(&parts).or(RequestContext::current());
        let request = Request::from_parts(parts, body);
        context.__scope_of(|| self.inner.call(request))
    }
}
