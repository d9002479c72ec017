//! The middleware of an actix-web service, in the order that works: what fails is inside of `Errors`, and what adds to
//! every answer outside.
//!
//! ```sh
//! cargo run --package errcode-examples-web --example actix_layers
//! ```

use std::time::Duration;

use actix_web::{
    App, Error as ActixError, HttpResponse, HttpServer,
    body::MessageBody,
    dev::{ServiceRequest, ServiceResponse},
    middleware::{Compress, DefaultHeaders, Next, from_fn},
    rt, web,
};
use errcode::{
    ApiError, FrameworkError, RequestContext,
    actix_web::{Errors, Passthrough},
    envelope::Nested,
    http::StatusCode,
};
use errcode_examples_web::show;
use tokio::time::{sleep, timeout};

/// Answers for a handler that takes too long.
async fn time_out(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, ActixError> {
    let limit = Duration::from_secs(2);
    timeout(limit, next.call(request)).await.unwrap_or_else(|_| {
        Err(FrameworkError::TimedOut { status: StatusCode::GATEWAY_TIMEOUT }.into())
    })
}

/// Fails with an error of actix's own, whose text stays private.
async fn guard(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, ActixError> {
    if request.path() == "/admin" {
        return Err(actix_web::error::ErrorForbidden("only from 10.0.0.0/8"));
    }
    next.call(request).await
}

async fn slow() -> &'static str {
    sleep(Duration::from_secs(60)).await;
    "never"
}

/// A plain answer, which is rewritten.
async fn plain() -> HttpResponse {
    HttpResponse::Unauthorized().insert_header(("WWW-Authenticate", "Bearer")).body("no token")
}

/// The answer of a server behind this one, which is not.
async fn proxied() -> HttpResponse {
    let mut response = HttpResponse::BadGateway().body("from upstream");
    response.extensions_mut().insert(Passthrough);
    response
}

#[actix_web::main]
async fn main() -> std::io::Result<()> {
    let errors = Errors::<Nested>::new()
        .rewrite_plain_responses()
        .on_error(|error: &dyn ApiError, _: &RequestContext| println!("log: {error}"));
    let app = move || {
        App::new()
            .route("/", web::get().to(async || "hello"))
            .route("/admin", web::get().to(async || "never"))
            .route("/slow", web::get().to(slow))
            .route("/plain", web::get().to(plain))
            .route("/proxied", web::get().to(proxied))
            .wrap(from_fn(guard))
            .wrap(from_fn(time_out))
            .wrap(errors.clone())
            .wrap(Compress::default())
            .wrap(DefaultHeaders::new().add(("X-Served-By", "shop-1")))
    };
    let server = HttpServer::new(app).workers(1).bind("127.0.0.1:0")?;
    let address = server.addrs()[0];
    rt::spawn(server.run());

    show(address, "GET /", &[], "", "hello").await?;
    show(address, "GET /slow", &[], "", "REQUEST_TIMED_OUT").await?;
    show(address, "GET /admin", &[], "", r#""message":"Forbidden""#).await?;
    show(address, "GET /plain", &[], "", "www-authenticate: Bearer").await?;
    show(address, "GET /proxied", &[], "", "from upstream").await?;
    show(address, "GET /nowhere", &["Accept-Encoding: gzip"], "", "x-served-by: shop-1").await
}
