//! Patterns that bind some fields of a variant.

use proc_macro2::{Span, TokenStream};
use quote::quote;

use crate::{binding::binding, model::Variant};

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

/// Matches the variant and binds these fields, each to the [`binding`] of its index.
pub(super) fn binding_fields(
    variant: &Variant,
    fields: impl IntoIterator<Item = usize>,
) -> TokenStream {
    let path = path(variant);
    let bindings = fields.into_iter().map(|index| {
        let member = &variant.fields[index].member;
        let name = binding(index, Span::call_site());
        quote!(#member: #name,)
    });
    quote!(#path { #(#bindings)* .. })
}

/// `match self { arms }`, also for an enum without variants.
pub(super) fn match_self(arms: &[TokenStream]) -> TokenStream {
    if arms.is_empty() { quote!(match *self {}) } else { quote!(match self { #(#arms)* }) }
}
