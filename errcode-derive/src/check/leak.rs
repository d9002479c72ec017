//! What clients would read of an error's source.

use crate::{
    diagnostics::{
        Errors,
        field::{self as texts, IsPublic},
    },
    model::{Kind, ShownSource, Status, Variant},
};

/// A `Display` that is the public message, or may be as a field decides on the status, shows no source and no backtrace,
/// unless it is exposed on purpose. Where only the compiler knows the status, `expand::spec` writes the check.
pub(super) fn check_leak(variant: &Variant, errors: &mut Errors) {
    let (Kind::Coded(coded), Some(source)) = (&variant.kind, &variant.shown_source) else { return };
    let is_public = match coded.status.as_ref().and_then(Status::number) {
        Some(..500) => IsPublic::Always,
        _ if variant.field(|field| field.status.is_some()).is_some() => IsPublic::Below500,
        _ => return,
    };
    errors.push(match source {
        ShownSource::Inner(word) => texts::leaked_transparent(word, is_public),
        ShownSource::Field(name, span) => texts::leaked_source(*span, name, is_public),
    });
}
