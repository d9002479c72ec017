//! The context of the request, for errors in any [tower](https://docs.rs/tower) service (feature `tower`).

use std::{
    sync::Arc,
    task::{Context, Poll},
};

use http::{Request, request::Parts};
use tower_layer::Layer;
use tower_service::Service;

use crate::{RequestContext, scope::Entered};

pub use crate::scope::InContext;

/// Gives errors the context of the request they answer.
///
/// It calls a function with the head of each request. Errors that become responses while the inner service
/// works on that request, as those with `#[api(axum)]` do when a handler returns them, are rendered with the
/// [`RequestContext`] it returned. What outlives that work, such as a spawned task or a stream of events, takes
/// the `RequestContext` from the request's extensions.
///
/// ```
/// use errcode::{RequestContext, tower::ContextLayer};
///
/// let layer = ContextLayer::new(|request: &errcode::http::request::Parts| {
///     let context = RequestContext::new().path(request.uri.path());
///     match request.headers.get("x-request-id").and_then(|id| id.to_str().ok()) {
///         Some(id) => context.request_id(id),
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
    /// A layer whose requests have the context that `context_of` finds in their heads.
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

/// The service that [`ContextLayer`] makes of another.
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
    type Future = InContext<S::Future>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        self.inner.poll_ready(cx)
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        let (mut parts, body) = request.into_parts();
        let context = (self.context_of)(&parts);
        parts.extensions.insert(context.clone());
        let context = Arc::new(context);
        let entered = Entered::new(&context);
        let future = self.inner.call(Request::from_parts(parts, body));
        drop(entered);
        InContext::new(context, future)
    }
}
