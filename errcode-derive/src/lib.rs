//! The macros of errcode. Depend on `errcode`, which documents them where they are used.
//!
//! One direction, a room a step:
//!
//! ```text
//! tokens ─ attr ─▶ arguments ─ lower ─▶ Model ─ check ─▶ Model ─ expand ─▶ impls
//!                          every mistake ─ diagnostics ─▶ errors
//! ```
//!
//! A model in which something was reported lacks that and is expanded all the same: what the compiler alone can find
//! is found in the same build, and nothing that uses the type is reported.

#![forbid(unsafe_code)]

use proc_macro::TokenStream;

mod attr;
mod binding;
mod catalog;
mod check;
mod code_ident;
mod code_style;
mod comma_list;
mod crate_path;
mod derive;
mod detail_kind;
mod diagnostics;
mod domain;
mod expand;
mod fingerprint;
mod format_string;
mod hash;
mod literal;
mod lower;
mod model;
mod package_path;
mod percent;
mod promises;
mod span;
mod status;
mod suggest;
mod type_name;

#[cfg(test)]
mod tests;

#[allow(missing_docs)] // Documented where `errcode` re-exports it.
#[proc_macro_derive(ApiError, attributes(api))]
pub fn derive_api_error(input: TokenStream) -> TokenStream {
    derive::derive(input.into()).into()
}

#[allow(missing_docs)] // Documented where `errcode` re-exports it.
#[proc_macro]
pub fn catalog(input: TokenStream) -> TokenStream {
    catalog::catalog(input.into()).into()
}

#[allow(missing_docs)] // Documented where `errcode` re-exports it.
#[proc_macro]
pub fn domain(input: TokenStream) -> TokenStream {
    domain::domain(input.into()).into()
}
