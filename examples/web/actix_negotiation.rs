//! Clients of an actix-web service choose the form of an error: the house's JSON, RFC 9457, Markdown or a page.
//!
//! ```sh
//! cargo run --package errcode-examples-web --example actix_negotiation
//! ```

use actix_web::{App, HttpServer, http::header::HeaderValue, rt, web};
use errcode::{
    ApiError, ErrorView,
    actix_web::{Error, Errors},
    envelope::{Html, Markdown, Negotiated, Nested, Offer, Problem},
};
use errcode_examples_web::show;

/// The first is for whoever does not say what it accepts.
type House = Negotiated<(Nested, Problem, Markdown, Html)>;

/// A service on its way from one envelope to another: clients choose the new one by a header.
struct Migration;

impl Offer for Migration {
    type Envelopes = (Nested, Problem);
    const VARY: Option<&'static str> = Some("x-api-version");

    fn choose(view: ErrorView<'_>) -> usize {
        usize::from(view.context::<Version>() == Some(&Version(2)))
    }
}

/// What `x-api-version` says.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Version(u8);

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

async fn jobs() -> Result<String, Error<House>> {
    Err(JobLimit { limit: 8 })?
}

async fn orders() -> Result<String, Error<Negotiated<Migration>>> {
    Err(JobLimit { limit: 8 })?
}

#[actix_web::main]
async fn main() -> std::io::Result<()> {
    let errors = Errors::<House>::new().context(|request, context| {
        match request.headers().get("x-api-version").map(HeaderValue::as_bytes) {
            Some(b"2") => context.with(Version(2)),
            _ => context,
        }
    });
    let app = move || {
        App::new()
            .route("/jobs", web::get().to(jobs))
            .route("/orders", web::get().to(orders))
            .wrap(errors.clone())
    };
    let server = HttpServer::new(app).workers(1).bind("127.0.0.1:0")?;
    let address = server.addrs()[0];
    rt::spawn(server.run());

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
    show(address, "GET /orders", &[], "", r#"{"error":{"#).await?;
    show(address, "GET /orders", &["X-Api-Version: 2"], "", r#""detail":"#).await
}
