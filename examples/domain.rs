//! What the errors of a service have in common, written once.
//!
//! ```sh
//! cargo run --example domain
//! ```

use errcode::{ApiError, RequestContext, domain, envelope::Google};

domain! {
    /// Everything that the coordinator answers with.
    pub Coordinator {
        name = "coordinator.example.com",
        docs_url = "https://docs.example.com/errors/{code}",
        envelope = Google,
    }
}

/// Errors of authentication.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(domain = Coordinator, prefix = "AUTH_", shared("AUTH_DENIED"))]
enum AuthError {
    #[error("unknown API key")]
    #[api(code = "AUTH_UNKNOWN_KEY", status = 401)]
    UnknownKey,

    #[error("the key may not do that")]
    #[api(code = "AUTH_DENIED", status = 403)]
    Denied,
}

/// Errors of jobs. Without `shared`, `AUTH_DENIED` would not compile here: `AuthError` has it already.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(domain = Coordinator, shared("AUTH_DENIED"))]
enum JobError {
    #[error("job {id} not found")]
    #[api(code = "JOB_NOT_FOUND", status = 404)]
    NotFound {
        #[api(detail = "job_id")]
        id: u64,
    },

    #[error("job {0} belongs to another key")]
    #[api(code = "AUTH_DENIED", status = 403)]
    OfAnotherKey(u64),
}

fn main() {
    show(&AuthError::UnknownKey);
    show(&AuthError::Denied);
    show(&JobError::NotFound { id: 7 });
    show(&JobError::OfAnotherKey(7));
}

fn show<E: ApiError + errcode::HasEnvelope>(error: &E) {
    let response = errcode::respond(error, &RequestContext::new());
    println!("{}  {}", response.status(), error.spec().docs_url().unwrap_or_default());
    println!("  {}\n", String::from_utf8_lossy(response.body()));
}
