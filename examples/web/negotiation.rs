//! Clients choose the form of an error: the house's JSON, RFC 9457, Markdown for language models, a page for browsers.
//!
//! ```sh
//! cargo run --package errcode-examples-web --example negotiation
//! ```

use axum::{Router, routing::get};
use errcode::{
    ApiError, ErrorView,
    axum::{Error, Errors},
    envelope::{Html, Markdown, Negotiated, Nested, Offer, Problem},
};
use errcode_examples_web::show;
use tokio::net::TcpListener;

/// The first is for whoever does not say what it accepts.
type House = Negotiated<(Nested, Problem, Markdown, Html)>;

/// A service on its way from one envelope to another: clients of `/v1` keep what they have.
struct Migration;

impl Offer for Migration {
    type Envelopes = (Problem, Nested);
    const VARY: Option<&'static str> = None;

    fn choose(view: ErrorView<'_>) -> usize {
        usize::from(view.path().is_some_and(|path| path.starts_with("/v1/")))
    }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("over the limit of {limit}")]
#[api(
    code = "JOB_LIMIT",
    status = 429,
    retry_after = 30,
    resolution = "Wait until a job has ended",
    docs_url = "https://docs.example.com/errors/JOB_LIMIT"
)]
struct JobLimit {
    #[api(detail)]
    limit: u32,
}

fn service() -> Router {
    let jobs =
        Router::new().route("/jobs", get(async || Error::<House>::from(JobLimit { limit: 8 })));
    let limited = async || Error::<Negotiated<Migration>>::from(JobLimit { limit: 8 });
    let orders = Router::new().route("/v1/orders", get(limited)).route("/v2/orders", get(limited));
    Errors::<House>::new().install(jobs.merge(orders))
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> std::io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    tokio::spawn(async { axum::serve(listener, service()).await });

    for (accept, content_type) in [
        ("*/*", "application/json"),
        ("application/problem+json, application/json;q=0.5", "application/problem+json"),
        ("text/markdown", "text/markdown"),
        ("text/html,application/xhtml+xml;q=0.9,*/*;q=0.8", "text/html"),
        ("image/png", "application/json"),
    ] {
        let content_type = format!("content-type: {content_type}");
        show(address, "GET /jobs", &[&format!("Accept: {accept}")], "", &content_type).await?;
    }
    show(address, "GET /nowhere", &["Accept: text/markdown"], "", "`ROUTE_NOT_FOUND`").await?;
    show(address, "HEAD /jobs", &[], "", "vary: accept").await?;
    show(address, "GET /v1/orders", &[], "", r#"{"error":{"#).await?;
    show(address, "GET /v2/orders", &[], "", r#""detail":"#).await
}
