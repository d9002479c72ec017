//! Statuses.

use darling::Error;
use proc_macro2::Ident;
use syn::LitInt;

use crate::{status, style};

pub(crate) fn status_number(number: &LitInt) -> Error {
    at!(number, "an error cannot answer with status {number}: {STATUS_RULE}")
}

pub(crate) fn status_name(name: &Ident, number: u16) -> Error {
    at!(name, "an error cannot answer with status {number}: {STATUS_RULE}")
}

/// Also the text for a status that only the compiler knows; see `expand::spec`.
pub(crate) const STATUS_RULE: &str =
    "write a 4xx or 5xx such as 404, or a 2xx that can carry a body";

pub(crate) fn unknown_status_name(name: &Ident) -> Error {
    match style::nearest(&name.to_string(), status::names()) {
        Some(nearest) => {
            at!(name, "there is no `StatusCode::{name}`: did you mean `StatusCode::{nearest}`?")
        }
        None => at!(
            name,
            "there is no `StatusCode::{name}`: write the number of the status, such as `status = 404`"
        ),
    }
}
