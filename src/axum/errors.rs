use std::{
    fmt,
    marker::PhantomData,
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    pin::Pin,
    sync::Arc,
    task::{Context, Poll, ready},
};

use axum::{
    Router,
    body::Body,
    extract::OriginalUri,
    response::{IntoResponse, Response},
};
use http::{HeaderName, HeaderValue, Request, request::Parts};
use pin_project_lite::pin_project;
use tower_layer::Layer;
use tower_service::Service;

use super::{Kept, called::Called};
use crate::{
    CodeSpec, Envelope, FrameworkError, InScope, RequestContext,
    envelope::Problem,
    server::{
        self, ADDED_HEADERS, BODY_HEADERS, Passthrough, extend, is_safe, new_request_id, of_panic,
        of_plain,
    },
};

type ContextOf = dyn Fn(&Parts, RequestContext) -> RequestContext + Send + Sync;
type Settings = server::Settings<ContextOf, HeaderName>;

/// Makes every error that leaves a [`Router`] one of the envelope `Env`.
///
/// [`install`](Self::install) adds, in one call: an answer for paths without a route and for methods that a route does
/// not allow, with its `Allow` header; an answer in place of a panic; the request's identifier, from a header or new, in
/// the response's header and in the context of its errors; and the hook that is told of each error.
///
/// ```
/// use axum::{Router, routing::get};
/// use errcode::{ApiError, RequestContext, axum::Errors, envelope::Nested};
///
/// let app: Router = Router::new().route("/", get(|| async { "hello" }));
/// let app = Errors::<Nested>::new()
///     .on_error(|error: &dyn ApiError, _: &RequestContext| eprintln!("{error}"))
///     .install(app);
/// # let _ = app;
/// ```
///
#[doc = include_str!("../../docs/layers.md")]
#[must_use]
pub struct Errors<Env = Problem> {
    settings: Settings,
    envelope: PhantomData<fn() -> Env>,
}

crate::server::builder!(Parts);

impl<Env: Envelope + 'static> Errors<Env> {
    /// Installs everything on a router, in place of the fallbacks that it has.
    pub fn install<S: Clone + Send + Sync + 'static>(self, router: Router<S>) -> Router<S> {
        router
            .fallback(async || FrameworkError::RouteNotFound)
            .method_not_allowed_fallback(async || FrameworkError::MethodNotAllowed)
            .layer(self.into_layer())
    }

    /// Returns the layer alone, for a router that has fallbacks of its own.
    #[must_use]
    pub fn into_layer(self) -> ErrorsLayer {
        ErrorsLayer(Arc::new(self.settings))
    }
}

/// The layer that [`Errors`] installs.
#[derive(Clone)]
pub struct ErrorsLayer(Arc<Settings>);

impl<S> Layer<S> for ErrorsLayer {
    type Service = ErrorsService<S>;

    fn layer(&self, inner: S) -> Self::Service {
        ErrorsService { inner, layer: self.clone() }
    }
}

impl fmt::Debug for ErrorsLayer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ErrorsLayer").finish_non_exhaustive()
    }
}

/// Service created by [`ErrorsLayer`].
#[derive(Debug, Clone)]
pub struct ErrorsService<S> {
    inner: S,
    layer: ErrorsLayer,
}

impl<S> Service<Request<Body>> for ErrorsService<S>
where
    S: Service<Request<Body>, Response: IntoResponse>,
{
    type Response = Response;
    type Error = S::Error;
    type Future = ErrorsFuture<S::Future>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        self.inner.poll_ready(cx)
    }

    fn call(&mut self, mut request: Request<Body>) -> Self::Future {
        let Settings { server, context_of, request_id, .. } = &*self.layer.0;
        let id = match request.headers().get(request_id) {
            Some(id) if is_safe(id.as_bytes()) => Some(id.clone()),
            _ => {
                let id = HeaderValue::from_maybe_shared(new_request_id()).ok();
                if let Some(id) = &id {
                    // What works further in, such as a log of all requests, finds the same identifier.
                    request.headers_mut().insert(request_id, id.clone());
                }
                id
            }
        };
        // A nested router is asked without the prefix of its path.
        let original = request.extensions().get::<OriginalUri>();
        let uri = original.map_or(request.uri(), |original| &original.0);
        let headers = request.headers();
        let mut context = RequestContext::__of_request(id, uri, headers, Arc::clone(server));
        let mut panicked = None;
        if let Some(context_of) = context_of {
            let (parts, body) = request.into_parts();
            panicked = extend(&mut context, |context| context_of(&parts, context)).err();
            request = Request::from_parts(parts, body);
        }
        let call = || match panicked {
            None => self.inner.call(request),
            Some(payload) => resume_unwind(payload),
        };
        let future = context.__scope_of(|| Called::new(call));
        ErrorsFuture { future, layer: self.layer.clone() }
    }
}

pin_project! {
    /// Future of [`ErrorsService`].
    pub struct ErrorsFuture<F> {
        #[pin]
        future: InScope<Called<F>>,
        layer: ErrorsLayer,
    }
}

impl<F> fmt::Debug for ErrorsFuture<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ErrorsFuture")
            .field("context", &self.future.__context())
            .finish_non_exhaustive()
    }
}

impl<F, R, E> Future for ErrorsFuture<F>
where
    F: Future<Output = Result<R, E>>,
    R: IntoResponse,
{
    type Output = Result<Response, E>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let mut this = self.project();
        // A future that has panicked is not polled again: this one is ready then.
        let polled = catch_unwind(AssertUnwindSafe(|| this.future.as_mut().poll(cx)));
        let mut response = match polled {
            Ok(poll) => ready!(poll)?.into_response(),
            Err(payload) => house(of_panic(&*payload), &context_of(&this.future)),
        };
        if this.layer.0.rewrites && is_plain_error(&response) {
            rewrite(&mut response, &context_of(&this.future));
        }
        let mut reported = None;
        if let Some(mut kept) = response.extensions_mut().remove::<Kept>() {
            this.layer.0.server.report(&*kept.error, &kept.context);
            reported = kept.context.__take_request_id();
        }
        let id = reported.or_else(|| this.future.__context_mut()?.__take_request_id());
        if let Some(id) = id {
            response.headers_mut().entry(&this.layer.0.request_id).or_insert(id);
        }
        Poll::Ready(Ok(response))
    }
}

fn context_of<F>(future: &InScope<F>) -> RequestContext {
    future.__context().cloned().unwrap_or_default()
}

/// Renders in the house envelope, or where that panics, as [`Problem`].
fn house(error: FrameworkError, context: &RequestContext) -> Response {
    let render = || context.clone().scope_sync(|| error.into_response());
    catch_unwind(AssertUnwindSafe(render)).unwrap_or_else(|payload| {
        let error = Arc::new(of_panic(&*payload));
        super::render_shared::<Problem>(error, context)
    })
}

fn is_plain_error(response: &Response) -> bool {
    let status = response.status();
    let extensions = response.extensions();
    (status.is_client_error() || status.is_server_error())
        && extensions.get::<&'static CodeSpec>().is_none()
        && extensions.get::<Passthrough>().is_none()
}

/// Replaces the body and the headers that describe it.
fn rewrite(response: &mut Response, context: &RequestContext) {
    let (head, body) = house(of_plain(response.status()), context).into_parts();
    *response.status_mut() = head.status;
    *response.body_mut() = body;
    for name in BODY_HEADERS {
        response.headers_mut().remove(name);
    }
    for name in head.headers.keys().filter(|name| !ADDED_HEADERS.contains(&name.as_str())) {
        response.headers_mut().remove(name);
    }
    for (name, value) in &head.headers {
        response.headers_mut().append(name, value.clone());
    }
    response.extensions_mut().extend(head.extensions);
}
