//! An error after the response of actix-web has begun: an event of its stream, or a message of its WebSocket, with the
//! identifier of its request.
//!
//! ```sh
//! cargo run --package errcode-examples-web --example actix_streams
//! ```

use std::{convert::Infallible, io};

use actix_web::{
    App, HttpRequest, HttpResponse, HttpServer, rt,
    web::{self, Bytes},
};
use actix_ws::Session;
use errcode::{
    ApiError, RequestContext,
    actix_web::Errors,
    envelope::Nested,
    stream::{event, in_context, text},
};
use errcode_examples_web::show;
use futures_util::{Stream, StreamExt as _, stream};
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
async fn events() -> HttpResponse {
    let events = steps().map(|step| match step {
        Ok(step) => format!("data: {step}\n\n"),
        Err(error) => event::<Nested>(&error),
    });
    let body = events.map(|event| Ok::<_, Infallible>(Bytes::from(event)));
    HttpResponse::Ok().content_type("text/event-stream").streaming(in_context(body))
}

/// Messages of a WebSocket. A task of its own serves it.
async fn socket(request: HttpRequest, body: web::Payload) -> actix_web::Result<HttpResponse> {
    let (response, session, _) = actix_ws::handle(&request, body)?;
    rt::spawn(RequestContext::current().scope(send_steps(session)));
    Ok(response)
}

async fn send_steps(mut session: Session) {
    let mut steps = std::pin::pin!(steps());
    while let Some(step) = steps.next().await {
        let message = step.map_or_else(|error| text::<Nested>(&error), |step| step.to_string());
        if session.text(message).await.is_err() {
            return;
        }
    }
    let _ = session.close(None).await;
}

#[actix_web::main]
async fn main() -> io::Result<()> {
    let errors =
        Errors::<Nested>::new().on_error(|error: &dyn ApiError, context: &RequestContext| {
            println!("log: {}: {error}", context.get_request_id().unwrap_or_default());
        });
    let app = move || {
        App::new()
            .route("/events", web::get().to(events))
            .route("/socket", web::get().to(socket))
            .wrap(errors.clone())
    };
    let server = HttpServer::new(app).workers(1).bind("127.0.0.1:0")?;
    let address = server.addrs()[0];
    rt::spawn(server.run());

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
