//! The macros of errcode. Depend on `errcode`, which documents them where they are used.
//!
//! One direction, a room a step:
//!
//! ```text
//! tokens ─ attr ─▶ receivers ─ lower ─▶ Model ─ check ─▶ Checked ─ expand ─▶ impls
//!                          every mistake ─ message ─▶ Accumulator ─ fallback ─▶ errors and stub impls
//! ```

#![forbid(unsafe_code)]

use proc_macro::TokenStream;

mod attr;
mod catalog;
mod check;
mod derive;
mod expand;
mod fallback;
mod fingerprint;
mod keys;
mod lower;
mod message;
mod model;
mod package_path;
mod source;
mod status;
mod style;

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
