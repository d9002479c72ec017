//! Every text that tells a user of a mistake. Each says what is wrong, where it belongs, and what to write.

use darling::Error;
use proc_macro2::{Ident, Span, TokenStream};
use quote::ToTokens;
use syn::{Attribute, Expr, ExprLit, Lit, LitInt, LitStr, Member, ext::IdentExt, spanned::Spanned};

use crate::{
    keys::{self, Key, Place},
    lower::Fault,
    model::Field,
    source, status,
    style::{self, MAX_LEN, Style},
};

fn at<T: Spanned>(node: &T, text: impl std::fmt::Display) -> Error {
    Error::custom(text).with_span(node)
}

fn at_span(span: Span, text: impl std::fmt::Display) -> Error {
    at(&span, text)
}

/// Every error as `compile_error!`, from the top of the file to its end.
pub(crate) fn in_source_order(error: Error) -> TokenStream {
    let mut errors: Vec<Error> = error.flatten().into_iter().collect();
    errors.sort_by_key(|error| source::line_and_column(error.span()));
    errors.into_iter().map(Error::write_errors).collect()
}

// The attribute's form

pub(crate) fn empty_attribute(attr: &Attribute, place: Place) -> Error {
    at(
        attr.path(),
        format_args!(
            "`#[api]` says nothing here: write keys in parentheses, such as `#[api({})]`, or remove it",
            example(place),
        ),
    )
}

pub(crate) fn attribute_with_value(attr: &Attribute) -> Error {
    at(attr.path(), "`api` takes keys in parentheses: write `#[api(code = \"…\", status = …)]`")
}

const fn example(place: Place) -> &'static str {
    match place {
        Place::Enum => "prefix = \"JOB_\"",
        Place::Struct | Place::Variant => "code = \"JOB_EXPIRED\", status = 410",
        Place::Field => "detail",
    }
}

pub(crate) fn not_a_key(span: Span, place: Place) -> Error {
    at_span(
        span,
        format_args!("expected a key; the keys of {} are {}", place.name(), keys::list(place),),
    )
}

pub(crate) fn missing_comma(span: Span) -> Error {
    at_span(span, "a comma is missing before this: keys are separated by `,`")
}

pub(crate) fn unknown_key(key: &Ident, similar: Option<&Key>, place: Place) -> Error {
    let name = key.unraw();
    match similar {
        Some(similar) if similar.fits(place) => {
            at(key, format_args!("unknown key `{name}`: did you mean `{}`?", similar.name))
        }
        Some(similar) => at(
            key,
            format_args!(
                "unknown key `{name}`: did you mean `{}`? It belongs on {}",
                similar.name,
                similar.home(),
            ),
        ),
        None => at(
            key,
            format_args!(
                "unknown key `{name}`: the keys of {} are {}",
                place.name(),
                keys::list(place),
            ),
        ),
    }
}

pub(crate) fn misplaced_key(key: &Ident, known: &Key, place: Place) -> Error {
    at(
        key,
        format_args!(
            "`{}` does not belong on {}: write `#[api({})]` on {}",
            known.name,
            place.name(),
            known.example,
            known.home(),
        ),
    )
}

pub(crate) fn repeated_key(key: &Ident) -> Error {
    at(key, format_args!("`{key}` is given twice here: keep one of the two"))
}

// The values of keys

pub(crate) fn missing_value(key: &Ident, place: Place) -> Error {
    let example = Key::of(&key.to_string()).map_or("…", |key| key.example_at(place));
    at(key, format_args!("`{key}` has no value behind its `=`: write `{example}`"))
}

pub(crate) fn value_expected(key: &Ident) -> Error {
    let Some(known) = Key::of(&key.to_string()) else { return at(key, "a value is missing") };
    at(key, format_args!("`{key}` takes {}: write `{}`", known.takes, known.example))
}

pub(crate) fn field_header_expected(key: &Ident) -> Error {
    at(
        key,
        "`header` on a field takes the header's name: write `header = \"X-RateLimit-Limit\"`; the value is the \
             field's",
    )
}

pub(crate) fn flag_with_value(key: &Ident) -> Error {
    match key.to_string().as_str() {
        "retry_after" => at(
            key,
            "`retry_after` on a field takes no value, it is the field's: write `retry_after`; a \
                                  fixed number of seconds belongs on the variant",
        ),
        _ => at(key, format_args!("`{key}` takes no value: write `{key}` alone, or leave it out")),
    }
}

pub(crate) fn wrong_value(key: &Ident, value: &Expr) -> Error {
    let Some(known) = Key::of(&key.to_string()) else {
        return at(value, "this value is not understood");
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
    at(
        value,
        format_args!(
            "`{}` takes {}{not}: write `{}`{why}",
            known.name,
            known.takes,
            meant.as_deref().unwrap_or(known.example),
        ),
    )
}

pub(crate) fn unknown_style(name: &LitStr) -> Error {
    let names: Vec<_> = Style::NAMES.iter().map(|(name, _)| format!("`\"{name}\"`")).collect();
    at(
        name,
        format_args!(
            "unknown `code_style` \"{}\": write one of {}",
            name.value(),
            names.join(", ")
        ),
    )
}

pub(crate) fn feature_off(key: &Ident) -> Error {
    let feature = key.to_string().replace('_', "-");
    at(
        key,
        format_args!(
            "`{key}` needs the feature `{feature}` of errcode, which is off: write `features = [\"{feature}\"]` at errcode \
         in Cargo.toml",
        ),
    )
}

pub(crate) fn docs_url_braces(url: &LitStr) -> Error {
    at(
        url,
        "`docs_url` knows one placeholder, `{code}`: write it as \
             `docs_url = \"https://docs.example.com/errors/{code}\"`",
    )
}

// Codes

/// A variant without any attribute: one mistake, not two.
pub(crate) fn bare_variant(variant: &Ident, code: &str, needs_status: bool) -> Error {
    if needs_status {
        at(
            variant,
            format_args!(
                "`{variant}` has no code and no status: write `#[api(code = \"{code}\", status = …)]` on it, where `…` is a \
             number such as 404",
            ),
        )
    } else {
        at(
            variant,
            format_args!("`{variant}` has no code: write `#[api(code = \"{code}\")]` on it"),
        )
    }
}

pub(crate) fn missing_code(variant: &Ident, code: &str) -> Error {
    at(
        variant,
        format_args!("`{variant}` has no code: add `code = \"{code}\"` to its `#[api(...)]`"),
    )
}

pub(crate) fn missing_status(variant: &Ident) -> Error {
    at(
        variant,
        format_args!(
            "`{variant}` has no status: add `status = …`, a number such as 404, to its `#[api(...)]` or, for every variant, \
         to that of the enum",
        ),
    )
}

pub(crate) fn empty_code(code: &LitStr, suggestion: &str) -> Error {
    at(code, format_args!("a code cannot be empty: write `code = \"{suggestion}\"`"))
}

pub(crate) fn long_code(code: &LitStr) -> Error {
    at(
        code,
        format_args!(
            "this code is {} bytes long: write one of at most {MAX_LEN}",
            code.value().len(),
        ),
    )
}

pub(crate) fn code_style(code: &LitStr, style: Style, suggestion: &str) -> Error {
    at(
        code,
        format_args!(
            "code `{}` is not in this enum's style, {}: write `\"{suggestion}\"`, or choose another `code_style` on the enum",
            code.value(),
            style.alphabet(),
        ),
    )
}

pub(crate) fn prefix_style(prefix: &LitStr, style: Style) -> Error {
    at(
        prefix,
        format_args!(
            "no code can begin with `{}`, as codes of this enum are {}: write a prefix such as `\"{}\"`",
            prefix.value(),
            style.alphabet(),
            style.prefix(&prefix.value()),
        ),
    )
}

pub(crate) fn code_prefix(code: &LitStr, prefix: &str, suggestion: &str) -> Error {
    at(
        code,
        format_args!(
            "code `{}` does not begin with this enum's prefix `{prefix}`: write `\"{suggestion}\"`",
            code.value(),
        ),
    )
}

pub(crate) fn duplicate_code(code: &LitStr, users: &[&Ident]) -> Error {
    let users: Vec<_> = users.iter().map(|user| format!("`{user}`")).collect();
    at(
        code,
        format_args!(
            "code `{}` is used {}: by {}; write another code at {}",
            code.value(),
            if users.len() == 2 { "twice".to_owned() } else { format!("{} times", users.len()) },
            users.join(" and by "),
            if users.len() == 2 { "one of them" } else { "all but one of them" },
        ),
    )
}

pub(crate) fn retired_twice(code: &LitStr) -> Error {
    at(code, format_args!("code `{}` is retired twice: keep one of the two", code.value()))
}

pub(crate) fn retired_code_used(code: &LitStr, variant: &Ident) -> Error {
    at(
        code,
        format_args!(
            "code `{}` is retired: clients may still know its old meaning; write a new code at `{variant}`",
            code.value(),
        ),
    )
}

// Statuses

pub(crate) fn status_number(number: &LitInt) -> Error {
    at(number, format_args!("an error cannot answer with status {number}: {STATUS_RULE}"))
}

pub(crate) fn status_name(name: &Ident, number: u16) -> Error {
    at(name, format_args!("an error cannot answer with status {number}: {STATUS_RULE}"))
}

/// Also the text for a status that only the compiler knows; see `expand::spec`.
pub(crate) const STATUS_RULE: &str =
    "write a 4xx or 5xx such as 404, or a 2xx that can carry a body";

pub(crate) fn unknown_status_name(name: &Ident) -> Error {
    match style::nearest(&name.to_string(), status::names()) {
        Some(nearest) => at(
            name,
            format_args!("there is no `StatusCode::{name}`: did you mean `StatusCode::{nearest}`?"),
        ),
        None => at(
            name,
            format_args!(
                "there is no `StatusCode::{name}`: write the number of the status, such as `status = 404`",
            ),
        ),
    }
}

// Messages

pub(crate) fn format(literal: &LitStr, fault: &Fault, variant: &Ident, fields: &[Field]) -> Error {
    let names: Vec<_> =
        fields.iter().map(|field| format!("`{{{}}}`", member(&field.member))).collect();
    let names = match names.as_slice() {
        [] => format!("`{variant}` has no fields"),
        names => format!("the fields of `{variant}` are {}", names.join(", ")),
    };
    match fault {
        Fault::Unnamed => {
            at(literal, format_args!("a placeholder of `message` has to name a field: {names}"))
        }
        Fault::Unknown(name) => {
            at(literal, format_args!("`message` names `{name}`, which is no field: {names}"))
        }
        Fault::Unclosed => {
            at(literal, "`message` has a `{` without its `}`: write `{{` for a brace in the text")
        }
        Fault::Unopened => {
            at(literal, "`message` has a `}` without its `{`: write `}}` for a brace in the text")
        }
    }
}

fn member(member: &Member) -> String {
    match member {
        Member::Named(ident) => ident.unraw().to_string(),
        Member::Unnamed(index) => index.index.to_string(),
    }
}

// Headers, details, waiting, field errors

pub(crate) fn illegal_header_name(name: &LitStr) -> Error {
    at(
        name,
        format_args!(
            "\"{}\" is no header name: write letters, digits and `-`, such as \"X-RateLimit-Limit\"",
            name.value().escape_debug(),
        ),
    )
}

pub(crate) fn reserved_header(name: &LitStr) -> Error {
    let instead = if name.value().eq_ignore_ascii_case("content-type") {
        "set `CONTENT_TYPE` in the implementation of the envelope"
    } else {
        "remove it here"
    };
    at(
        name,
        format_args!(
            "`{}` belongs to the response itself, not to an error: {instead}",
            name.value()
        ),
    )
}

pub(crate) fn illegal_header_value(value: &LitStr) -> Error {
    at(value, "this is no header value: write visible ASCII characters, spaces and tabs")
}

pub(crate) fn repeated_header(name: &LitStr) -> Error {
    at(name, format_args!("header `{}` is declared twice: keep one of the two", name.value()))
}

pub(crate) fn retry_after_header(name: &LitStr) -> Error {
    at(
        name,
        "`retry_after` sends this header already: remove this `header`, or the `retry_after` beside it",
    )
}

pub(crate) fn empty_detail_name(name: &LitStr) -> Error {
    at(name, "a detail needs a name: write `detail = \"job_id\"`")
}

pub(crate) fn unnamed_detail(key: &Ident) -> Error {
    at(key, "this field has no name to show: write `detail = \"job_id\"`")
}

pub(crate) fn repeated_detail(name: &str, span: Span) -> Error {
    at_span(
        span,
        format_args!(
            "detail `{name}` is declared twice: write `detail = \"…\"` with another name here"
        ),
    )
}

pub(crate) fn second_retry_after(span: Span) -> Error {
    at_span(span, "a second field says how long to wait: keep `retry_after` on one of them")
}

pub(crate) fn unused_retry_after(span: Span) -> Error {
    at_span(
        span,
        "a field says how long to wait, so this default is never used: remove it, or make the field an `Option`",
    )
}

pub(crate) fn second_field_errors(span: Span) -> Error {
    at_span(span, "a second field holds field errors: keep `field_errors` on one of them")
}

// Shapes

pub(crate) fn transparent_with_keys(key: &Ident) -> Error {
    at(
        key,
        format_args!(
            "`transparent` takes everything from the field, so `{key}` has no meaning beside it: remove one of the two",
        ),
    )
}

pub(crate) fn transparent_fields(variant: &Ident, fields: usize) -> Error {
    at(
        variant,
        format_args!(
            "`transparent` passes on the one field of `{variant}`, which has {}: write `{variant}(InnerError)`",
            if fields == 0 { "none".to_owned() } else { fields.to_string() },
        ),
    )
}

pub(crate) fn union(token: &syn::Token![union]) -> Error {
    at(token, "`ApiError` cannot be derived for a union: write an enum or a struct")
}

// Catalogs

pub(crate) const CATALOG_FORM: &str = "expected a static and the types whose codes it lists: write `catalog!(pub static CODES = [JobError, AuthError])`";

pub(crate) fn unknown_catalog_option(key: &Ident) -> Error {
    at(
        key,
        format_args!("unknown option `{key}`: behind the list, `catalog!` knows `crate = path`"),
    )
}

pub(crate) fn lock_unsupported(key: &Ident) -> Error {
    at(key, "this version of errcode does not read lock files: remove `lock` until one does")
}
