//! Statuses.

use proc_macro2::Ident;
use quote::ToTokens;

use super::Report;
use crate::{status, suggest};

pub(crate) fn not_allowed(node: &impl ToTokens, number: &str) -> Report {
    error!(node, "status {number} is not allowed for an error: {RULE}")
}

/// The text for a status that only the compiler knows; see `expand::spec`.
pub(crate) const UNKNOWN_NOT_ALLOWED: &str =
    "this status is not allowed for an error: use 4xx, 5xx, or a 2xx that can have content";

const RULE: &str = "use 4xx, 5xx, or a 2xx that can have content";

pub(crate) fn unknown_name(name: &Ident) -> Report {
    match suggest::nearest(&name.to_string(), status::allowed_names()) {
        Some(nearest) => {
            error!(name, "no `StatusCode::{name}`: did you mean `StatusCode::{nearest}`?")
        }
        None => error!(
            name,
            "no `StatusCode::{name}`: write the number of the status, such as `status = 404`"
        ),
    }
}
