//! A service of actix-web whose errors are all in its envelope: of handlers, extractors, routes and middleware; panics.
//!
//! ```sh
//! cargo run --package errcode-examples-web --example actix_service
//! ```

use actix_web::{
    App, Error as ActixError, HttpServer,
    body::MessageBody,
    dev::{ServiceRequest, ServiceResponse},
    middleware::{Next, from_fn},
    rt,
    web::{self, ServiceConfig},
};
use errcode::{
    ApiError, FrameworkError, RequestContext,
    actix_web::{Error, Errors, Json},
    envelope::Nested,
};
use errcode_examples_web::show;
use serde::Deserialize;

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

async fn job(id: web::Path<u64>) -> Answer<String> {
    match *id {
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
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, ActixError> {
    if request.path() == "/admin" {
        return Err(Error::<Nested>::from(NoKey).into());
    }
    next.call(request).await
}

fn routes(config: &mut ServiceConfig) {
    config
        .route("/jobs/{id}", web::get().to(job))
        .route("/orders", web::post().to(create))
        .route("/admin", web::get().to(async || "never"));
}

#[actix_web::main]
async fn main() -> std::io::Result<()> {
    let errors = Errors::<Nested>::new()
        .on_error(|error: &dyn ApiError, _: &RequestContext| println!("log: {error}"));
    let app = move || App::new().configure(routes).wrap(from_fn(guard)).wrap(errors.clone());
    let server = HttpServer::new(app).workers(1).bind("127.0.0.1:0")?;
    let address = server.addrs()[0];
    rt::spawn(server.run());

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
