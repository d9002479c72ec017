//! Format strings with their arguments.

use quote::quote;

use super::code::{Code, code};
use crate::{
    binding::binding,
    model::{Field, Format, Variant},
};

/// `::core::format_args!(…)`, where the fields of [`fields`] are bound.
pub(super) fn format_args(variant: &Variant, format: &Format) -> Code {
    let Format { literal, fields, expressions, .. } = format;
    // Named, as arguments are found by name wherever literal and field come from.
    let is_plain = |field: &Field| field.is_plain && !field.is_option;
    if format.is_simple && fields.iter().all(|(_, field)| is_plain(&variant.fields[*field])) {
        let mut arguments = code!("{}", literal);
        for (name, field) in fields {
            arguments.write(format_args!(", {name} = __field_{field}"));
        }
        let mut code = code!("::core::format_args!");
        code.parentheses(arguments);
        return code;
    }
    let fields = fields.iter().map(|(name, field)| {
        let value = binding(*field, literal.span());
        quote!(, #name = #value)
    });
    let expressions = expressions.iter().map(|(name, expr)| quote!(, #name = #expr));
    quote!(::core::format_args!(#literal #(#fields)* #(#expressions)*)).into()
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
pub(super) fn locals(format: &Format) -> Code {
    let mut code = Code::default();
    for (name, field) in &format.locals {
        let value = binding(*field, name.span());
        if *name != value {
            // Used at least here: the word may be that of a method or a variable of the expression's own.
            code.push_tokens(quote!(let #name = #value; let _ = #name;));
        }
    }
    code
}
