//! The names that generated patterns bind fields to.

use proc_macro2::{Ident, Span};
use quote::format_ident;

/// The name of a bound field; the compiler points at `span` for what its type cannot do.
pub(crate) fn binding(field: usize, span: Span) -> Ident {
    format_ident!("__field_{field}", span = Span::call_site().located_at(span))
}
