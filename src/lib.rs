//! errcode
#![forbid(unsafe_code)]

#[cfg(feature = "axum")]
pub mod axum;
#[cfg(feature = "tower")]
pub mod tower;

pub use errcode_core::*;
#[cfg(feature = "derive")]
pub use errcode_derive::{ApiError, catalog};
pub use http;

#[doc(hidden)]
pub mod __private {
    #[cfg(feature = "axum")]
    pub use crate::axum::private as axum;
    pub use errcode_core::private::*;
}
