//! The attribute's form: which keys, and where.

use proc_macro2::{Group, Ident, Punct, TokenStream, TokenTree};

use super::{
    Report,
    text::{listed, shortened, source},
};
use crate::attr::{
    Attribute, Entry, Written,
    schema::{self, Form, Key, Target, Usage},
};

pub(crate) fn empty(attr: &Attribute, target: Target) -> Report {
    error!(
        attr.ident,
        "empty `#[api]` attribute: add keys in parentheses, such as `#[api({})]`, or remove it",
        example(target)
    )
}

pub(crate) fn with_value(attr: &Attribute) -> Report {
    error!(
        attr.ident,
        "expected keys in parentheses: write `#[api(code = \"JOB_EXPIRED\", status = 410)]`"
    )
}

const fn example(target: Target) -> &'static str {
    match target {
        Target::Enum => "prefix = \"JOB_\"",
        Target::Struct | Target::Variant => "code = \"JOB_EXPIRED\", status = 410",
        Target::Field => "detail",
    }
}

fn keys(target: Target) -> String {
    listed(schema::valid_at(target).map(|key| key.name))
}

pub(crate) fn not_a_key(tokens: &TokenStream, literals: &[String], target: Target) -> Report {
    if matches!(target, Target::Variant | Target::Struct) {
        let code = literals.iter().find(|value| value.starts_with('"'));
        let status = literals.iter().find(|value| value.parse::<u16>().is_ok());
        if code.is_some() || status.is_some() {
            let pairs = [
                code.map(|code| format!("code = {}", shortened(code, 70))),
                status.map(|s| format!("status = {s}")),
            ];
            let pairs: Vec<String> = pairs.into_iter().flatten().collect();
            return error!(
                tokens,
                "expected a key before each value: write `#[api({})]`",
                pairs.join(", ")
            );
        }
    }
    error!(
        tokens,
        "expected a key, found `{}`; {} takes {}",
        shortened(&source(tokens), 40),
        target.name(),
        keys(target)
    )
}

pub(crate) fn missing_comma(before: &TokenTree) -> Report {
    error!(before, "missing `,` before this: keys are separated by commas")
}

pub(crate) fn semicolon(punct: &Punct) -> Report {
    error!(punct, "expected `,`, found `;`: keys are separated by commas")
}

/// A key with its value, as it is written correctly.
fn written(name: &str, written: &Written) -> String {
    match written {
        Written::Nothing => name.to_owned(),
        Written::Value(value) => format!("{name} = {}", shortened(&source(&value.stream()), 60)),
        Written::List(list) => format!("{name}({})", shortened(&source(list), 60)),
    }
}

/// `"code" = …`, `docs-url = …`, `errcode::code = …`
pub(crate) fn key_form(key: &TokenStream, known: &Key, value: &Written) -> Report {
    error!(
        key,
        "expected a key, found `{}`: write `{}`",
        source(key).replace(' ', ""),
        written(known.name, value)
    )
}

pub(crate) fn colon(colon: &Punct, key: &str, value: &TokenStream) -> Report {
    error!(colon, "expected `=`, found `:`: write `{key} = {}`", shortened(&source(value), 60))
}

/// `=>`, `==`
pub(crate) fn other_equals(equals: &Punct, key: &str, value: &TokenStream) -> Report {
    error!(equals, "expected `=` after `{key}`: write `{key} = {}`", shortened(&source(value), 60))
}

pub(crate) fn brackets(group: &Group, key: &str) -> Report {
    error!(
        group,
        "expected parentheses: write `{key}({})`",
        shortened(&source(&group.stream()), 60)
    )
}

pub(crate) fn missing_equals(key: &Ident, value: &TokenStream) -> Report {
    error!(key, "missing `=` after `{key}`: write `{key} = {}`", shortened(&source(value), 60))
}

pub(crate) fn missing_value(key: &Ident, usage: Option<&Usage>) -> Report {
    match usage {
        Some(usage) => {
            error!(key, "missing value after `{key} =`: write `{}`", usage.example)
        }
        None => error!(key, "missing value after `{key} =`"),
    }
}

pub(crate) fn unknown_key(key: &TokenStream, similar: Option<&Key>, target: Target) -> Report {
    let name = source(key).replace(' ', "");
    let name = shortened(&name, 60);
    match similar {
        Some(similar) if similar.usage(target).is_some() => {
            error!(key, "unknown key `{name}`: did you mean `{}`?", similar.name)
        }
        Some(similar) => error!(
            key,
            "unknown key `{name}`: did you mean `{}`? It is valid on {}",
            similar.name,
            similar.valid_on()
        ),
        None => error!(key, "unknown key `{name}`: {} takes {}", target.name(), keys(target)),
    }
}

pub(crate) fn misplaced_key(
    key: &TokenStream,
    known: &Key,
    value: &Written,
    target: Target,
) -> Report {
    let usual = known.usual();
    // The user's own value, if it is one that the key takes there.
    let own = match (value, usual.map(|usage| usage.form)) {
        (Written::Value(_), Some(Form::Flag | Form::Header | Form::Detail | Form::Strings))
        | (Written::Nothing | Written::List(_), _)
        | (_, None) => None,
        (Written::Value(_), Some(_)) => Some(written(known.name, value)),
    };
    let example = own.or_else(|| Some(usual?.example.to_owned())).unwrap_or_default();
    error!(
        key,
        "`{}` is not valid on {}: write `#[api({example})]` on {}",
        known.name,
        target.name(),
        known.valid_on()
    )
}

/// `#[api(api(…))]`
pub(crate) fn nested(key: &TokenStream, list: &TokenStream) -> Report {
    error!(key, "nested `api`: write `#[api({})]`", shortened(&source(list), 100))
}

pub(crate) fn duplicate_key(second: &Entry, first: &Entry) -> Report {
    let key = &second.key;
    match (&first.written, &second.written) {
        (Written::List(one), Written::List(other)) if second.usage.form == Form::Strings => {
            error!(
                key,
                "duplicate `{key}`: write one list, `{key}({}, {})`",
                shortened(&source(one), 200),
                shortened(&source(other), 200)
            )
        }
        _ => error!(key, "duplicate `{key}`: keep one of the two"),
    }
}
