//! `catalog!`.

use darling::Error;
use proc_macro2::Ident;

pub(crate) const CATALOG_FORM: &str = "expected a static and the types whose codes it lists: write `catalog!(pub static CODES = [JobError, AuthError])`";

pub(crate) fn unknown_catalog_option(key: &Ident) -> Error {
    at!(key, "unknown option `{key}`: behind the list, `catalog!` knows `crate = path`")
}

pub(crate) fn lock_unsupported(key: &Ident) -> Error {
    at!(key, "this version of errcode does not read lock files: remove `lock` until one does")
}
