//! What can be derived for, and passed on.

use darling::Error;
use proc_macro2::Ident;

pub(crate) fn transparent_with_keys(key: &Ident) -> Error {
    at!(
        key,
        "`transparent` takes everything from the field, so `{key}` has no meaning beside it: remove one of the two"
    )
}

pub(crate) fn transparent_fields(variant: &Ident, fields: usize) -> Error {
    at!(
        variant,
        "`transparent` passes on the one field of `{variant}`, which has {}: write `{variant}(InnerError)`",
        if fields == 0 { "none".to_owned() } else { fields.to_string() }
    )
}

pub(crate) fn union(token: syn::Token![union]) -> Error {
    at!(&token, "`ApiError` cannot be derived for a union: write an enum or a struct")
}
