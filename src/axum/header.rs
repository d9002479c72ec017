use axum::extract::{FromRequestParts, OptionalFromRequestParts};
use headers::Header as Typed;
use http::request::Parts;

use crate::{FrameworkError, server::invalid_field};

/// A header that must be there and valid, of a type of the crate [`headers`] (feature `headers`).
///
/// In an `Option`, it need not be there.
///
/// ```
/// use axum::{Router, routing::get};
/// use errcode::axum::Header;
/// use headers::IfModifiedSince;
///
/// async fn job(Header(since): Header<IfModifiedSince>) -> String {
///     format!("{since:?}")
/// }
///
/// let app: Router = Router::new().route("/job", get(job));
/// # let _ = app;
/// ```
#[derive(Debug, Clone, Copy, Default)]
pub struct Header<T>(pub T);

impl<T: Typed, S: Send + Sync> FromRequestParts<S> for Header<T> {
    type Rejection = FrameworkError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, FrameworkError> {
        decode(parts)?.ok_or_else(|| invalid::<T>("missing header"))
    }
}

impl<T: Typed, S: Send + Sync> OptionalFromRequestParts<S> for Header<T> {
    type Rejection = FrameworkError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Option<Self>, FrameworkError> {
        decode(parts)
    }
}

fn decode<T: Typed>(parts: &Parts) -> Result<Option<Header<T>>, FrameworkError> {
    let is_there = parts.headers.contains_key(T::name());
    match T::decode(&mut parts.headers.get_all(T::name()).iter()) {
        Ok(value) => Ok(Some(Header(value))),
        // Some headers have a value where there is none, such as an empty list.
        Err(_) if !is_there => Ok(None),
        Err(_) => Err(invalid::<T>("invalid header")),
    }
}

fn invalid<T: Typed>(message: &str) -> FrameworkError {
    FrameworkError::InvalidHeader { errors: invalid_field(T::name().as_str(), message) }
}
