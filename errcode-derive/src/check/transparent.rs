//! `transparent` and what may stand beside it.

use crate::{
    diagnostics::{Errors, code as texts},
    model::Variant,
};

/// What a variant with a `transparent` field may say itself.
const OVERRIDES: [&str; 7] =
    ["message", "expose", "status", "retryable", "detail", "header", "retry_after"];

/// On a variant, `transparent` excludes every other key, and there is one field. On a field, it stands once, and the
/// code with its documentation is the field's.
pub(super) fn check_transparent(variant: &Variant, errors: &mut Errors) {
    if variant.transparent_key.is_some() {
        let others = variant.keys.iter().filter(|other| *other != "transparent");
        if let Some(other) = others.chain(&variant.field_keys).next() {
            errors.push(texts::transparent_with_keys(other));
        } else if variant.fields.len() != 1 {
            errors.push(texts::transparent_fields(&variant.ident, variant.fields.len()));
        }
        return;
    }
    for span in variant.transparent_fields.iter().skip(1) {
        errors.push(texts::duplicate_transparent(*span));
    }
    if !variant.transparent_fields.is_empty() {
        for key in variant.keys.iter().filter(|key| !OVERRIDES.iter().any(|known| key == known)) {
            errors.push(texts::code_beside_transparent(key));
        }
    }
}
