//! `catalog!`.

use proc_macro2::{Ident, Span};
use syn::LitStr;

use super::{
    Report,
    text::{shortened, visible},
};

const FORM: &str = "catalog!(pub static CODES = [JobError, AuthError])";

pub(crate) fn catalog_form(span: Span) -> Report {
    Report::at(
        span,
        format!("expected a static and the types whose codes it lists: write `{FORM}`"),
    )
}

pub(crate) fn not_a_listed_type(span: Span) -> Report {
    Report::at(span, "expected a type that has error codes, such as `JobError`".to_owned())
}

pub(crate) fn attribute_in_list(span: Span) -> Report {
    Report::at(
        span,
        "a type of a catalog has no attributes: write `#[cfg(...)]` in front of `catalog!`, once for each list"
            .to_owned(),
    )
}

pub(crate) fn catalog_option_expected(span: Span) -> Report {
    Report::at(
        span,
        "expected an option: `lock = \"errcodes.lock\"`, `level = \"codes\"` or `crate = path`"
            .to_owned(),
    )
}

pub(crate) fn unknown_catalog_option(key: &Ident, similar: Option<&str>) -> Report {
    match similar {
        Some(similar) => error!(key, "unknown option `{key}`: did you mean `{similar}`?"),
        None => error!(
            key,
            "unknown option `{key}`: the options of `catalog!` are `lock`, `level` and `crate`"
        ),
    }
}

pub(crate) fn catalog_option_value(key: &Ident) -> Report {
    match key.to_string().as_str() {
        "lock" => error!(
            key,
            "`lock` takes the path of a file from the manifest: write `lock = \"errcodes.lock\"`"
        ),
        "level" => error!(key, "`level` takes `\"codes\"` or `\"all\"`: write `level = \"codes\"`"),
        "crate" => error!(key, "`crate` takes a path: write `crate = my_errcode`"),
        _ => unknown_catalog_option(key, None),
    }
}

pub(crate) fn unknown_level(value: &LitStr) -> Report {
    error!(
        value,
        "unknown `level` \"{}\": write `\"codes\"` to lock the codes alone, or `\"all\"` to lock all that clients can read",
        shortened(&visible(&value.value()), 60)
    )
}

pub(crate) fn level_without_lock(key: &Ident) -> Report {
    error!(
        key,
        "unused `level`, as this catalog has no lock: add `lock = \"errcodes.lock\"`, or remove it"
    )
}

pub(crate) fn duplicate_option(key: &Ident) -> Report {
    error!(key, "duplicate `{key}`: keep one of the two")
}
