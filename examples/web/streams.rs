//! An error after the response has begun: an event of its stream, with the identifier of its request.
//!
//! ```sh
//! cargo run --package errcode-examples-web --example streams
//! ```

use std::convert::Infallible;

use axum::{
    Router,
    extract::Path,
    response::sse::{Event, Sse},
    routing::get,
};
use errcode::{
    ApiError, RequestContext,
    axum::{Errors, event},
    envelope::Nested,
    stream::{in_context, text},
};
use errcode_examples_web::show;
use futures_util::{Stream, StreamExt as _, stream};
use tokio::net::TcpListener;

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

/// Server-sent events.
async fn progress(Path(_): Path<u64>) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let events = steps().map(|step| match step {
        Ok(step) => Event::default().data(step.to_string()),
        Err(error) => event::<Nested>(&error),
    });
    // The stream runs when this handler has returned.
    Sse::new(in_context(events.map(Ok)))
}

/// The texts that a `WebSocket` would send, as lines.
async fn messages() -> String {
    let texts = steps().map(|step| match step {
        Ok(step) => step.to_string(),
        Err(error) => text::<Nested>(&error),
    });
    in_context(texts).collect::<Vec<_>>().await.join("\n")
}

fn service() -> Router {
    let routes =
        Router::new().route("/jobs/{id}/events", get(progress)).route("/messages", get(messages));
    Errors::<Nested>::new()
        .on_error(|error: &dyn ApiError, context: &RequestContext| {
            println!("log: {}: {error}", context.get_request_id().unwrap_or_default());
        })
        .install(routes)
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> std::io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    tokio::spawn(async { axum::serve(listener, service()).await });

    show(address, "GET /jobs/7/events", &["X-Request-Id: req-1"], "").await?;
    show(address, "GET /messages", &["X-Request-Id: req-2"], "").await
}
