//! One event of tracing for each error that leaves the service, in the span of its request.
//!
//! ```sh
//! cargo run --package errcode-examples-web --example logs
//! ```

use axum::{Router, routing::get};
use errcode::{
    ApiError,
    axum::{Error, Errors},
    envelope::Nested,
    tracing::Log,
};
use errcode_examples_web::show;
use tokio::net::TcpListener;
use tower_http::trace::{DefaultMakeSpan, TraceLayer};
use tracing::Level;

#[derive(Debug, thiserror::Error, ApiError)]
enum JobError {
    #[error("cannot save the job")]
    #[api(code = "JOB_STORE", status = 500)]
    Store(#[from] std::num::ParseIntError),
    #[error("no such job")]
    #[api(code = "JOB_NOT_FOUND", status = 404)]
    NotFound,
    #[error("denied to mallory")]
    #[api(code = "JOB_DENIED", status = 403, message = "Not yours")]
    Denied,
}

async fn save() -> Result<String, Error<Nested>> {
    let id: u64 = "seven".parse().map_err(JobError::from)?;
    Ok(id.to_string())
}

fn service() -> Router {
    let routes = Router::new()
        .route("/save", get(save))
        .route("/job", get(async || Error::<Nested>::from(JobError::NotFound)))
        .route("/denied", get(async || Error::<Nested>::from(JobError::Denied)));
    let span = DefaultMakeSpan::new().level(Level::INFO);
    Errors::<Nested>::new()
        .on_error(Log::new().client_errors(Level::DEBUG).level("JOB_DENIED", Level::WARN))
        .install(routes)
        // Without an event of its own for each 5xx.
        .layer(TraceLayer::new_for_http().make_span_with(span).on_failure(()))
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> std::io::Result<()> {
    tracing_subscriber::fmt().with_ansi(false).init();
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    tokio::spawn(async { axum::serve(listener, service()).await });

    show(address, "GET /save", &["X-Request-Id: req-1"], "", "JOB_STORE").await?;
    show(address, "GET /denied", &[], "", "Not yours").await?;
    show(address, "GET /job", &[], "", "JOB_NOT_FOUND").await?;
    show(address, "GET /nowhere", &[], "", "ROUTE_NOT_FOUND").await
}
