//! An error after the response has begun: an event of its stream, or a message of its WebSocket, with the identifier of
//! its request.
//!
//! ```sh
//! cargo run --package errcode-examples-web --example streams
//! ```

use std::{convert::Infallible, io};

use axum::{
    Router,
    extract::ws::{WebSocket, WebSocketUpgrade},
    response::{
        Response,
        sse::{Event, Sse},
    },
    routing::get,
};
use errcode::{
    ApiError, RequestContext,
    axum::{Errors, Extract, event},
    envelope::Nested,
    stream::{in_context, text},
};
use errcode_examples_web::show;
use futures_util::{Stream, StreamExt as _, stream};
use tokio::net::TcpListener;
use tokio_tungstenite::connect_async;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("worker {worker} is gone")]
#[api(code = "JOB_INTERRUPTED", status = 503, message = "The job was interrupted", retry_after = 5)]
struct Interrupted {
    worker: &'static str,
}

/// The steps of a job, which fails at the third.
fn steps() -> impl Stream<Item = Result<u8, Interrupted>> {
    stream::iter([Ok(1), Ok(2), Err(Interrupted { worker: "worker-7.internal" })])
}

/// Server-sent events. The stream runs when this handler has returned.
async fn events() -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let events = steps().map(|step| match step {
        Ok(step) => Event::default().data(step.to_string()),
        Err(error) => event::<Nested>(&error),
    });
    Sse::new(in_context(events.map(Ok)))
}

/// Messages of a WebSocket. A task of its own serves it.
async fn socket(Extract(upgrade): Extract<WebSocketUpgrade>) -> Response {
    let context = RequestContext::current();
    upgrade.on_upgrade(|socket| context.scope(send_steps(socket)))
}

async fn send_steps(mut socket: WebSocket) {
    let mut steps = std::pin::pin!(steps());
    while let Some(step) = steps.next().await {
        let message = step.map_or_else(|error| text::<Nested>(&error), |step| step.to_string());
        if socket.send(message.into()).await.is_err() {
            return;
        }
    }
}

fn service() -> Router {
    let routes = Router::new().route("/events", get(events)).route("/socket", get(socket));
    Errors::<Nested>::new()
        .on_error(|error: &dyn ApiError, context: &RequestContext| {
            println!("log: {}: {error}", context.get_request_id().unwrap_or_default());
        })
        .install(routes)
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    tokio::spawn(async { axum::serve(listener, service()).await });

    show(address, "GET /events", &["X-Request-Id: req-1"], "", "event: error\ndata: {").await?;
    show(address, "GET /socket", &[], "", "HTTP_ERROR").await?;

    let (mut socket, response) =
        connect_async(format!("ws://{address}/socket")).await.map_err(io::Error::other)?;
    let id = response.headers()["x-request-id"].to_str().map_err(io::Error::other)?;
    let mut last = String::new();
    while let Some(Ok(message)) = socket.next().await {
        println!("{message}");
        last = if message.is_text() { message.to_string() } else { last };
    }
    let is_as_expected = last.contains("JOB_INTERRUPTED") && last.contains(id);
    is_as_expected.then_some(()).ok_or_else(|| io::Error::other(last))
}
