//! What the integrations with a server share: the hook for errors, the request's identifier, the house envelope.

mod on_error;
#[cfg(feature = "axum")]
mod request_id;
#[cfg(any(feature = "axum", feature = "actix-web"))]
mod shared;

pub use self::on_error::OnError;
#[cfg(feature = "axum")]
pub(crate) use self::request_id::{is_safe, new_request_id};
#[cfg(any(feature = "axum", feature = "actix-web"))]
pub(crate) use self::shared::{Server, complete};
