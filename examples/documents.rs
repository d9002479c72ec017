//! The documents of a service's error codes, from a program of a few lines.
//!
//! ```text
//! cargo run --example documents --features documents -- markdown
//! cargo run --example documents --features documents -- html --out errors.html
//! cargo run --example documents --features documents -- html --out errors.html --check
//! ```

use std::process::ExitCode;

use errcode::{
    ApiError, catalog,
    documents::{Reference, cli},
    envelope::Nested,
};

/// What can be wrong with a job.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(
    prefix = "JOB_",
    category = "Jobs",
    docs_url = "https://docs.example.com/errors/{code}",
    retired("JOB_PAUSED")
)]
pub enum JobError {
    /// No job has this id
    #[error("job {id} not found")]
    #[api(code = "JOB_NOT_FOUND", status = 404, resolution = "Check the id")]
    NotFound {
        /// The id that was asked for.
        #[api(detail = "job_id")]
        id: String,
    },

    /// Too many jobs are in flight
    #[error("over the limit of {limit}")]
    #[api(
        code = "JOB_LIMIT",
        status = 429,
        resolution = "Wait as `Retry-After` says",
        since = "1.2.0"
    )]
    Limit {
        /// How many jobs may be in flight.
        #[api(detail, header = "X-RateLimit-Limit")]
        limit: u32,
        /// In seconds.
        #[api(retry_after)]
        wait: u64,
    },
}

catalog!(pub static JOBS = [JobError]);

fn main() -> ExitCode {
    let reference = Reference::new(&JOBS).title("Errors of the job API").envelope::<Nested>();
    cli::run(&reference)
}
