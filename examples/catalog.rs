//! One table of all codes of a service, each code once.
//!
//! ```sh
//! cargo run --example catalog
//! ```

// Most errors here are listed, not made.
#![allow(dead_code)]

use errcode::{ApiError as _, CodeSpec, catalog};

mod auth {
    use errcode::ApiError;

    #[derive(Debug, thiserror::Error, ApiError)]
    #[api(prefix = "AUTH_", category = "Authentication", status = 401)]
    pub(crate) enum AuthError {
        /// No API key provided
        #[error("no API key")]
        #[api(code = "AUTH_MISSING_KEY", resolution = "Send the header `X-Api-Key`")]
        MissingKey,

        /// The API key is not valid
        #[error("unknown API key")]
        #[api(code = "AUTH_INVALID_KEY", resolution = "Check the key")]
        InvalidKey,
    }
}

mod jobs {
    use errcode::ApiError;

    #[derive(Debug, thiserror::Error, ApiError)]
    // A client may still know a code that is no longer sent: nothing else may ever be called that.
    #[api(prefix = "JOB_", category = "Jobs", retired("JOB_PAUSED"))]
    pub(crate) enum JobError {
        /// The job does not exist
        #[error("job {0} not found")]
        #[api(code = "JOB_NOT_FOUND", status = 404)]
        NotFound(u64),

        /// The queue is full
        #[error("{0} jobs are queued")]
        #[api(code = "JOB_QUEUE_FULL", status = 503, retry_after = 5)]
        QueueFull(usize),

        // Forwards everything to the error inside, whose codes are listed here too.
        #[error(transparent)]
        #[api(transparent)]
        Auth(#[from] super::auth::AuthError),
    }
}

// An enum that used one of these codes again would not compile in this list. The lock file has the released codes:
// `cargo check` fails if one of them is gone or has another status, `ERRCODE_LOCK=overwrite cargo test` rewrites it.
catalog! {
    /// Every code of the job API.
    pub static JOB_API = [jobs::JobError, auth::AuthError],
    lock = "errcodes.lock",
}

fn main() {
    for spec in &JOB_API {
        let retry = if spec.retryable() { "retry" } else { "" };
        println!("{:<18} {} {retry:<5}  {}", spec.code(), spec.status().as_u16(), spec.title());
    }

    // The table is made at compile time: nothing runs at start-up.
    let spec: Option<&CodeSpec> = JOB_API.get("JOB_QUEUE_FULL");
    println!("\nJOB_QUEUE_FULL is {:?}", spec.map(|spec| (spec.variant(), spec.location())));
    println!("retired: {}", JOB_API.retired().collect::<Vec<_>>().join(", "));

    // The error of a request leads to the same facts.
    let error = jobs::JobError::from(auth::AuthError::MissingKey);
    println!("what to do about {error:?}: {:?}", error.spec().resolution());
}
