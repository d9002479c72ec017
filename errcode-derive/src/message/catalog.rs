//! `catalog!`.

use darling::Error;
use proc_macro2::{Ident, Span};
use syn::LitStr;

const FORM: &str = "catalog!(pub static CODES = [JobError, AuthError])";

pub(crate) fn catalog_form(span: Span) -> Error {
    at!(&span, "expected a static and the types whose codes it lists: write `{FORM}`")
}

pub(crate) fn not_a_listed_type(span: Span) -> Error {
    at!(&span, "expected a type that has error codes, such as `JobError`")
}

pub(crate) fn catalog_option_expected(span: Span) -> Error {
    at!(
        &span,
        "expected an option: `lock = \"errcodes.lock\"`, `level = \"codes\"` or `crate = path`"
    )
}

pub(crate) fn unknown_catalog_option(key: &Ident, similar: Option<&str>) -> Error {
    match similar {
        Some(similar) => at!(key, "unknown option `{key}`: did you mean `{similar}`?"),
        None => at!(
            key,
            "unknown option `{key}`: the options of `catalog!` are `lock`, `level` and `crate`"
        ),
    }
}

pub(crate) fn catalog_option_value(key: &Ident) -> Error {
    match key.to_string().as_str() {
        "lock" => at!(
            key,
            "`lock` takes the path of a file from the manifest: write `lock = \"errcodes.lock\"`"
        ),
        "level" => at!(key, "`level` takes `\"codes\"` or `\"all\"`: write `level = \"codes\"`"),
        "crate" => at!(key, "`crate` takes a path: write `crate = my_errcode`"),
        _ => unknown_catalog_option(key, None),
    }
}

pub(crate) fn unknown_level(value: &LitStr) -> Error {
    at!(
        value,
        "unknown `level` \"{}\": write `\"codes\"` to lock the codes alone, or `\"all\"` to lock all that clients can read",
        value.value().escape_debug()
    )
}

pub(crate) fn level_without_lock(key: &Ident) -> Error {
    at!(
        key,
        "unused `level`, as this catalog has no lock: add `lock = \"errcodes.lock\"`, or remove it"
    )
}

pub(crate) fn missing_lock(path: &LitStr) -> Error {
    at!(
        path,
        "lock file `{}` not found beside Cargo.toml: run `ERRCODE_LOCK=overwrite cargo test` to write it",
        path.value().escape_debug()
    )
}
