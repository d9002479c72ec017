//! Errors as responses of an axum service.
//!
//! ```sh
//! cargo run --example axum --features axum
//! curl -i http://127.0.0.1:3000/jobs/7      # 404, the text of `#[error]`
//! curl -i http://127.0.0.1:3000/jobs/8      # 503, the reason phrase: the address stays inside
//! curl -i http://127.0.0.1:3000/jobs/x      # 422, an error for each field
//! ```

use axum::{Router, extract::Path, routing::get};
use errcode::{ApiError, FieldErrors, RequestContext, axum::ContextLayer, http::request::Parts};

/// Errors of the job API.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(prefix = "JOB_", docs_url = "https://docs.example.com/errors/{code}", axum)]
enum JobError {
    #[error("job {id} not found")]
    #[api(code = "JOB_NOT_FOUND", status = 404)]
    NotFound {
        #[api(detail = "job_id")]
        id: u64,
    },

    #[error("invalid job id")]
    #[api(code = "JOB_ID_INVALID", status = 422)]
    InvalidId(#[api(field_errors)] FieldErrors),

    #[error("the job store at {address} does not answer")]
    #[api(code = "JOB_STORE_DOWN", status = 503, retry_after = 5)]
    StoreDown { address: &'static str },
}

async fn job(Path(id): Path<String>) -> Result<String, JobError> {
    let Ok(id) = id.parse() else {
        return Err(JobError::InvalidId(FieldErrors::from([("id", "expected a number")])));
    };
    match id {
        7 => Err(JobError::NotFound { id }),
        8 => Err(JobError::StoreDown { address: "db-7.internal:5432" }),
        _ => Ok(format!("job {id} is running\n")),
    }
}

/// What an error cannot know of the request that it answers.
fn context(request: &Parts) -> RequestContext {
    let context = RequestContext::new().path(request.uri.path());
    match request.headers.get("x-request-id").and_then(|id| id.to_str().ok()) {
        Some(id) => context.request_id(id),
        None => context,
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> std::io::Result<()> {
    let app = Router::new().route("/jobs/{id}", get(job)).layer(ContextLayer::new(context));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:3000").await?;
    println!("Listening on http://{}", listener.local_addr()?);
    axum::serve(listener, app).await
}
