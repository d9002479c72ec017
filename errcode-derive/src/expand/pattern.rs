//! Patterns that bind some fields of a variant.

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote};
use syn::Ident;

use crate::model::Variant;

/// `Self::Expired`, or `Self` for a struct.
fn path(variant: &Variant) -> TokenStream {
    let ident = &variant.ident;
    if variant.is_struct { quote!(Self) } else { quote!(Self::#ident) }
}

/// Matches the variant whatever its fields.
pub(super) fn any(variant: &Variant) -> TokenStream {
    let path = path(variant);
    quote!(#path { .. })
}

/// Matches the variant and binds these fields, each to [`binding`] of its index.
pub(super) fn binding_fields(
    variant: &Variant,
    fields: impl IntoIterator<Item = usize>,
) -> TokenStream {
    let path = path(variant);
    let bindings = fields.into_iter().map(|at| {
        let member = &variant.fields[at].member;
        let name = binding(at, Span::call_site());
        quote!(#member: #name,)
    });
    quote!(#path { #(#bindings)* .. })
}

/// The name of a bound field; the compiler points at `span` for what its type cannot do.
pub(super) fn binding(field: usize, span: Span) -> Ident {
    format_ident!("__field_{field}", span = Span::mixed_site().located_at(span))
}

/// `match self { arms }`, also for an enum without variants.
pub(super) fn match_self(arms: &[TokenStream]) -> TokenStream {
    if arms.is_empty() { quote!(match *self {}) } else { quote!(match self { #(#arms)* }) }
}
