//! Headers, details, the status, the time to wait, field errors.

use crate::literal::Str;
use proc_macro2::{Ident, Span};

use super::{
    Report,
    text::{shortened, visible},
};
use crate::{detail_kind::DetailKind, model::ShownSource};

fn shown(text: &str) -> String {
    shortened(&visible(text), 60)
}

pub(crate) fn invalid_header_name(name: &Str) -> Report {
    let value = name.value();
    let legal: String = value
        .trim()
        .chars()
        .map(|char| if char.is_ascii_alphanumeric() { char } else { '-' })
        .collect();
    let suggestion =
        if legal.contains(|char| char != '-') { legal } else { "X-RateLimit-Limit".to_owned() };
    error!(
        name,
        "invalid header name `{}`: use letters, digits and `-`, such as \"{}\"",
        shown(value),
        shortened(&suggestion, 40)
    )
}

pub(crate) fn reserved_header(name: &Str) -> Report {
    let instead = if name.value().eq_ignore_ascii_case("content-type") {
        "set `CONTENT_TYPE` in the implementation of the envelope"
    } else {
        "remove it"
    };
    error!(name, "header `{}` is set by the response itself: {instead}", shown(name.value()))
}

pub(crate) fn invalid_header_value(value: &Str) -> Report {
    error!(value, "invalid header value: use visible ASCII characters, spaces and tabs")
}

pub(crate) fn duplicate_header(name: &Str) -> Report {
    error!(name, "duplicate header `{}`: keep one of the two", shown(name.value()))
}

pub(crate) fn retry_after_header(name: &Str) -> Report {
    error!(
        name,
        "duplicate header `Retry-After`, which `retry_after` sends: remove this `header` or the `retry_after`"
    )
}

pub(crate) fn empty_detail_name(name: &Str) -> Report {
    error!(name, "a detail's name cannot be empty: write a name such as \"job_id\"")
}

pub(crate) fn unnamed_detail(key: &Ident) -> Report {
    error!(key, "missing name for the detail, as the field has none: write `detail = \"job_id\"`")
}

pub(crate) fn duplicate_detail(name: &str, span: Span) -> Report {
    Report::at(
        span,
        format!("duplicate detail `{}`: use another name for one of them", shown(name)),
    )
}

pub(crate) fn unknown_kind(kind: &Str) -> Report {
    let known = DetailKind::ALL.map(|kind| format!("`\"{}\"`", kind.as_str()));
    error!(kind, "unknown kind `{}`: use one of {}", shown(kind.value()), known.join(", "))
}

/// A key that one field of a variant may have.
pub(crate) fn duplicate(key: &str, span: Span) -> Report {
    Report::at(span, format!("duplicate `{key}`: keep it on one field"))
}

pub(crate) fn unused_retry_after(span: Span) -> Report {
    Report::at(
        span,
        "unused `retry_after`: a field always says how long to wait; remove this one, or make the field an `Option`"
            .to_owned(),
    )
}

/// When the text that clients would read is the public message.
#[derive(Clone, Copy)]
pub(crate) enum IsPublic {
    Always,
    /// Where a field decides on the status.
    Below500,
}

impl IsPublic {
    const fn text(self) -> &'static str {
        match self {
            Self::Always => "the public message",
            Self::Below500 => "the public message where the `status` field is below 500",
        }
    }
}

pub(crate) fn leaked_source(span: Span, field: &str, is_public: IsPublic) -> Report {
    let (field, message) = (shown(field), is_public.text());
    Report::at(
        span,
        format!(
            "clients would read the text of `{field}`, the source of this error, as this is {message}: add \
             `message = \"…\"` to `#[api(...)]`, or `expose` if clients may read this"
        ),
    )
}

/// The text for a status that only the compiler knows; see `expand::spec`.
pub(crate) fn leaked_below_500(source: &ShownSource) -> String {
    let text = match source {
        ShownSource::Field(name, _) => format!("`{}`, the source of this error", shown(name)),
        ShownSource::Inner(_) => "the inner error".to_owned(),
    };
    format!(
        "this status is below 500, so clients would read the text of {text}: add `message = \"…\"` to `#[api(...)]`, \
         or `expose` if clients may read this"
    )
}

pub(crate) fn leaked_transparent(word: &Ident, is_public: IsPublic) -> Report {
    let message = is_public.text();
    error!(
        word,
        "clients would read the text of the inner error, as this is {message}: add `message = \"…\"` to \
         `#[api(...)]`, `expose` if clients may read it, or replace the keys by `#[api(transparent)]` if the inner \
         error has its own code"
    )
}
