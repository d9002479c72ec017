//! Errors as responses of an axum service.
//!
//! ```sh
//! cargo run --example axum --features axum
//! curl -i http://127.0.0.1:3000/jobs/7      # 404, the text of `#[error]`
//! curl -i http://127.0.0.1:3000/jobs/8      # 503, the reason phrase: the address stays inside
//! curl -i http://127.0.0.1:3000/jobs/0      # 422, an error for each field
//! curl -i http://127.0.0.1:3000/jobs/x      # 400, and everything else that goes wrong: try /nowhere and a POST
//! ```

use axum::{Router, routing::get};
use errcode::{
    ApiError, FieldErrors, RequestContext,
    axum::{Error, Errors, Path},
};

/// Errors of the job API.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(prefix = "JOB_", docs_url = "https://docs.example.com/errors/{code}")]
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

async fn job(Path(id): Path<u64>) -> Result<String, Error> {
    match id {
        0 => Err(JobError::InvalidId([("id", "expected a positive number")].into()))?,
        7 => Err(JobError::NotFound { id })?,
        8 => Err(JobError::StoreDown { address: "db-7.internal:5432" })?,
        _ => Ok(format!("job {id} is running\n")),
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> std::io::Result<()> {
    let errors: Errors =
        Errors::new().on_error(|error: &dyn ApiError, context: &RequestContext| {
            eprintln!("{} {}: {error}", context.get_request_id().unwrap_or_default(), error.code());
        });
    let app = errors.install(Router::new().route("/jobs/{id}", get(job)));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:3000").await?;
    println!("Listening on http://{}", listener.local_addr()?);
    axum::serve(listener, app).await
}
