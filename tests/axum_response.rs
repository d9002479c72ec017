//! Errors as responses of axum, and the context of the request they answer.

use std::{
    convert::Infallible,
    future::Future,
    panic::{AssertUnwindSafe, catch_unwind},
    pin::{Pin, pin},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    task::{Context, Poll, Waker},
};

use axum::{
    Json, Router,
    body::Body,
    extract::Path,
    http::{Request, Response, StatusCode, request::Parts},
    middleware::{self, Next},
    response::IntoResponse,
    routing::get,
};
use errcode::{
    ApiError, CodeSpec, RequestContext,
    axum::ContextLayer,
    envelope::{JsonApi, Nested},
};
use http_body_util::BodyExt as _;
use serde_json::{Value, json};
use tower::{Layer as _, Service, ServiceExt as _, service_fn};

#[derive(Debug, thiserror::Error, ApiError)]
#[api(axum)]
enum JobError {
    #[error("no job {id}")]
    #[api(code = "JOB_NOT_FOUND", status = 404, header("Cache-Control", "no-store"))]
    NotFound {
        #[api(detail, header = "X-Job")]
        id: u64,
    },
    #[error("busy")]
    #[api(code = "JOB_BUSY", status = 503, retry_after = 5)]
    Busy,
    #[error(transparent)]
    #[api(transparent)]
    Auth(#[from] AuthError),
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("no key")]
#[api(code = "NO_KEY", status = 401, axum, envelope = Nested)]
struct AuthError;

/// The request's id and path.
fn context_of(request: &Parts) -> RequestContext {
    let context = RequestContext::new().path(request.uri.path());
    match request.headers.get("x-request-id").and_then(|id| id.to_str().ok()) {
        Some(id) => context.request_id(id),
        None => context,
    }
}

fn request(path: &str, id: &str) -> Request<Body> {
    Request::get(path).header("x-request-id", id).body(Body::empty()).unwrap()
}

async fn body(response: Response<Body>) -> Value {
    let bytes = response.into_body().collect().await.unwrap().to_bytes();
    serde_json::from_slice(&bytes).unwrap()
}

/// What a response made now says of its request.
async fn current() -> Value {
    let body = body(JobError::Busy.into_response()).await;
    json!([body.get("request_id"), body.get("instance")])
}

async fn job(Path(id): Path<u64>) -> Result<Json<u64>, JobError> {
    match id {
        0 => Err(JobError::NotFound { id }),
        1 => Err(AuthError)?,
        _ => Ok(Json(id)),
    }
}

fn app() -> Router {
    Router::new().route("/jobs/{id}", get(job)).layer(ContextLayer::new(context_of))
}

#[tokio::test]
async fn a_handlers_error_is_the_response() {
    let response = app().oneshot(request("/jobs/0", "req-1")).await.unwrap();
    assert_eq!(response.status(), 404);
    assert_eq!(response.headers()["content-type"], "application/problem+json");
    assert_eq!(response.headers()["cache-control"], "no-store");
    assert_eq!(response.headers()["x-job"], "0");
    assert_eq!(
        body(response).await,
        json!({
            "title": "Not Found",
            "status": 404,
            "detail": "no job 0",
            "instance": "/jobs/0",
            "code": "JOB_NOT_FOUND",
            "retryable": false,
            "request_id": "req-1",
            "id": 0,
        })
    );
}

#[tokio::test]
async fn what_is_no_error_is_left_alone() {
    let response = app().oneshot(request("/jobs/7", "req-1")).await.unwrap();
    assert_eq!(response.status(), 200);
    assert!(response.extensions().get::<&'static CodeSpec>().is_none());
    assert_eq!(body(response).await, json!(7));
}

#[tokio::test]
async fn an_error_answers_in_the_envelope_of_its_own_type() {
    // `JobError` passes `AuthError` on, in the envelope of `JobError`.
    let response = app().oneshot(request("/jobs/1", "req-1")).await.unwrap();
    assert_eq!(response.headers()["content-type"], "application/problem+json");
    assert_eq!(body(response).await["code"], "NO_KEY");
    let response = AuthError.into_response();
    assert_eq!(response.headers()["content-type"], "application/json");
    assert_eq!(body(response).await["error"]["code"], "NO_KEY");
}

#[tokio::test]
async fn the_response_carries_the_spec_for_middleware() {
    async fn code(request: axum::extract::Request, next: Next) -> impl IntoResponse {
        let response = next.run(request).await;
        let spec = response.extensions().get::<&'static CodeSpec>();
        spec.map_or("none", |spec| spec.code()).to_owned()
    }

    let app = app().layer(middleware::from_fn(code));
    for (path, expected) in
        [("/jobs/0", "JOB_NOT_FOUND"), ("/jobs/1", "NO_KEY"), ("/jobs/7", "none")]
    {
        let response = app.clone().oneshot(request(path, "req-1")).await.unwrap();
        let code = response.into_body().collect().await.unwrap().to_bytes();
        assert_eq!(code, expected);
    }
}

#[tokio::test]
async fn respond_shows_any_error_in_any_envelope() {
    let context = RequestContext::new().request_id("req-9");
    let error: Box<dyn ApiError> = Box::new(JobError::Busy);
    let response = errcode::axum::render::<JsonApi>(error.as_ref(), &context);
    assert_eq!(response.status(), 503);
    assert_eq!(response.headers()["retry-after"], "5");
    assert_eq!(response.headers()["content-type"], "application/vnd.api+json");
    let spec = response.extensions().get::<&'static CodeSpec>().unwrap();
    assert!(std::ptr::eq(*spec, error.spec()));
    let body = body(response).await;
    assert_eq!(body["errors"][0]["code"], "JOB_BUSY");
    assert_eq!(body["meta"]["request_id"], "req-9");
}

#[tokio::test]
async fn a_generic_error_is_a_response() {
    #[derive(Debug, thiserror::Error, ApiError)]
    #[error("no {0:?}")]
    #[api(code = "GENERIC", status = 404, axum)]
    struct Missing<T: std::fmt::Debug>(#[api(detail = "id")] T);

    let response = Missing(vec![1]).into_response();
    assert_eq!(body(response).await["id"], json!([1]));
}

#[tokio::test]
async fn outside_of_a_layer_there_is_no_context() {
    assert_eq!(current().await, json!([null, null]));
    let app: Router = Router::new().route("/jobs/{id}", get(job));
    let response = app.oneshot(request("/jobs/0", "req-1")).await.unwrap();
    assert_eq!(body(response).await.get("request_id"), None);
}

#[tokio::test]
async fn each_request_has_a_context_of_its_own() {
    let app = app();
    for id in ["req-1", "req-2", "req-3"] {
        let response = app.clone().oneshot(request("/jobs/0", id)).await.unwrap();
        assert_eq!(body(response).await["request_id"], id);
    }
    assert_eq!(current().await, json!([null, null]));
}

#[tokio::test]
async fn the_context_is_asked_for_once_for_each_request() {
    let calls = Arc::new(AtomicUsize::new(0));
    let counter = calls.clone();
    let layer = ContextLayer::new(move |_: &Parts| {
        counter.fetch_add(1, Ordering::Relaxed);
        RequestContext::new()
    });
    let app = Router::new().route("/jobs/{id}", get(job)).layer(layer);
    for _ in 0..3 {
        app.clone().oneshot(request("/jobs/0", "req-1")).await.unwrap();
    }
    assert_eq!(calls.load(Ordering::Relaxed), 3);
}

/// Waits several times, so that other requests are worked on in between.
async fn slow() -> Result<(), JobError> {
    for _ in 0..5 {
        tokio::task::yield_now().await;
    }
    Err(JobError::Busy)
}

#[tokio::test]
async fn requests_that_are_worked_on_at_once_keep_their_contexts() {
    let app = Router::new().route("/slow/{n}", get(slow)).layer(ContextLayer::new(context_of));
    let answers = (0..50).map(|n| {
        let (path, id) = (format!("/slow/{n}"), format!("req-{n}"));
        let response = app.clone().oneshot(request(&path, &id));
        async move {
            let body = body(response.await.unwrap()).await;
            assert_eq!(body["request_id"], id);
            assert_eq!(body["instance"], path);
        }
    });
    futures_util::future::join_all(answers).await;
    assert_eq!(current().await, json!([null, null]));
}

/// A service that is pending once, then answers with an error.
async fn pending_once(_: Request<Body>) -> Result<Response<Body>, Infallible> {
    tokio::task::yield_now().await;
    Ok(JobError::Busy.into_response())
}

/// One poll, by a waker that wakes nobody.
fn poll_once<F: Future>(future: Pin<&mut F>) -> Poll<F::Output> {
    future.poll(&mut Context::from_waker(Waker::noop()))
}

/// What `current` says on this thread.
fn current_here() -> Value {
    match poll_once(pin!(current())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("a body in memory is there at once"),
    }
}

#[test]
fn a_request_keeps_its_context_from_thread_to_thread() {
    let service = ContextLayer::new(context_of).layer(service_fn(pending_once));
    let mut answer = Box::pin(service.oneshot(request("/moved", "req-1")));
    std::thread::scope(|scope| {
        scope.spawn(|| {
            assert!(poll_once(answer.as_mut()).is_pending());
            assert_eq!(current_here(), json!([null, null]), "between two polls");
        });
    });
    let response = match poll_once(answer.as_mut()) {
        Poll::Ready(response) => response.unwrap(),
        Poll::Pending => panic!("it is pending once"),
    };
    let Poll::Ready(body) = poll_once(pin!(body(response))) else { panic!("in memory") };
    assert_eq!(body["request_id"], "req-1");
    assert_eq!(current_here(), json!([null, null]));
}

#[test]
fn a_request_that_is_given_up_leaves_no_context() {
    let service = ContextLayer::new(context_of).layer(service_fn(pending_once));
    let mut answer = Box::pin(service.oneshot(request("/dropped", "req-1")));
    assert!(poll_once(answer.as_mut()).is_pending());
    drop(answer);
    assert_eq!(current_here(), json!([null, null]));
}

#[test]
fn a_panic_leaves_no_context() {
    async fn panics(_: Request<Body>) -> Result<Response<Body>, Infallible> {
        panic!("in the handler")
    }

    fn panics_at_once(_: Request<Body>) -> std::future::Ready<Result<Response<Body>, Infallible>> {
        panic!("before there is a future")
    }

    let layer = ContextLayer::new(context_of);
    let panicked = catch_unwind(AssertUnwindSafe(|| {
        poll_once(pin!(layer.layer(service_fn(panics)).oneshot(request("/panics", "req-1"))))
    }));
    assert!(panicked.is_err());
    assert_eq!(current_here(), json!([null, null]));
    let panicked = catch_unwind(AssertUnwindSafe(|| {
        drop(layer.layer(service_fn(panics_at_once)).call(request("/panics", "req-1")));
    }));
    assert!(panicked.is_err());
    assert_eq!(current_here(), json!([null, null]));
}

#[tokio::test]
async fn a_panic_inside_a_layer_restores_the_context_around_it() {
    async fn guarded(request: Request<Body>) -> Result<Response<Body>, Infallible> {
        let inner = ContextLayer::new(|_: &Parts| RequestContext::new().request_id("inner")).layer(
            service_fn(async |_: Request<Body>| -> Result<Response<Body>, Infallible> {
                panic!("in the inner service")
            }),
        );
        let mut answer = Box::pin(inner.oneshot(request));
        let polled = catch_unwind(AssertUnwindSafe(|| poll_once(answer.as_mut())));
        assert!(polled.is_err());
        Ok(JobError::Busy.into_response())
    }

    let service = ContextLayer::new(context_of).layer(service_fn(guarded));
    let response = service.oneshot(request("/outer", "outer")).await.unwrap();
    assert_eq!(body(response).await["request_id"], "outer");
}

#[tokio::test]
async fn the_inner_of_two_layers_wins_and_the_outer_is_back_after_it() {
    /// Answers with an error of its own, with what the inner service said in a header.
    async fn outer(request: axum::extract::Request, next: Next) -> Response<Body> {
        let inner = body(next.run(request).await).await;
        let mut response = JobError::Busy.into_response();
        let id = inner["request_id"].as_str().unwrap().parse().unwrap();
        response.headers_mut().insert("x-inner", id);
        response
    }

    let app = Router::new()
        .route("/jobs/{id}", get(job))
        .layer(ContextLayer::new(|_: &Parts| RequestContext::new().request_id("inner")))
        .layer(middleware::from_fn(outer))
        .layer(ContextLayer::new(context_of));
    let response = app.oneshot(request("/jobs/0", "outer")).await.unwrap();
    assert_eq!(response.headers()["x-inner"], "inner");
    assert_eq!(body(response).await["request_id"], "outer");
}

#[tokio::test]
async fn middleware_and_fallbacks_inside_the_layer_have_the_context() {
    async fn refuses(_: axum::extract::Request, _: Next) -> Result<(), AuthError> {
        Err(AuthError)
    }

    async fn fallback() -> JobError {
        JobError::NotFound { id: 0 }
    }

    let guarded =
        Router::new().route("/guarded", get(|| async {})).layer(middleware::from_fn(refuses));
    let app = guarded.fallback(fallback).layer(ContextLayer::new(context_of));
    let response = app.clone().oneshot(request("/guarded", "req-1")).await.unwrap();
    assert_eq!(response.status(), StatusCode::UNAUTHORIZED);
    assert_eq!(body(response).await["error"]["request_id"], "req-1");
    let response = app.oneshot(request("/nowhere", "req-2")).await.unwrap();
    assert_eq!(body(response).await["request_id"], "req-2");
}

#[tokio::test]
async fn what_outlives_the_request_takes_the_context_along() {
    async fn spawns() -> Json<Value> {
        let context = RequestContext::current();
        let scoped = tokio::spawn(context.clone().scope(current()));
        let blocking = tokio::task::spawn_blocking(move || {
            context.scope_sync(|| RequestContext::current().get_request_id().map(str::to_owned))
        });
        let outside = tokio::spawn(current());
        Json(json!([scoped.await.unwrap(), blocking.await.unwrap(), outside.await.unwrap()]))
    }

    let app = Router::new().route("/spawns", get(spawns)).layer(ContextLayer::new(context_of));
    let response = app.oneshot(request("/spawns", "req-1")).await.unwrap();
    let expected = json!([["req-1", "/spawns"], "req-1", [null, null]]);
    assert_eq!(body(response).await, expected);
}

#[tokio::test]
async fn the_layer_fits_services_of_any_body_and_error() {
    async fn fails(request: Request<&'static str>) -> Result<Response<Body>, String> {
        if *request.body() == "fail" {
            Err("refused".to_owned())
        } else {
            Ok(JobError::Busy.into_response())
        }
    }

    let service = ContextLayer::new(context_of).layer(service_fn(fails));
    let failed = service.oneshot(Request::new("fail")).await;
    assert_eq!(failed.unwrap_err(), "refused");
    let request = Request::get("/plain").body("answer").unwrap();
    let response = service.oneshot(request).await.unwrap();
    assert_eq!(body(response).await["instance"], "/plain");
}
