//! What is asked of fields.

use proc_macro2::Span;
use quote::{ToTokens, format_ident, quote_spanned};
use syn::{ExprPath, Type, spanned::Spanned};

use super::code::{Code, code};
use crate::{binding::binding, model::Field};

/// Shows a field, or its value if it is an `Option`: by `plain` if it surely can be shown, else by
/// `<Ty as Trait>::method(field rest)`, which the compiler reports at the type if it cannot.
pub(super) fn show(
    index: usize,
    field: &Field,
    plain: Code,
    function: [&str; 2],
    rest: &str,
) -> Code {
    let mut shown = if field.is_plain {
        plain
    } else {
        let ty = field.inside_option().unwrap_or(&field.ty);
        call(index, field, ty, function, rest)
    };
    shown.push(";");
    if field.is_option {
        let mut checked =
            code!("if let ::core::option::Option::Some(__field_{index}) = __field_{index}");
        checked.braces(shown);
        return checked;
    }
    shown
}

/// `<Ty as Trait>::method(field)`: at the type, where the compiler says that it lacks the trait.
pub(super) fn ask(index: usize, field: &Field, function: [&str; 2]) -> Code {
    call(index, field, &field.ty, function, "")
}

fn call(index: usize, field: &Field, ty: &Type, [of, method]: [&str; 2], rest: &str) -> Code {
    let of = format_ident!("{of}", span = Span::call_site().located_at(ty.span()));
    let method = format_ident!("{method}", span = Span::call_site().located_at(ty.span()));
    let mut call = Code::from(quote_spanned!(ty.span()=> <#ty as __errcode::#of>::#method));
    let mut arguments = Code::from(binding(index, field.ty.span()).into_token_stream());
    if !rest.is_empty() {
        arguments.push(rest);
    }
    call.parentheses(arguments);
    call
}

/// `if !path(field) { code }`
pub(super) fn unless(index: usize, path: &ExprPath, code: Code) -> Code {
    let value = binding(index, Span::call_site());
    let mut checked = Code::from(quote_spanned!(path.span()=> if !#path(#value)));
    checked.braces(code);
    checked
}
