//! What the integrations with a server share: the hook for errors, the request's identifier, the house envelope.

#[cfg(any(feature = "axum", feature = "actix-web"))]
mod builder;
#[cfg(any(feature = "axum", feature = "actix-web"))]
mod error;
#[cfg(any(feature = "axum", feature = "actix-web"))]
mod field;
#[cfg(any(feature = "axum", feature = "actix-web"))]
mod located;
mod on_error;
#[cfg(any(feature = "axum", feature = "actix-web"))]
mod plain;
#[cfg(any(feature = "axum", feature = "actix-web"))]
mod request_id;
#[cfg(any(feature = "axum", feature = "actix-web"))]
mod settings;
#[cfg(any(feature = "axum", feature = "actix-web"))]
mod shared;
#[cfg(any(feature = "actix-web", feature = "tracing"))]
mod shown;
#[cfg(any(feature = "axum", feature = "actix-web", feature = "tracing"))]
mod sources;

pub use self::on_error::OnError;
#[cfg(any(feature = "actix-web", feature = "tracing"))]
pub(crate) use self::shown::Shown;
#[cfg(any(feature = "axum", feature = "actix-web", feature = "tracing"))]
pub(crate) use self::sources::sources;
#[cfg(any(feature = "axum", feature = "actix-web"))]
pub(crate) use self::{
    builder::builder,
    field::{invalid_field, invalid_value},
    located::{Located, failed_at, name_in_path},
    plain::{ADDED_HEADERS, BODY_HEADERS, of_panic, of_plain},
    request_id::{is_safe, new_request_id},
    settings::Settings,
    shared::{Server, complete, extend},
};
#[cfg(any(feature = "axum", feature = "actix-web"))]
pub use self::{error::Error, plain::Passthrough};
