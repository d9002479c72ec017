//! `catalog!`: one static table over the codes of several types.
//!
//! ```text
//! tokens ─ parse ─▶ Catalog ─ expand ─▶ static, checks, and the test of its lock
//!     every mistake ─ message ─▶ errors beside a static of the types that could be read
//! ```

mod expand;
mod lock;
mod parse;

use proc_macro2::TokenStream;

pub(crate) fn catalog(input: TokenStream) -> TokenStream {
    let (catalog, error) = parse::parse(input);
    let error = error.map(crate::message::in_source_order);
    let expanded = catalog.as_ref().map(expand::expand);
    quote::quote!(#error #expanded)
}
