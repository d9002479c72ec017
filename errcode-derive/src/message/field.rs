//! Headers, details, the time to wait, field errors.

use darling::Error;
use proc_macro2::{Ident, Span};
use syn::LitStr;

pub(crate) fn illegal_header_name(name: &LitStr) -> Error {
    at!(
        name,
        "\"{}\" is no header name: write letters, digits and `-`, such as \"X-RateLimit-Limit\"",
        name.value().escape_debug()
    )
}

pub(crate) fn reserved_header(name: &LitStr) -> Error {
    let instead = if name.value().eq_ignore_ascii_case("content-type") {
        "set `CONTENT_TYPE` in the implementation of the envelope"
    } else {
        "remove it here"
    };
    at!(name, "`{}` belongs to the response itself, not to an error: {instead}", name.value())
}

pub(crate) fn illegal_header_value(value: &LitStr) -> Error {
    at!(value, "this is no header value: write visible ASCII characters, spaces and tabs")
}

pub(crate) fn repeated_header(name: &LitStr) -> Error {
    at!(name, "header `{}` is declared twice: keep one of the two", name.value())
}

pub(crate) fn retry_after_header(name: &LitStr) -> Error {
    at!(
        name,
        "`retry_after` sends this header already: remove this `header`, or the `retry_after` beside it"
    )
}

pub(crate) fn empty_detail_name(name: &LitStr) -> Error {
    at!(name, "a detail needs a name: write `detail = \"job_id\"`")
}

pub(crate) fn unnamed_detail(key: &Ident) -> Error {
    at!(key, "this field has no name to show: write `detail = \"job_id\"`")
}

pub(crate) fn repeated_detail(name: &str, span: Span) -> Error {
    at!(&span, "detail `{name}` is declared twice: write another name here")
}

pub(crate) fn second_retry_after(span: Span) -> Error {
    at!(&span, "a second field says how long to wait: keep `retry_after` on one of them")
}

pub(crate) fn unused_retry_after(span: Span) -> Error {
    at!(
        &span,
        "a field says how long to wait, so this default is never used: remove it, or make the field an `Option`"
    )
}

pub(crate) fn second_field_errors(span: Span) -> Error {
    at!(&span, "a second field holds field errors: keep `field_errors` on one of them")
}
