//! What a framework answers itself, and what is kept of it.

use std::any::Any;

use http::StatusCode;

use crate::FrameworkError;

/// Marks a response that `rewrite_plain_responses` leaves as it is, such as one of a server behind this one.
///
/// ```
/// # #[cfg(feature = "axum")] {
/// use axum::{Extension, response::IntoResponse};
/// use errcode::axum::Passthrough;
///
/// async fn proxied() -> impl IntoResponse {
///     (Extension(Passthrough), "from upstream")
/// }
/// # let _ = proxied;
/// # }
/// ```
///
/// In actix-web it is inserted in the response's extensions:
///
/// ```
/// # #[cfg(feature = "actix-web")] {
/// use actix_web::HttpResponse;
/// use errcode::actix_web::Passthrough;
///
/// async fn proxied() -> HttpResponse {
///     let mut response = HttpResponse::BadGateway().body("from upstream");
///     response.extensions_mut().insert(Passthrough);
///     response
/// }
/// # let _ = proxied;
/// # }
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Passthrough;

/// The error that stands for a plain response.
pub(crate) fn of_plain(status: StatusCode) -> FrameworkError {
    if status == StatusCode::METHOD_NOT_ALLOWED {
        FrameworkError::MethodNotAllowed
    } else {
        FrameworkError::from_status(status)
    }
}

/// The error that stands for a panic.
pub(crate) fn of_panic(payload: &(dyn Any + Send)) -> FrameworkError {
    let text = payload.downcast_ref::<&str>().copied();
    let text = text.or_else(|| payload.downcast_ref::<String>().map(String::as_str));
    FrameworkError::Panic { message: text.unwrap_or_default().to_owned() }
}

/// The headers that describe a body which is no longer sent (RFC 9110 §8, RFC 9530).
///
/// `Content-Range` is not one of them: with a status of 416 it says how long the whole is (RFC 9110 §14.4).
pub(crate) const BODY_HEADERS: [&str; 14] = [
    "content-type",
    "content-length",
    "content-encoding",
    "content-language",
    "content-location",
    "content-disposition",
    "content-digest",
    "content-md5",
    "repr-digest",
    "digest",
    "transfer-encoding",
    "accept-ranges",
    "etag",
    "last-modified",
];

/// The headers that both the response and the error may have, each with a meaning of its own.
pub(crate) const ADDED_HEADERS: [&str; 2] = ["set-cookie", "vary"];
