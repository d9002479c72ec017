//! Runtime support for [errcode](https://docs.rs/errcode): the traits, the static tables and the envelopes.
//!
//! Services depend on the crate `errcode`, which re-exports everything here beside the derive macro.

#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod api_error;
mod catalog;
mod const_str;
mod context;
#[doc(hidden)]
pub mod coverage;
mod detail_spec;
mod details;
mod docs_url;
mod domain;
pub mod envelope;
mod field_errors;
mod field_traits;
mod headers;
mod json;
mod json_pointer;
mod public_message;
mod refused;
mod render;
mod retryable;
#[cfg(feature = "scope")]
mod scope;
mod serialize;
mod spec;
mod status;
mod tuples;
mod view;

#[doc(hidden)]
pub mod private;

pub use api_error::ApiError;
pub use catalog::{Catalog, CatalogIter, Codes, CodesIter, ErrorCodes, RetiredIter};
pub use context::RequestContext;
pub use detail_spec::{DetailKind, DetailSpec};
pub use details::{DetailVisitor, Details, VisitDetails};
pub use domain::Domain;
pub use envelope::{Envelope, HasEnvelope};
pub use field_errors::{FieldError, FieldErrors, FieldErrorsIter};
pub use json_pointer::JsonPointer;
pub use render::{render, respond, to_json};
#[cfg(feature = "scope")]
pub use scope::InScope;
pub use spec::CodeSpec;
pub use view::ErrorView;
