//! Codes: missing, misspelled, used twice.

use proc_macro2::{Ident, Span, TokenStream};
use syn::ext::IdentExt;

use super::{
    Report,
    text::{listed, shortened, source, visible},
};
use crate::{
    code_style::{MAX_LEN, Style},
    literal::Str,
    model::Code,
};

fn shown(text: &str) -> String {
    shortened(&visible(text), MAX_LEN + 1)
}

/// A variant without any attribute: one mistake, not two.
pub(crate) fn bare_variant(variant: &Ident, code: &str, needs_status: bool) -> Report {
    let name = variant.unraw();
    if needs_status {
        error!(
            variant,
            "missing code and status for `{name}`: write `#[api(code = \"{code}\", status = …)]` on it, where `…` is a \
             number such as 404"
        )
    } else {
        error!(variant, "missing code for `{name}`: write `#[api(code = \"{code}\")]` on it")
    }
}

/// A variant with `#[error(transparent)]`, whose code may be meant to come from inside as well.
pub(crate) fn missing_or_transparent(variant: &Ident, code: &str) -> Report {
    error!(
        variant,
        "missing code for `{}`: write `#[api(transparent)]` on it if the error inside has a code, or else \
         `#[api(code = \"{code}\", status = …, message = \"…\")]`",
        variant.unraw()
    )
}

pub(crate) fn missing(variant: &Ident, code: &str) -> Report {
    error!(
        variant,
        "missing code for `{}`: add `code = \"{code}\"` to its `#[api(...)]`",
        variant.unraw()
    )
}

pub(crate) fn missing_status(variant: &Ident) -> Report {
    error!(
        variant,
        "missing status for `{}`: add `status = …`, a number such as 404, to its `#[api(...)]`, or to that of the enum \
         for every variant",
        variant.unraw()
    )
}

pub(crate) fn empty(code: &Str, suggestion: &str) -> Report {
    error!(code, "a code cannot be empty: write `code = \"{suggestion}\"`")
}

/// Something else than a string literal.
pub(crate) fn not_a_literal(
    key: &Ident,
    tokens: &TokenStream,
    suggest: impl FnOnce(Option<&str>) -> String,
) -> Report {
    let found = source(tokens);
    // What was meant, if it is one word: `SESSION_LOST`, `'A'`, `b"A"`, `codes::LOST`.
    let last = found.rsplit("::").next().unwrap_or_default();
    let word = last.trim_start_matches(['b', 'r', 'c']).trim_matches(['"', '\'', '#']);
    let word = if last.contains(['"', '\'']) { word } else { last };
    let is_word = !word.is_empty()
        && word.chars().all(|char| char.is_alphanumeric() || "_-.".contains(char))
        && word.chars().any(char::is_alphabetic);
    let is_key = *key == found;
    let suggestion = suggest(Some(word).filter(|_| is_word && !is_key));
    if is_key {
        return error!(
            key,
            "expected a string literal for `code`: write `code = \"{suggestion}\"`"
        );
    }
    error!(
        tokens,
        "expected a string literal for `code`, found `{}`: write `code = \"{suggestion}\"`; codes must be string \
         literals so that they can be searched for",
        shortened(&found, 60)
    )
}

pub(crate) fn too_long(code: &Str, len: usize) -> Report {
    error!(code, "this code is {len} bytes long: use at most {MAX_LEN}")
}

pub(crate) fn style(code: &Code, style: Style, suggestion: &str) -> Report {
    if style == Style::Any {
        return error!(
            code.literal,
            "code `{}` is not {}: use `\"{suggestion}\"`",
            shown(&code.text),
            style.alphabet()
        );
    }
    error!(
        code.literal,
        "code `{}` is not {} ({}): use `\"{suggestion}\"`, or set another `code_style` on the enum",
        shown(&code.text),
        style.name(),
        style.alphabet()
    )
}

pub(crate) fn prefix_style(prefix: &Str, style: Style) -> Report {
    error!(
        prefix,
        "prefix `{}` is not {} ({}): use a prefix such as `\"{}\"`",
        shown(prefix.value()),
        style.name(),
        style.alphabet(),
        style.prefix(prefix.value())
    )
}

pub(crate) fn long_prefix(prefix: &Str) -> Report {
    error!(
        prefix,
        "this prefix is {} bytes long, but a code has at most {MAX_LEN}: use a shorter prefix",
        prefix.value().len()
    )
}

pub(crate) fn prefix(code: &Code, prefix: &str, suggestion: &str) -> Report {
    error!(
        code.literal,
        "code `{}` does not begin with the enum's prefix `{}`: use `\"{suggestion}\"`",
        shown(&code.text),
        shown(prefix)
    )
}

/// At the first of several equal codes, which says what can be done.
pub(crate) fn first_duplicate(code: &Code, others: &[&Ident]) -> Report {
    const SHOWN: usize = 3;
    let names = listed(others.iter().take(SHOWN).map(|name| name.unraw().to_string()));
    let more = match others.len().saturating_sub(SHOWN) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    error!(
        code.literal,
        "duplicate code `{0}` (also used by {names}{more}): change one of them, or add `shared(\"{0}\")` to the enum if \
         they are meant to be one code",
        shown(&code.text)
    )
}

pub(crate) fn duplicate(code: &Code, first: &Ident) -> Report {
    error!(
        code.literal,
        "duplicate code `{}` (also used by `{}`)",
        shown(&code.text),
        first.unraw()
    )
}

pub(crate) fn duplicate_in_list(code: &Code, key: &str) -> Report {
    error!(code.literal, "duplicate code `{}` in `{key}`: keep one of the two", shown(&code.text))
}

pub(crate) fn retired_in_use(code: &Code, variant: &Ident, suggestion: &str) -> Report {
    error!(
        code.literal,
        "code `{}` is retired, clients may still know its old meaning: use a new code for `{}`, such as \
         `\"{suggestion}\"`",
        shown(&code.text),
        variant.unraw()
    )
}

pub(crate) fn unused_shared(code: &Code, nearest: Option<&str>) -> Report {
    match nearest {
        Some(nearest) => error!(
            code.literal,
            "unknown code `{}` in `shared`: did you mean `{nearest}`?",
            shown(&code.text)
        ),
        None => error!(
            code.literal,
            "unknown code `{}` in `shared`: no variant of this enum uses it; remove it",
            shown(&code.text)
        ),
    }
}

pub(crate) fn shared_once(code: &Code) -> Report {
    error!(
        code.literal,
        "code `{}` is shared but used by one variant only: remove it from `shared`",
        shown(&code.text)
    )
}

pub(crate) fn code_beside_transparent(key: &Ident) -> Report {
    error!(
        key,
        "`{key}` cannot stand beside a `transparent` field, which has its own: remove one of the two"
    )
}

pub(crate) fn duplicate_transparent(span: Span) -> Report {
    Report::at(span, "duplicate `transparent`: keep it on one field".to_owned())
}

pub(crate) fn transparent_with_keys(key: &Ident) -> Report {
    error!(
        key,
        "`transparent` on a variant excludes `{key}`: remove one of the two, or write `transparent` on the field \
         instead, where `message`, `status`, `retryable`, `expose`, `detail`, `header` and `retry_after` may stand \
         beside it"
    )
}

pub(crate) fn transparent_fields(variant: &Ident, fields: usize) -> Report {
    let name = variant.unraw();
    if fields == 0 {
        error!(
            variant,
            "`transparent` requires a field, `{name}` has none: write `{name}(InnerError)`"
        )
    } else {
        error!(
            variant,
            "`transparent` requires exactly one field, `{name}` has {fields}: write `#[api(transparent)]` on the field \
             that has the code instead"
        )
    }
}
