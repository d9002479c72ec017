//! Errors in responses that have begun, over real HTTP.

use std::{
    convert::Infallible,
    sync::{Arc, Mutex},
    time::Duration,
};

use axum::{
    Router,
    body::Body,
    http::Request,
    response::sse::{Event, Sse},
    routing::get,
};
use errcode::{
    ApiError, Envelope, ErrorView, RequestContext,
    axum::{Errors, event},
    envelope::{Nested, Object},
    stream::{self, in_context},
};
use futures_util::{Stream, StreamExt as _};
use http_body_util::BodyExt as _;
use hyper_util::{client::legacy::Client, rt::TokioExecutor};
use serde::Serialize;
use tokio::net::TcpListener;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("worker w-3 lost")]
#[api(code = "WORKER_LOST", status = 503, message = "The job was interrupted")]
struct WorkerLost;

/// A body of several lines, and with each of the line ends.
struct Pretty;

impl Envelope for Pretty {
    fn body(view: ErrorView<'_>) -> impl Serialize {
        Object::new().member("code", view.code())
    }

    fn write(view: ErrorView<'_>, out: &mut Vec<u8>) {
        out.extend_from_slice(format!("{{\r\n  \"code\":\r\"{}\"\n}}", view.code()).as_bytes());
    }
}

type Events = Sse<std::pin::Pin<Box<dyn Stream<Item = Result<Event, Infallible>> + Send>>>;

fn interrupted<E: Envelope>() -> Events {
    let steps = futures_util::stream::iter([Ok(1), Ok(2), Err(WorkerLost)]).then(async |step| {
        tokio::time::sleep(Duration::from_millis(1)).await;
        step
    });
    let events = steps.map(|step| match step {
        Ok(step) => Event::default().data(step.to_string()),
        Err(error) => event::<E>(&error),
    });
    Sse::new(Box::pin(in_context(events.map(Ok))))
}

#[tokio::test]
async fn an_event_has_the_context_of_the_request_and_is_reported_once() {
    let seen = Arc::new(Mutex::new(Vec::new()));
    let hook = {
        let seen = Arc::clone(&seen);
        move |error: &dyn ApiError, context: &RequestContext| {
            let id = context.get_request_id().unwrap_or_default();
            seen.lock().unwrap().push(format!("{} {id}", error.code()));
        }
    };
    let routes = Router::new()
        .route("/jobs/7/events", get(async || interrupted::<Nested>()))
        .route("/pretty", get(async || interrupted::<Pretty>()));
    let app = Errors::<Nested>::new().on_error(hook).install(routes);
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async { axum::serve(listener, app).await.unwrap() });

    let get = async |path: &str| {
        let request = Request::get(format!("http://{address}{path}")).header("x-request-id", "r-1");
        let client = Client::builder(TokioExecutor::new()).build_http();
        let response = client.request(request.body(Body::empty()).unwrap()).await.unwrap();
        assert_eq!(response.status(), 200);
        let body = response.into_body().collect().await.unwrap().to_bytes();
        String::from_utf8(body.to_vec()).unwrap()
    };
    assert_eq!(
        get("/jobs/7/events").await,
        concat!(
            "data: 1\n\ndata: 2\n\nevent: error\n",
            r#"data: {"error":{"code":"WORKER_LOST","message":"The job was interrupted","retryable":true,"#,
            r#""request_id":"r-1","path":"/jobs/7/events"}}"#,
            "\n\n",
        )
    );
    assert_eq!(*seen.lock().unwrap(), ["WORKER_LOST r-1"]);
    assert!(
        get("/pretty").await.ends_with(
            "event: error\ndata: {\ndata:   \"code\":\ndata: \"WORKER_LOST\"\ndata: }\n\n"
        )
    );
}

#[tokio::test]
async fn a_hook_that_panics_does_not_end_the_stream() {
    let routes = Router::new().route("/events", get(async || interrupted::<Nested>()));
    let app = Errors::<Nested>::new()
        .on_error(|_: &dyn ApiError, _: &RequestContext| panic!("secret of the hook"))
        .install(routes);
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async { axum::serve(listener, app).await.unwrap() });

    let client = Client::builder(TokioExecutor::new()).build_http();
    let url = format!("http://{address}/events").parse().unwrap();
    let response = Client::<_, Body>::get(&client, url).await.unwrap();
    let body = response.into_body().collect().await.expect("a whole body").to_bytes();
    assert!(String::from_utf8_lossy(&body).contains("WORKER_LOST"));
}

#[tokio::test]
async fn a_message_is_in_the_context_that_was_taken_along() {
    let context = RequestContext::new().request_id("r-2");
    let socket = async { stream::text::<Nested>(&WorkerLost) };
    let text = tokio::spawn(context.scope(socket)).await.unwrap();
    assert!(text.contains(r#""request_id":"r-2""#), "{text}");
}
