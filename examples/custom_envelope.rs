//! A service keeps the JSON that its clients know.
//!
//! ```sh
//! cargo run --example custom_envelope
//! ```

use std::error::Error;

use errcode::{ApiError, Details, Envelope, ErrorView, RequestContext};
use serde::Serialize;

/// The envelope of this service: any type that implements `Serialize` can be a body.
struct Acme;

#[derive(Serialize)]
struct AcmeBody<'a> {
    success: bool,
    error_code: &'a str,
    message: std::borrow::Cow<'a, str>,
    #[serde(skip_serializing_if = "Details::is_empty")]
    details: Details<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    request_id: Option<&'a str>,
}

impl Envelope for Acme {
    fn body(view: ErrorView<'_>) -> impl Serialize {
        AcmeBody {
            success: false,
            error_code: view.code(),
            message: view.message(),
            details: view.details(),
            request_id: view.request_id(),
        }
    }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(prefix = "UPLOAD_", envelope = Acme)]
enum UploadError {
    #[error("{file} has {size} bytes")]
    #[api(code = "UPLOAD_TOO_LARGE", status = 413, message = "{file} is too large")]
    TooLarge {
        file: String,
        #[api(detail)]
        size: u64,
        #[api(detail = "max_size")]
        limit: u64,
    },

    #[error("cannot write to the store")]
    #[api(code = "UPLOAD_STORE_FAILED", status = 500)]
    StoreFailed(#[from] std::io::Error),
}

fn main() -> Result<(), Box<dyn Error>> {
    let context = RequestContext::new().request_id("req-1");
    let too_large =
        UploadError::TooLarge { file: "cup.png".into(), size: 11 << 20, limit: 10 << 20 };
    let failed = UploadError::from(std::io::Error::other("/mnt/store-3 is read-only"));
    for error in [too_large, failed] {
        println!("in the log:  {error}");
        let response = errcode::respond(&error, &context);
        println!("to clients:  {}\n  {}\n", response.status(), str::from_utf8(response.body())?);
    }
    Ok(())
}
