//! The annotated type, `catalog!` and `domain!` as a whole.

use proc_macro2::Ident;

use super::Report;

pub(crate) fn union(token: syn::Token![union]) -> Report {
    error!(token, "`ApiError` cannot be derived for a union: use an enum or a struct")
}

pub(crate) fn feature_off(key: &Ident) -> Report {
    let feature = key.to_string().replace('_', "-");
    error!(
        key,
        "`{key}` requires the feature `{feature}` of errcode: enable it in Cargo.toml, \
         `errcode = {{ …, features = [\"{feature}\"] }}`"
    )
}
