//! `domain!`.

use proc_macro2::{Ident, TokenStream};

use super::{
    Report,
    text::{shortened, source},
};

pub(crate) fn form(found: &TokenStream) -> Report {
    error!(
        found,
        "expected the name of the domain and its options: write `domain! {{ pub Coordinator {{ name = \"api.example.com\" \
         }} }}`"
    )
}

pub(crate) fn unknown_option(key: &TokenStream) -> Report {
    error!(
        key,
        "unknown option `{}` of a domain: the options are `name = \"api.example.com\"`, `docs_url = \
         \"https://docs.example.com/{{code}}\"`, `envelope = Type` and `catalog = CATALOG`",
        shortened(&source(key), 40)
    )
}

pub(crate) fn option_value(key: &Ident) -> Report {
    let example = match key.to_string().as_str() {
        "name" => "name = \"api.example.com\"",
        "docs_url" => "docs_url = \"https://docs.example.com/errors/{code}\"",
        "envelope" => "envelope = errcode::envelope::Problem",
        "catalog" => "catalog = CATALOG",
        _ => "crate = my_errcode",
    };
    error!(key, "invalid value for `{key}`: write `{example}`")
}

pub(crate) fn duplicate_option(key: &Ident) -> Report {
    error!(key, "duplicate `{key}`: keep one of the two")
}
