//! `catalog!`: one static table over the codes of several types.
//!
//! ```text
//! tokens ─ parse ─▶ Catalog ─ expand ─▶ static, checks, and the test of its lock
//!            file of the lock ─ lock ─▶ ┘
//!     every mistake ─ diagnostics ─▶ errors beside a static of the types that could be read
//! ```

mod expand;
mod lock;
mod parse;

use proc_macro2::TokenStream;

pub(crate) use lock::{FORMAT, Fault, HEADER};

use crate::{crate_path, diagnostics::Errors};

pub(crate) fn catalog(input: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let (krate, input) = crate_path::handed_on(input);
    let catalog = parse::parse(input, &mut errors);
    let expanded = catalog.map(|catalog| expand::expand(&catalog, krate, &mut errors));
    let errors = errors.finish();
    quote::quote!(#errors #expanded)
}
