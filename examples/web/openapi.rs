//! Errors in the OpenAPI document of a service: axum with utoipa-axum. Asks the service for it, and prints a part.
//!
//! ```sh
//! cargo run --package errcode-examples-web --example openapi
//! ```

use axum::{Router, routing::get};
use errcode::{
    ApiError, FrameworkError,
    axum::{Error, Errors as Answers, Json, Path},
    envelope::Nested,
    utoipa::{Errors, ServiceErrors},
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};
use utoipa::{Modify, OpenApi, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};

#[derive(Debug, thiserror::Error, ApiError)]
#[api(prefix = "JOB_")]
enum JobError {
    /// No such job
    #[error("job {id} not found")]
    #[api(code = "JOB_NOT_FOUND", status = 404, resolution = "List the jobs for their ids")]
    NotFound {
        #[api(detail)]
        id: u64,
    },
    /// Too many requests for jobs
    #[error("over the limit of {limit}")]
    #[api(code = "JOB_LIMIT", status = 429, retry_after = 5)]
    Limit {
        #[api(header = "X-RateLimit-Limit", detail)]
        limit: u32,
    },
}

#[derive(Debug, thiserror::Error, ApiError)]
enum OwnerError {
    /// No such owner
    #[error("the job's owner has left")]
    #[api(code = "OWNER_NOT_FOUND", status = 404)]
    NotFound,
}

#[derive(serde::Serialize, ToSchema)]
struct Job {
    name: &'static str,
}

/// Shows a job.
#[utoipa::path(get, path = "/jobs/{id}", params(("id" = u64, Path)), responses(
    (status = 200, description = "The job", body = Job),
    Errors<(JobError, OwnerError), Nested>,
))]
async fn job(Path(id): Path<u64>) -> Result<Json<Job>, Error<Nested>> {
    match id {
        0 => Err(JobError::Limit { limit: 8 })?,
        1 => Ok(Json(Job { name: "resize images" })),
        2 => Err(OwnerError::NotFound)?,
        id => Err(JobError::NotFound { id })?,
    }
}

/// What every path can answer with, said once.
static EVERYWHERE: ServiceErrors<FrameworkError, Nested> =
    ServiceErrors::new().codes(|spec| !spec.code().contains("BODY"));

#[derive(OpenApi)]
#[openapi(info(title = "Jobs", description = "Jobs and their errors"))]
struct Document;

fn service() -> Router {
    let (router, mut document) =
        OpenApiRouter::with_openapi(Document::openapi()).routes(routes!(job)).split_for_parts();
    EVERYWHERE.modify(&mut document);
    let router = router.route("/openapi.json", get(async || axum::Json(document)));
    Answers::<Nested>::new().install(router)
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let mut stream = TcpStream::connect(listener.local_addr()?).await?;
    tokio::spawn(async { axum::serve(listener, service()).await });

    stream.write_all(b"GET /openapi.json HTTP/1.0\r\n\r\n").await?;
    let mut response = String::new();
    stream.read_to_string(&mut response).await?;
    let (_, body) = response.split_once("\r\n\r\n").ok_or("no body")?;
    let document: serde_json::Value = serde_json::from_str(body)?;
    let responses = &document["paths"]["/jobs/{id}"]["get"]["responses"];
    println!("{responses:#}");
    let has_both = ["404", "429"].iter().all(|&status| responses[status].is_object());
    has_both.then_some(()).ok_or_else(|| "the errors of the handler are missing".into())
}
