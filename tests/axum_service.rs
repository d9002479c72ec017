//! Every error that leaves an axum service is in its envelope, over real HTTP.

use std::{
    collections::HashMap,
    fmt,
    num::NonZeroU32,
    sync::{Arc, Mutex},
    time::Duration,
};

use axum::{
    Extension, Router,
    body::Body,
    error_handling::HandleErrorLayer,
    http::{Method, Request, Response, StatusCode, header},
    response::IntoResponse,
    routing::{get, post},
};
use errcode::{
    ApiError, FrameworkError, RequestContext,
    axum::{Error, Errors, Extract, Form, Header, Json, Passthrough, Path, Query, handle_error},
    envelope::Nested,
    tower::ContextLayer,
};
use headers::IfModifiedSince;
use http_body_util::BodyExt as _;
use hyper_util::{client::legacy::Client, rt::TokioExecutor};
use serde::Deserialize;
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tower::{Service as _, ServiceBuilder};

#[derive(Debug, thiserror::Error, ApiError)]
#[error("job {0} expired in store db-7")]
#[api(code = "JOB_EXPIRED", status = 410, message = "Job {0} has expired")]
struct Expired(u64);

#[derive(Debug, thiserror::Error, ApiError)]
#[error("busy")]
#[api(code = "BUSY", status = 503, retry_after = 5, axum, envelope = Nested)]
struct Busy;

/// Not `Sync`: it cannot be kept in a response.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("cell")]
#[api(code = "CELL", status = 500, axum, envelope = Nested)]
struct Unshared(std::cell::Cell<u8>);

#[derive(Deserialize)]
struct Order {
    items: Vec<Item>,
}

#[derive(Deserialize)]
struct Item {
    sku: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    A,
}

#[derive(Deserialize)]
struct Shelf {
    #[serde(rename = "kind")]
    _kind: Kind,
    #[serde(rename = "count")]
    _count: NonZeroU32,
}

#[derive(Deserialize)]
struct Page {
    page: u32,
}

/// Codes of a service's own for what its framework answers.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(prefix = "SHOP_")]
enum ShopError {
    #[error("no page")]
    #[api(code = "SHOP_NO_PAGE", status = 404)]
    NoPage,
    #[error("wrong method")]
    #[api(code = "SHOP_METHOD", status = 405)]
    Method,
    #[error("invalid request")]
    #[api(code = "SHOP_INVALID", status = 400)]
    Invalid(#[source] FrameworkError),
    #[error("failed")]
    #[api(code = "SHOP_FAILED", status = 500)]
    Failed(#[source] FrameworkError),
    #[error("refused")]
    #[api(code = "SHOP_REFUSED", status = 403)]
    Refused(#[source] FrameworkError),
}

impl From<FrameworkError> for ShopError {
    fn from(error: FrameworkError) -> Self {
        // Without a wildcard: a new kind has to be thought of.
        match error {
            FrameworkError::RouteNotFound => Self::NoPage,
            FrameworkError::MethodNotAllowed => Self::Method,
            FrameworkError::BodyTooLarge
            | FrameworkError::UnsupportedMediaType
            | FrameworkError::MalformedBody { .. }
            | FrameworkError::InvalidBody { .. }
            | FrameworkError::InvalidPath { .. }
            | FrameworkError::InvalidQuery { .. }
            | FrameworkError::InvalidHeader { .. }
            | FrameworkError::InvalidForm { .. } => Self::Invalid(error),
            FrameworkError::TimedOut { .. }
            | FrameworkError::Overloaded
            | FrameworkError::Panic { .. } => Self::Failed(error),
            FrameworkError::Other { .. } => Self::Refused(error),
        }
    }
}

/// What no error of the framework can be made.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("unconverted")]
#[api(code = "UNCONVERTED", status = 500)]
struct Unconverted;

impl From<FrameworkError> for Unconverted {
    fn from(_: FrameworkError) -> Self {
        panic!("secret of the conversion")
    }
}

struct PanicsWhenRendered;

impl IntoResponse for PanicsWhenRendered {
    fn into_response(self) -> axum::response::Response {
        panic!("secret of rendering")
    }
}

async fn optional_page(page: Option<Path<u32>>) -> String {
    page.map_or_else(|| "all".to_owned(), |page| page.to_string())
}

async fn panics() {
    panic!("secret of the handler")
}

type Seen = Arc<Mutex<Vec<(String, String)>>>;

fn routes() -> Router {
    let limits = ServiceBuilder::new()
        .layer(HandleErrorLayer::new(handle_error))
        .timeout(Duration::from_millis(20));
    Router::new()
        .route("/slow", get(async || tokio::time::sleep(Duration::from_secs(5)).await))
        .layer(limits)
        .route(
            "/jobs/{id}",
            get(async |Path(id): Path<u64>| Err::<(), Error<Nested>>(Expired(id).into())),
        )
        .route("/busy", get(async || Err::<(), _>(Busy)))
        .route("/cell", get(async || Unshared(std::cell::Cell::new(1)).into_response()))
        .route("/query", get(async |Query(page): Query<Page>| page.page.to_string()))
        .route("/form", post(async |Form(page): Form<Page>| page.page.to_string()))
        .route(
            "/orders",
            post(async |Json(order): Json<Order>| {
                order.items.into_iter().map(|i| i.sku).collect::<String>()
            }),
        )
        .route(
            "/header",
            get(async |Header(since): Header<IfModifiedSince>| format!("{since:?}"))
                .post(async |since: Option<Header<IfModifiedSince>>| since.is_some().to_string()),
        )
        .route("/defect", get(async |Extract(Extension(_)): Extract<Extension<u8>>| ()))
        .route("/text", post(async |Extract(text): Extract<String>| text))
        .route("/maybe", post(async |order: Option<Json<Order>>| order.is_some().to_string()))
        .route(
            "/either",
            post(async |order: Result<Json<Order>, FrameworkError>| {
                order.map_or_else(
                    |error| error.code().to_owned(),
                    |order| order.items.len().to_string(),
                )
            }),
        )
        .route("/pages", get(optional_page))
        .route("/pages/{page}", get(optional_page))
        .route("/pairs/{left}/{right}", get(async |Path((a, b)): Path<(u8, u8)>| format!("{a}{b}")))
        .route("/kinds/{kind}/{count}", get(async |_: Path<(Kind, NonZeroU32)>| ()))
        .route("/shelves/{kind}/{count}", get(async |_: Path<Shelf>| ()))
        .route("/unserializable", get(async || Json(HashMap::from([((1, 2), "secret")]))))
        .route("/panic", get(panics))
        .route("/render", get(async || PanicsWhenRendered))
        .route(
            "/plain",
            get(async || {
                (StatusCode::UNAUTHORIZED, [(header::WWW_AUTHENTICATE, "Bearer")], "on purpose")
            }),
        )
        .route(
            "/proxied",
            get(async || (StatusCode::BAD_GATEWAY, Extension(Passthrough), "upstream")),
        )
        .route("/id", get(async || RequestContext::current().get_request_id().unwrap().to_owned()))
}

struct Service {
    address: String,
    seen: Seen,
}

impl Service {
    async fn start(configure: impl FnOnce(Errors<Nested>) -> Errors<Nested>) -> Self {
        let seen = Seen::default();
        let hook = {
            let seen = Arc::clone(&seen);
            move |error: &dyn ApiError, context: &RequestContext| {
                let id = context.get_request_id().unwrap_or_default().to_owned();
                seen.lock().unwrap().push((error.code().to_owned(), id));
            }
        };
        let errors = Errors::<Nested>::new()
            .context_of_error(|context| context.timestamp("2026-01-25T10:30:00.000Z"))
            .on_error(hook);
        let app = configure(errors).install(routes());
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap().to_string();
        tokio::spawn(async move { axum::serve(listener, app).await });
        Self { address, seen }
    }

    async fn call(
        &self,
        request: axum::http::request::Builder,
        path: &str,
        body: &str,
    ) -> Response<Vec<u8>> {
        let request = request
            .uri(format!("http://{}{path}", self.address))
            .body(Body::from(body.to_owned()))
            .unwrap();
        let client = Client::builder(TokioExecutor::new()).build_http();
        let (head, body) = client.request(request).await.unwrap().into_parts();
        Response::from_parts(head, body.collect().await.unwrap().to_bytes().to_vec())
    }

    async fn get(&self, path: &str) -> (u16, Value) {
        answer(&self.call(Request::get("/"), path, "").await)
    }

    async fn post(&self, path: &str, media_type: &str, body: &str) -> (u16, Value) {
        let request = Request::post("/").header(header::CONTENT_TYPE, media_type);
        answer(&self.call(request, path, body).await)
    }
}

fn answer(response: &Response<Vec<u8>>) -> (u16, Value) {
    assert_eq!(response.headers()[header::CONTENT_TYPE], "application/json");
    let body: Value = serde_json::from_slice(response.body()).unwrap();
    assert_eq!(body["error"]["timestamp"], "2026-01-25T10:30:00.000Z");
    assert_eq!(body["error"]["request_id"], response.headers()["x-request-id"].to_str().unwrap());
    (response.status().as_u16(), body["error"].clone())
}

fn code(answer: &(u16, Value)) -> (u16, &str) {
    (answer.0, answer.1["code"].as_str().unwrap())
}

#[tokio::test]
async fn errors_of_handlers_and_of_the_framework_are_in_the_envelope() {
    let service = Service::start(|errors| errors).await;
    for (path, status, expected) in [
        ("/jobs/7", 410, "JOB_EXPIRED"),
        ("/jobs/x", 400, "INVALID_PATH"),
        ("/jobs/%ff", 400, "INVALID_PATH"),
        ("/busy", 503, "BUSY"),
        ("/cell", 500, "CELL"),
        ("/query", 400, "INVALID_QUERY"),
        ("/query?page=%ff", 400, "INVALID_QUERY"),
        ("/nowhere", 404, "ROUTE_NOT_FOUND"),
        ("/orders", 405, "METHOD_NOT_ALLOWED"),
        ("/defect", 500, "HTTP_ERROR"),
        ("/unserializable", 500, "HTTP_ERROR"),
        ("/panic", 500, "INTERNAL_ERROR"),
        ("/render", 500, "INTERNAL_ERROR"),
        ("/slow", 504, "REQUEST_TIMED_OUT"),
    ] {
        let answer = service.get(path).await;
        assert_eq!(code(&answer), (status, expected), "{path}");
        assert!(!answer.1.to_string().contains("secret"), "{path}");
        let seen = std::mem::take(&mut *service.seen.lock().unwrap());
        let id = answer.1["request_id"].as_str().unwrap().to_owned();
        assert_eq!(seen, [(expected.to_owned(), id)], "reported once: {path}");
    }
}

#[tokio::test]
async fn bodies_are_told_apart_and_fields_are_named() {
    let service = Service::start(|errors| errors).await;
    let json = "application/json";
    let large = format!(r#"{{"items":[],"x":"{}"}}"#, "a".repeat(3_000_000));
    for (media_type, body, status, expected) in [
        (json, r#"{"items":[{"sku":"a"}"#, 400, "MALFORMED_BODY"),
        (json, "\u{0}", 400, "MALFORMED_BODY"),
        ("text/plain", "{}", 415, "UNSUPPORTED_MEDIA_TYPE"),
        (json, &large, 413, "BODY_TOO_LARGE"),
    ] {
        assert_eq!(code(&service.post("/orders", media_type, body).await), (status, expected));
    }
    for (body, errors) in [
        (r#"{"items":[{"sku":"a"},{}]}"#, json!({"items[1].sku": ["missing field"]})),
        ("{}", json!({"items": ["missing field"]})),
        (
            r#"{"items":[{"sku":7}]}"#,
            json!({"items[0].sku": ["invalid type: integer `7`, expected a string"]}),
        ),
    ] {
        let answer = service.post("/orders", json, body).await;
        assert_eq!(code(&answer), (422, "INVALID_BODY"));
        assert_eq!(answer.1["errors"], errors);
    }
    let answer = service.post("/form", "application/x-www-form-urlencoded", "page=x").await;
    assert_eq!(code(&answer), (422, "INVALID_FORM"));
    assert_eq!(answer.1["errors"], json!({"page": ["invalid digit found in string"]}));
}

#[tokio::test]
async fn a_parameter_of_the_path_is_named() {
    let service = Service::start(|errors| errors).await;
    for (path, name) in [
        ("/jobs/x", "id"),
        ("/jobs/%ff", "id"),
        ("/pages/x", "page"),
        ("/pairs/x/1", "left"),
        ("/pairs/1/999", "right"),
        ("/kinds/c/1", "kind"),
        ("/kinds/a/0", "count"),
        ("/shelves/c/1", "kind"),
        ("/shelves/a/0", "count"),
    ] {
        let answer = service.get(path).await;
        assert_eq!(code(&answer), (400, "INVALID_PATH"));
        let names: Vec<_> = answer.1["errors"].as_object().unwrap().keys().collect();
        assert_eq!(names, [name], "{path}");
    }
}

#[tokio::test]
async fn an_extractor_may_be_optional_or_hand_over_its_error() {
    let service = Service::start(|errors| errors).await;
    let post = async |path, media_type, body| {
        let request = Request::post("/").header(header::CONTENT_TYPE, media_type);
        service.call(request, path, body).await
    };
    let json = "application/json";
    assert_eq!(post("/maybe", json, r#"{"items":[]}"#).await.body(), b"true");
    assert_eq!(service.call(Request::post("/"), "/maybe", "").await.body(), b"false");
    for (media_type, body, status, expected) in [
        (json, "{}", 422, "INVALID_BODY"),
        (json, "{", 400, "MALFORMED_BODY"),
        ("text/plain", "{}", 415, "UNSUPPORTED_MEDIA_TYPE"),
    ] {
        let response = post("/maybe", media_type, body).await;
        assert_eq!(code(&answer(&response)), (status, expected));
        assert_eq!(post("/either", media_type, body).await.body(), expected.as_bytes());
    }
    let get = async |path| service.call(Request::get("/"), path, "").await;
    assert_eq!(get("/pages").await.body(), b"all");
    assert_eq!(get("/pages/7").await.body(), b"7");
    assert_eq!(code(&answer(&get("/pages/x").await)), (400, "INVALID_PATH"));
}

#[tokio::test]
async fn another_extractor_is_told_by_its_status_and_its_text_stays_private() {
    let seen = Arc::new(Mutex::new(Vec::new()));
    let texts = Arc::clone(&seen);
    let service = Service::start(|errors| {
        errors.on_error(move |error: &dyn ApiError, _: &RequestContext| {
            texts.lock().unwrap().push(error.to_string());
        })
    })
    .await;
    let broken = Request::post("/").uri(format!("http://{}/text", service.address));
    let client = Client::builder(TokioExecutor::new()).build_http();
    let broken = broken.body(Body::from(&b"\xff"[..])).unwrap();
    let response = client.request(broken).await.unwrap();
    assert_eq!(response.status(), 400);
    let body = response.into_body().collect().await.unwrap().to_bytes();
    let body: Value = serde_json::from_slice(&body).unwrap();
    assert_eq!(body["error"]["code"], "MALFORMED_BODY");

    let (status, error) = service.get("/defect").await;
    assert_eq!((status, &error["message"]), (500, &json!("Internal Server Error")));
    let seen = seen.lock().unwrap();
    assert!(seen[0].contains("UTF-8"), "{seen:?}");
    assert!(seen[1].contains("Missing request extension"), "{seen:?}");
}

#[tokio::test]
async fn the_frameworks_errors_may_have_codes_of_the_services_own() {
    let service = Service::start(|errors| {
        errors.framework_errors_as::<ShopError>().rewrite_plain_responses()
    })
    .await;
    for (path, status, expected) in [
        ("/nowhere", 404, "SHOP_NO_PAGE"),
        ("/orders", 405, "SHOP_METHOD"),
        ("/jobs/x", 400, "SHOP_INVALID"),
        ("/query", 400, "SHOP_INVALID"),
        ("/panic", 500, "SHOP_FAILED"),
        ("/slow", 500, "SHOP_FAILED"),
        ("/plain", 403, "SHOP_REFUSED"),
        ("/busy", 503, "BUSY"),
    ] {
        let response = service.call(Request::get("/"), path, "").await;
        assert_eq!(code(&answer(&response)), (status, expected), "{path}");
        assert_eq!(response.headers().contains_key(header::ALLOW), status == 405);
        let id = response.headers()["x-request-id"].to_str().unwrap().to_owned();
        let seen = std::mem::take(&mut *service.seen.lock().unwrap());
        assert_eq!(seen, [(expected.to_owned(), id)]);
    }
}

#[tokio::test]
async fn a_conversion_that_panics_is_answered_and_reported() {
    let service = Service::start(Errors::framework_errors_as::<Unconverted>).await;
    for path in ["/nowhere", "/jobs/x", "/panic"] {
        let response = service.call(Request::get("/"), path, "").await;
        assert_eq!(response.status(), 500);
        assert_eq!(response.headers()[header::CONTENT_TYPE], "application/problem+json");
        let body: Value = serde_json::from_slice(response.body()).unwrap();
        let id = response.headers()["x-request-id"].to_str().unwrap().to_owned();
        assert_eq!((&body["instance"], &body["request_id"]), (&json!(path), &json!(id)));
        let seen = std::mem::take(&mut *service.seen.lock().unwrap());
        assert_eq!(seen, [("INTERNAL_ERROR".to_owned(), id)], "{path}");
    }
}

#[tokio::test]
async fn a_header_is_named() {
    let service = Service::start(|errors| errors).await;
    let soon = || Request::get("/").header("if-modified-since", "soon");
    for (request, message) in [(Request::get("/"), "missing header"), (soon(), "invalid header")] {
        let answer = answer(&service.call(request, "/header", "").await);
        assert_eq!(code(&answer), (400, "INVALID_HEADER"));
        assert_eq!(answer.1["errors"], json!({"if-modified-since": [message]}));
    }
    let response = service.call(Request::post("/"), "/header", "").await;
    assert_eq!(response.body(), b"false");
    let response = service.call(soon().method(Method::POST), "/header", "").await;
    assert_eq!(code(&answer(&response)), (400, "INVALID_HEADER"));
}

#[tokio::test]
async fn a_method_that_is_not_allowed_keeps_allow() {
    let service = Service::start(|errors| errors).await;
    let response = service.call(Request::delete("/"), "/orders", "").await;
    assert_eq!(response.headers()[header::ALLOW], "POST");
    let response = service.call(Request::builder().method(Method::HEAD), "/busy", "").await;
    assert_eq!((response.status().as_u16(), response.body().len()), (503, 0));
}

#[tokio::test]
async fn plain_responses_are_rewritten_where_that_is_asked_for() {
    let service = Service::start(|errors| errors).await;
    assert_eq!(service.call(Request::get("/"), "/plain", "").await.body(), b"on purpose");

    let service = Service::start(Errors::rewrite_plain_responses).await;
    let response = service.call(Request::get("/"), "/plain", "").await;
    assert_eq!(response.headers()[header::WWW_AUTHENTICATE], "Bearer");
    assert_eq!(code(&answer(&response)), (401, "HTTP_ERROR"));
    assert_eq!(service.seen.lock().unwrap().len(), 1);
    assert_eq!(service.call(Request::get("/"), "/proxied", "").await.body(), b"upstream");
}

#[tokio::test]
async fn the_identifier_is_the_requests_if_it_is_safe() {
    let service = Service::start(|errors| errors).await;
    let long = "a".repeat(10_000);
    for (sent, taken) in [("req-1", true), ("a\"b", false), ("a b", false), (&*long, false)] {
        let request = Request::get("/").header("x-request-id", sent);
        let response = service.call(request, "/id", "").await;
        let id = response.headers()["x-request-id"].to_str().unwrap();
        assert_eq!(id == sent, taken);
        assert_eq!(response.body(), id.as_bytes());
    }
    let answer = service.get("/busy").await;
    assert_eq!(answer.1["request_id"].as_str().unwrap().len(), 32);
}

#[tokio::test]
async fn an_identifier_of_the_services_own_is_in_the_header_too() {
    let service = Service::start(|errors| {
        errors.context(|_, context| context.request_id("own")).context_of_error(|context| {
            let id = context.get_request_id().map(|id| format!("{id}-failed"));
            let context = context.timestamp("2026-01-25T10:30:00.000Z");
            context.request_id(id.unwrap_or_default())
        })
    })
    .await;
    let response = service.call(Request::get("/"), "/id", "").await;
    assert_eq!(response.headers()["x-request-id"], "own");

    let response = service.call(Request::get("/"), "/busy", "").await;
    assert_eq!(response.headers()["x-request-id"], "own-failed");
    assert_eq!(answer(&response).1["request_id"], "own-failed");
}

#[tokio::test]
async fn a_context_that_is_made_anew_lacks_nothing() {
    let service = Service::start(|errors| {
        errors
            .context(|_, _| RequestContext::new().path("/own"))
            .context_of_error(|_| RequestContext::new().timestamp("2026-01-25T10:30:00.000Z"))
    })
    .await;
    for (path, status, expected) in [
        ("/jobs/7", 410, "JOB_EXPIRED"),
        ("/busy", 503, "BUSY"),
        ("/cell", 500, "CELL"),
        ("/jobs/x", 400, "INVALID_PATH"),
        ("/nowhere", 404, "ROUTE_NOT_FOUND"),
        ("/panic", 500, "INTERNAL_ERROR"),
    ] {
        let answer = service.get(path).await;
        assert_eq!(code(&answer), (status, expected));
        assert_eq!(answer.1["path"], "/own");
        let id = answer.1["request_id"].as_str().unwrap().to_owned();
        let seen = std::mem::take(&mut *service.seen.lock().unwrap());
        assert_eq!(seen, [(expected.to_owned(), id)]);
    }
}

#[tokio::test]
async fn a_hook_that_panics_takes_no_answer_away() {
    let service = Service::start(|errors| {
        errors
            .context_of_error(|_| panic!("secret of the context"))
            .on_error(|_: &dyn ApiError, _: &RequestContext| panic!("secret of the hook"))
    })
    .await;
    for (path, expected) in [("/busy", "BUSY"), ("/cell", "CELL"), ("/nowhere", "ROUTE_NOT_FOUND")]
    {
        let response = service.call(Request::get("/"), path, "").await;
        let body: Value = serde_json::from_slice(response.body()).unwrap();
        assert_eq!(body["error"]["code"], expected);
        let id = response.headers()["x-request-id"].to_str().unwrap();
        assert_eq!(body["error"]["request_id"], id);
    }
}

#[tokio::test]
async fn the_error_of_a_layer_may_be_one_of_the_framework() {
    let refused = |error: FrameworkError| async { handle_error(Box::new(error)).await.code() };
    assert_eq!(refused(FrameworkError::BodyTooLarge).await, "BODY_TOO_LARGE");
    let error = handle_error("secret".into()).await;
    assert_eq!((error.code(), &*error.message()), ("HTTP_ERROR", "Internal Server Error"));
    assert_eq!(handle_error(Box::new(Round)).await.code(), "HTTP_ERROR");
}

/// An error whose chain of sources has no end.
#[derive(Debug)]
struct Round;

impl fmt::Display for Round {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("round")
    }
}

impl std::error::Error for Round {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(self)
    }
}

#[tokio::test]
async fn a_nested_router_names_the_whole_path() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let nested =
        || Errors::<Nested>::new().install(Router::new().route("/busy", get(async || Busy)));
    let app = Router::new()
        .nest("/v1", nested())
        .nest_service("/v2", nested())
        .nest("/v3", Errors::<Nested>::new().install(Router::new().nest("/in", nested())));
    tokio::spawn(async move { axum::serve(listener, app).await });
    let service = Service { address, seen: Seen::default() };
    for (path, expected) in [
        ("/v1/busy?page=1", "/v1/busy"),
        ("/v1/nowhere", "/v1/nowhere"),
        ("/v2/busy", "/v2/busy"),
        ("/v3/in/busy", "/v3/in/busy"),
    ] {
        let response = service.call(Request::get("/"), path, "").await;
        let body: Value = serde_json::from_slice(response.body()).unwrap();
        assert_eq!(body["error"]["path"], expected);
    }
}

#[tokio::test]
async fn a_context_that_panics_is_answered() {
    let service = Service::start(|errors| {
        errors.context(|parts, context| {
            assert!(parts.uri.path() != "/id", "secret of the context");
            context
        })
    })
    .await;
    let (status, error) = service.get("/id").await;
    assert_eq!((status, &error["code"]), (500, &json!("INTERNAL_ERROR")));
    assert!(!error.to_string().contains("secret"));
    assert_eq!(service.seen.lock().unwrap().len(), 1);
    assert_eq!(code(&service.get("/busy").await), (503, "BUSY"));
}

#[tokio::test]
async fn an_inner_layer_adds_to_the_context_of_the_outer_one() {
    let path = |parts: &axum::http::request::Parts| RequestContext::new().path_of(&parts.uri);
    let id = |_: &axum::http::request::Parts| RequestContext::new().request_id("of the outer");
    let mut app = Router::new()
        .route("/busy", get(async || Busy))
        .layer(ContextLayer::new(path))
        .layer(ContextLayer::new(id));
    let request = Request::get("/busy").body(Body::empty()).unwrap();
    let response = app.as_service().call(request).await.unwrap();
    let body = response.into_body().collect().await.unwrap().to_bytes();
    let body: Value = serde_json::from_slice(&body).unwrap();
    assert_eq!(body["error"]["request_id"], "of the outer");
    assert_eq!(body["error"]["path"], "/busy");
}

#[test]
fn one_line_takes_the_frameworks_errors_into_a_service() {
    #[derive(Debug, thiserror::Error, ApiError)]
    enum ShopError {
        #[error(transparent)]
        #[api(transparent)]
        Framework(#[from] FrameworkError),
    }
    errcode::catalog!(static SHOP = [ShopError]);

    assert!(SHOP.get("INVALID_BODY").is_some());
    let response =
        Error::<Nested>::from(ShopError::from(FrameworkError::Overloaded)).into_response();
    let kept = response.extensions().get::<Arc<dyn ApiError + Send + Sync>>().unwrap();
    assert_eq!(kept.code(), "OVERLOADED");
}
