//! The values of keys.

use darling::Error;
use proc_macro2::Ident;
use quote::ToTokens;
use syn::{Expr, ExprLit, Lit, LitStr};

use crate::{
    keys::{Key, Place},
    style::Style,
};

pub(crate) fn missing_value(key: &Ident, place: Place) -> Error {
    let example = Key::of(&key.to_string()).map_or("…", |key| key.example_at(place));
    at!(key, "`{key}` has no value behind its `=`: write `{example}`")
}

pub(crate) fn value_expected(key: &Ident) -> Error {
    let Some(known) = Key::of(&key.to_string()) else { return at!(key, "a value is missing") };
    let on_field = match known.name {
        "detail" => "; to show a field, write `detail` on that field",
        "header" => "; to send a field, write `header = \"Name\"` on that field",
        _ => "",
    };
    at!(key, "`{key}` takes {}: write `{}`{on_field}", known.takes, known.example)
}

pub(crate) fn field_header_expected(key: &Ident) -> Error {
    at!(
        key,
        "`header` on a field takes the header's name: write `header = \"X-RateLimit-Limit\"`; the value is the \
             field's"
    )
}

pub(crate) fn field_detail_expected(key: &Ident) -> Error {
    at!(
        key,
        "`detail` on a field takes nothing or a name: write `detail`, or `detail = \"job_id\"`; the value is the \
         field's"
    )
}

pub(crate) fn flag_with_value(key: &Ident) -> Error {
    match key.to_string().as_str() {
        "retry_after" => at!(
            key,
            "`retry_after` on a field takes no value, it is the field's: write `retry_after`; a \
                                  fixed number of seconds belongs on the variant"
        ),
        _ => at!(key, "`{key}` takes no value: write `{key}` alone, or leave it out"),
    }
}

pub(crate) fn wrong_value(key: &Ident, value: &Expr) -> Error {
    let Some(known) = Key::of(&key.to_string()) else {
        return at!(value, "this value is not understood");
    };
    let given = match value {
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text.value()),
        _ => None,
    };
    let meant = match (known.name, given.as_deref()) {
        ("status", Some(text)) if text.parse::<u16>().is_ok() => Some(format!("status = {text}")),
        ("retry_after", Some(text)) if text.parse::<u64>().is_ok() => {
            Some(format!("retry_after = {text}"))
        }
        ("retryable", Some("yes" | "true" | "1")) => Some("retryable = true".to_owned()),
        ("retryable", Some("no" | "false" | "0")) => Some("retryable = false".to_owned()),
        ("envelope" | "crate", Some(text)) => Some(format!("{} = {text}", known.name)),
        _ => None,
    };
    let why = match known.name {
        "code" => "; a code is written out where it stands, so that it can be searched for",
        _ => "",
    };
    let not = match value {
        Expr::Lit(literal) => format!(", not `{}`", literal.to_token_stream()),
        _ => String::new(),
    };
    at!(
        value,
        "`{}` takes {}{not}: write `{}`{why}",
        known.name,
        known.takes,
        meant.as_deref().unwrap_or(known.example)
    )
}

pub(crate) fn unknown_style(name: &LitStr) -> Error {
    let names: Vec<_> = Style::NAMES.iter().map(|(name, _)| format!("`\"{name}\"`")).collect();
    at!(name, "unknown `code_style` \"{}\": write one of {}", name.value(), names.join(", "))
}

pub(crate) fn feature_off(key: &Ident) -> Error {
    let feature = key.to_string().replace('_', "-");
    at!(
        key,
        "`{key}` needs the feature `{feature}` of errcode, which is off: write `features = [\"{feature}\"]` at errcode \
         in Cargo.toml"
    )
}

pub(crate) fn docs_url_braces(url: &LitStr) -> Error {
    at!(
        url,
        "`docs_url` knows one placeholder, `{{code}}`: write it as \
             `docs_url = \"https://docs.example.com/errors/{{code}}\"`"
    )
}
