//! A service of axum whose errors are all in its envelope: those of handlers, of extractors and of the router, panics.
//!
//! ```sh
//! cargo run --package errcode-examples-web --example axum_service
//! ```

use axum::{
    Router,
    middleware::from_fn,
    routing::{get, post},
};
use errcode::{
    ApiError, FrameworkError, RequestContext,
    axum::{Error, Errors, Json, Path},
    envelope::Nested,
};
use errcode_examples_web::show;
use serde::Deserialize;
use tokio::net::TcpListener;

/// Errors of jobs.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(prefix = "JOB_")]
enum JobError {
    #[error("job {id} not found")]
    #[api(code = "JOB_NOT_FOUND", status = 404)]
    NotFound {
        #[api(detail)]
        id: u64,
    },
    #[error("the store at {address} does not answer")]
    #[api(code = "JOB_STORE_DOWN", status = 503, retry_after = 5)]
    StoreDown { address: &'static str },
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("no key")]
#[api(code = "AUTH_NO_KEY", status = 401, header("WWW-Authenticate", "Bearer"))]
struct NoKey;

// Every code that a client can meet, checked for duplicates while it compiles.
errcode::catalog!(static CODES = [JobError, NoKey, FrameworkError]);

#[derive(Deserialize)]
struct Order {
    skus: Vec<String>,
}

type Answer<T> = Result<T, Error<Nested>>;

async fn job(Path(id): Path<u64>) -> Answer<String> {
    match id {
        1 => Err(JobError::StoreDown { address: "db-7.internal:5432" })?,
        2 => panic!("job 2 is impossible"),
        id => Err(JobError::NotFound { id })?,
    }
}

async fn create(Json(order): Json<Order>) -> Answer<String> {
    Ok(order.skus.join(", "))
}

/// A guard in front of the handlers fails as they do.
async fn guard(
    request: axum::extract::Request,
    next: axum::middleware::Next,
) -> Answer<axum::response::Response> {
    if request.uri().path() == "/admin" {
        return Err(NoKey.into());
    }
    Ok(next.run(request).await)
}

fn service() -> Router {
    let routes = Router::new()
        .route("/jobs/{id}", get(job))
        .route("/orders", post(create))
        .route("/admin", get(async || "never"))
        .layer(from_fn(guard));
    Errors::<Nested>::new()
        .on_error(|error: &dyn ApiError, _: &RequestContext| println!("log: {error}"))
        .install(routes)
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> std::io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    tokio::spawn(async { axum::serve(listener, service()).await });

    println!("{} codes\n", CODES.len());
    for (request, code) in [
        ("GET /jobs/7", "JOB_NOT_FOUND"),
        ("GET /jobs/x", "INVALID_PATH"),
        ("GET /jobs/1", "JOB_STORE_DOWN"),
        ("GET /jobs/2", "INTERNAL_ERROR"),
        ("GET /admin", "AUTH_NO_KEY"),
        ("GET /nowhere", "ROUTE_NOT_FOUND"),
        ("GET /orders", "METHOD_NOT_ALLOWED"),
    ] {
        show(address, request, &["X-Request-Id: req-1"], "", code).await?;
    }
    let json = ["Content-Type: application/json"];
    show(address, "POST /orders", &json, r#"{"skus":["A-1",7]}"#, "skus[1]").await
}
