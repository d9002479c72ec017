//! Codes: missing, misspelled, used twice.

use darling::Error;
use proc_macro2::Ident;
use syn::LitStr;

use crate::style::{MAX_LEN, Style};

/// A variant without any attribute: one mistake, not two.
pub(crate) fn bare_variant(variant: &Ident, code: &str, needs_status: bool) -> Error {
    if needs_status {
        at!(
            variant,
            "`{variant}` has no code and no status: write `#[api(code = \"{code}\", status = …)]` on it, where `…` is a \
             number such as 404"
        )
    } else {
        at!(variant, "`{variant}` has no code: write `#[api(code = \"{code}\")]` on it")
    }
}

pub(crate) fn missing_code(variant: &Ident, code: &str) -> Error {
    at!(variant, "`{variant}` has no code: add `code = \"{code}\"` to its `#[api(...)]`")
}

pub(crate) fn missing_status(variant: &Ident) -> Error {
    at!(
        variant,
        "`{variant}` has no status: add `status = …`, a number such as 404, to its `#[api(...)]` or, for every variant, \
         to that of the enum"
    )
}

pub(crate) fn empty_code(code: &LitStr, suggestion: &str) -> Error {
    at!(code, "a code cannot be empty: write `code = \"{suggestion}\"`")
}

pub(crate) fn long_code(code: &LitStr) -> Error {
    at!(code, "this code is {} bytes long: write one of at most {MAX_LEN}", code.value().len())
}

pub(crate) fn code_style(code: &LitStr, style: Style, suggestion: &str) -> Error {
    at!(
        code,
        "code `{}` is not in this enum's style, {}: write `\"{suggestion}\"`, or choose another `code_style` on the enum",
        code.value(),
        style.alphabet()
    )
}

pub(crate) fn prefix_style(prefix: &LitStr, style: Style) -> Error {
    at!(
        prefix,
        "no code can begin with `{}`, as codes of this enum are {}: write a prefix such as `\"{}\"`",
        prefix.value(),
        style.alphabet(),
        style.prefix(&prefix.value())
    )
}

pub(crate) fn code_prefix(code: &LitStr, prefix: &str, suggestion: &str) -> Error {
    at!(
        code,
        "code `{}` does not begin with this enum's prefix `{prefix}`: write `\"{suggestion}\"`",
        code.value()
    )
}

pub(crate) fn duplicate_code(code: &LitStr, users: &[&Ident]) -> Error {
    let users: Vec<_> = users.iter().map(|user| format!("`{user}`")).collect();
    at!(
        code,
        "code `{}` is used {}: by {}; write another code at {}",
        code.value(),
        if users.len() == 2 { "twice".to_owned() } else { format!("{} times", users.len()) },
        users.join(" and by "),
        if users.len() == 2 { "one of them" } else { "all but one of them" }
    )
}

pub(crate) fn retired_twice(code: &LitStr) -> Error {
    at!(code, "code `{}` is retired twice: keep one of the two", code.value())
}

pub(crate) fn retired_code_used(code: &LitStr, variant: &Ident) -> Error {
    at!(
        code,
        "code `{}` is retired: clients may still know its old meaning; write a new code at `{variant}`",
        code.value()
    )
}
