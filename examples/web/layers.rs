//! The layers of tower and tower-http, in the order that works: `docs/layers.md` has the reasons.
//!
//! ```sh
//! cargo run --package errcode-examples-web --example layers
//! ```

use std::time::Duration;

use axum::{Router, error_handling::HandleErrorLayer, http::StatusCode, routing::get};
use errcode::{
    ApiError, RequestContext,
    axum::{Errors, handle_error},
    envelope::Nested,
};
use errcode_examples_web::show;
use tokio::{net::TcpListener, time::sleep};
use tower::{ServiceBuilder, limit::GlobalConcurrencyLimitLayer, load_shed::LoadShedLayer};
use tower_http::{
    compression::CompressionLayer, cors::CorsLayer, timeout::TimeoutLayer, trace::TraceLayer,
};

fn service() -> Router {
    // Inside: what fails, or answers for a handler.
    let load_shed = ServiceBuilder::new()
        .layer(HandleErrorLayer::new(handle_error))
        .layer(LoadShedLayer::new())
        .layer(GlobalConcurrencyLimitLayer::new(1));
    let time_out =
        TimeoutLayer::with_status_code(StatusCode::GATEWAY_TIMEOUT, Duration::from_secs(2));
    let routes = Router::new()
        .route("/", get(async || "hello"))
        .route("/slow", get(async || sleep(Duration::from_secs(60)).await))
        .layer(load_shed)
        .layer(time_out);

    // The time-out's answer is a plain one, so plain answers are rewritten.
    Errors::<Nested>::new()
        .rewrite_plain_responses()
        .on_error(|error: &dyn ApiError, _: &RequestContext| println!("log: {error}"))
        .install(routes)
        // Outside: what adds to every answer.
        .layer(CompressionLayer::new())
        .layer(CorsLayer::permissive())
        .layer(TraceLayer::new_for_http().on_failure(()))
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> std::io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    tokio::spawn(async { axum::serve(listener, service()).await });

    // One request is all that the limit admits.
    let slow =
        tokio::spawn(async move { show(address, "GET /slow", &[], "", "REQUEST_TIMED_OUT").await });
    sleep(Duration::from_millis(500)).await;
    let page = ["Origin: https://shop.example.com"];
    show(address, "GET /", &page, "", "OVERLOADED").await?;
    slow.await??;
    show(address, "GET /", &page, "", "hello").await?;
    show(address, "GET /nowhere", &page, "", "access-control-allow-origin: *").await
}
