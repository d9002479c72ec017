//! Format strings: those of `message`, of static headers and of static details.

use proc_macro2::{Ident, TokenStream};
use syn::ext::IdentExt;

use super::{
    Report,
    text::{shortened, source, visible},
};
use crate::format_string::FormatError;
use crate::literal::Str;

/// What a placeholder of a variant can name.
fn fields(variant: &Ident, members: &[String]) -> String {
    let name = variant.unraw();
    if members.is_empty() {
        return format!("`{name}` has no fields");
    }
    let names: Vec<String> = members.iter().map(|member| format!("`{{{member}}}`")).collect();
    format!("available: {}", names.join(", "))
}

pub(crate) fn unresolved(
    key: &str,
    literal: &Str,
    name: &str,
    variant: &Ident,
    members: &[String],
) -> Report {
    let available = fields(variant, members);
    if name.is_empty() {
        let or = if key == "message" {
            ", or give it an argument, `message(\"{}\", .field)`"
        } else {
            ", or write `{{}}` for braces in the text"
        };
        return error!(
            literal,
            "a placeholder of `{key}` names no field: name one{or}; {available}"
        );
    }
    let name = shortened(&visible(name), 60);
    if name.contains(|char: char| !(char.is_alphanumeric() || char == '_')) {
        let field = name.strip_prefix("self.").unwrap_or(&name).trim_start_matches('.');
        let hint = if members.iter().any(|member| member == field) {
            format!("write `{{{field}}}`, ")
        } else if key == "message" {
            format!("pass it as an argument, `message(\"{{}}\", .{field})`, ")
        } else {
            "name one, ".to_owned()
        };
        return error!(
            literal,
            "`{{{name}}}` in `{key}` is not the name of a field: {hint}or write `{{{{` for a brace in the text; {available}"
        );
    }
    error!(literal, "no field `{name}` on `{}`, which `{key}` names; {available}", variant.unraw())
}

pub(crate) fn form(
    key: &str,
    literal: &Str,
    fault: FormatError,
    variant: &Ident,
    members: &[String],
) -> Report {
    match fault {
        FormatError::Unclosed => error!(
            literal,
            "missing `}}` after a `{{` in `{key}`: write `{{{{` for a brace in the text"
        ),
        FormatError::Unopened => error!(
            literal,
            "missing `{{` before a `}}` in `{key}`: write `}}}}` for a brace in the text"
        ),
        FormatError::Star => error!(
            literal,
            "`.*` in `{key}` names no field: write the name of one, as in `{{name:.precision$}}`; {}",
            fields(variant, members)
        ),
    }
}

pub(crate) fn unused_argument(argument: &TokenStream) -> Report {
    error!(
        argument,
        "unused argument `{}`: no placeholder of `message` shows it",
        shortened(&source(argument), 60)
    )
}
