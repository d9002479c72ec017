//! What a response carries: each part of it once.

use std::collections::BTreeSet;

use proc_macro2::Span;

use crate::{
    diagnostics::{Errors, field as texts},
    model::{Field, Variant},
};

/// A response has each declared header once (RFC 9110 §5.3), and `Retry-After` from one source.
pub(super) fn check_headers(variant: &Variant, errors: &mut Errors) {
    let of_variant = variant.headers.iter().map(|header| &header.name);
    let of_fields = variant.fields.iter().filter_map(|field| field.header.as_ref());
    let waits = variant.retry_after().is_some()
        || variant.fields.iter().any(|field| field.retry_after.is_some());
    let mut seen = BTreeSet::new();
    for name in of_variant.chain(of_fields) {
        if !seen.insert(&name.lowercase) {
            errors.push(texts::duplicate_header(&name.literal));
        } else if waits && name.lowercase == "retry-after" {
            errors.push(texts::retry_after_header(&name.literal));
        }
    }
}

/// Details are the members of one object: each name once.
pub(super) fn check_details(variant: &Variant, errors: &mut Errors) {
    let of_variant = variant.details.iter().map(|detail| (detail.name.value(), detail.name.span()));
    let of_fields = variant.fields.iter().filter_map(|field| {
        let detail = field.detail.as_ref()?;
        Some((detail.name.as_str(), detail.span))
    });
    let mut seen = BTreeSet::new();
    for (name, span) in of_variant.chain(of_fields) {
        if !seen.insert(name) {
            errors.push(texts::duplicate_detail(name, span));
        }
    }
}

/// The status comes from one field.
pub(super) fn check_status(variant: &Variant, errors: &mut Errors) {
    check_once(variant, "status", |field| field.status, errors);
}

/// The time to wait comes from one field. The variant's own is the default for an `Option`, and would never
/// be used beside a field that always has a value.
pub(super) fn check_retry_after(variant: &Variant, errors: &mut Errors) {
    check_once(variant, "retry_after", |field| field.retry_after, errors);
    let always = variant.fields.iter().any(|field| field.retry_after.is_some() && !field.is_option);
    if let Some((span, _)) = variant.retry_after().filter(|_| always) {
        errors.push(texts::unused_retry_after(span));
    }
}

/// An error has one set of field errors.
pub(super) fn check_field_errors(variant: &Variant, errors: &mut Errors) {
    check_once(variant, "field_errors", |field| field.field_errors, errors);
}

fn check_once(
    variant: &Variant,
    key: &str,
    span: impl Fn(&Field) -> Option<Span>,
    errors: &mut Errors,
) {
    for span in variant.fields.iter().filter_map(span).skip(1) {
        errors.push(texts::duplicate(key, span));
    }
}
