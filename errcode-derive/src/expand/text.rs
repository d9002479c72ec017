//! Format strings with their arguments.

use proc_macro2::TokenStream;
use quote::quote;

use crate::{binding::binding, model::Format};

/// `::core::format_args!(…)`, where the fields of [`fields`] are bound.
pub(super) fn format_args(format: &Format) -> TokenStream {
    let Format { literal, fields, expressions, .. } = format;
    // Named, as arguments are found by name wherever literal and field come from.
    let fields = fields.iter().map(|(name, field)| {
        let value = binding(*field, literal.span());
        quote!(, #name = #value)
    });
    let expressions = expressions.iter().map(|(name, expr)| quote!(, #name = #expr));
    quote!(::core::format_args!(#literal #(#fields)* #(#expressions)*))
}

/// The fields that a text shows, in order.
pub(super) fn fields(format: &Format) -> Vec<usize> {
    let mut fields: Vec<usize> =
        format.fields.iter().chain(&format.locals).map(|(_, field)| *field).collect();
    fields.sort_unstable();
    fields.dedup();
    fields
}

/// The names that the arguments use for fields, as variables.
pub(super) fn locals(format: &Format) -> Option<TokenStream> {
    let locals = format.locals.iter().filter(|(name, field)| *name != binding(*field, name.span()));
    let locals: Vec<_> = locals
        .map(|(name, field)| {
            let value = binding(*field, name.span());
            // Used at least here: the word may be that of a method or a variable of the expression's own.
            quote!(let #name = #value; let _ = #name;)
        })
        .collect();
    (!locals.is_empty()).then(|| quote!(#(#locals)*))
}
