//! Errors as responses of an actix-web service.
//!
//! ```sh
//! cargo run --example actix_web --features actix-web
//! curl -i http://127.0.0.1:3000/jobs/7
//! ```

use actix_web::{App, HttpServer, web};
use errcode::{
    ApiError, RequestContext,
    actix_web::{Error, Errors, Path},
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

    #[error("over the limit of {limit}")]
    #[api(code = "JOB_LIMIT_EXCEEDED", status = 429, retry_after = 30)]
    LimitExceeded {
        #[api(header = "X-RateLimit-Limit")]
        limit: u32,
    },
}

async fn job(Path(id): Path<u64>) -> Result<String, Error> {
    match id {
        7 => Err(JobError::NotFound { id })?,
        8 => Err(JobError::LimitExceeded { limit: 8 })?,
        id => Ok(format!("job {id} is running\n")),
    }
}

fn main() -> std::io::Result<()> {
    // Everything else that goes wrong is answered in the same envelope: try /jobs/x, /nowhere and a POST.
    let errors: Errors =
        Errors::new().on_error(|error: &dyn ApiError, context: &RequestContext| {
            eprintln!("{} {}: {error}", context.get_request_id().unwrap_or_default(), error.code());
        });
    actix_web::rt::System::new().block_on(async {
        let app = move || App::new().route("/jobs/{id}", web::get().to(job)).wrap(errors.clone());
        let server = HttpServer::new(app);
        println!("Listening on http://127.0.0.1:3000");
        server.workers(1).bind("127.0.0.1:3000")?.run().await
    })
}
