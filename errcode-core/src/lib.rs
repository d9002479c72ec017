//! The run time of [errcode](https://docs.rs/errcode): the traits, the static tables and the envelopes.
//!
//! Services depend on the crate `errcode`, which re-exports everything here beside the derive macro.

#![forbid(unsafe_code)]

mod api_error;
mod catalog;
mod codes;
mod context;
mod detail_spec;
mod details;
pub mod envelope;
mod erased;
mod field_errors;
mod render;
mod spec;
mod status;
mod unique;
mod view;

#[doc(hidden)]
pub mod private;

pub use api_error::ApiError;
pub use catalog::Catalog;
pub use codes::{Codes, CodesIter, ErrorCodes};
pub use context::RequestContext;
pub use detail_spec::{DetailKind, DetailSpec};
pub use details::{DetailVisitor, Details, VisitDetails};
pub use envelope::{Envelope, Enveloped};
pub use field_errors::{FieldError, FieldErrors};
pub use render::{render, respond, to_json};
pub use spec::CodeSpec;
pub use view::ErrorView;
