//! The rules that concern more than one attribute, each in a `check_` function.

use std::collections::{BTreeMap, BTreeSet};

use darling::{Error, error::Accumulator};
use proc_macro2::{Ident, Span};
use syn::LitStr;

use crate::{
    message,
    model::{Coded, Model, Variant},
    style::MAX_LEN,
};

/// A model in which nothing was found wrong. Only this can be expanded.
pub(crate) struct Checked(Model);

impl Checked {
    pub(crate) fn model(&self) -> &Model {
        &self.0
    }
}

/// Checks what could be read; succeeds if neither this nor any step before it reported anything.
pub(crate) fn check(model: Option<Model>, mut errors: Accumulator) -> Result<Checked, Error> {
    if let Some(model) = &model {
        check_spelling(model, &mut errors);
        check_duplicates(model, &mut errors);
        check_retired(model, &mut errors);
        for variant in &model.variants {
            check_headers(variant, &mut errors);
            check_details(variant, &mut errors);
            check_retry_after(variant, &mut errors);
            check_field_errors(variant, &mut errors);
        }
    }
    errors.finish()?;
    // Without a model there was something to report.
    model.map(Checked).ok_or_else(|| Error::custom("`ApiError` cannot be derived for this item"))
}

/// Every code in use, with the variant it stands at.
fn codes(model: &Model) -> impl Iterator<Item = (&Ident, &LitStr)> {
    let codes =
        model.variants.iter().filter_map(|variant| Some((&variant.ident, &variant.coded()?.code)));
    codes.filter(|(_, code)| !code.value().is_empty())
}

/// The prefix, every code and every retired code are spelled in the enum's style and fit 63 bytes, and the
/// codes begin with the prefix. One report for each literal: the first thing wrong with it.
fn check_spelling(model: &Model, errors: &mut Accumulator) {
    let prefix = match &model.prefix {
        Some(prefix) if !model.style.accepts_prefix(&prefix.value()) => {
            errors.push(message::prefix_style(prefix, model.style));
            None
        }
        prefix => prefix.as_ref(),
    };
    let prefix = prefix.map(LitStr::value).unwrap_or_default();
    for code in codes(model).map(|(_, code)| code).chain(&model.retired) {
        let text = code.value();
        let suggestion = || model.style.spell(&text, &prefix);
        if text.len() > MAX_LEN {
            errors.push(message::long_code(code));
        } else if !model.style.accepts(&text) {
            errors.push(message::code_style(code, model.style, &suggestion()));
        } else if !text.starts_with(&prefix) {
            errors.push(message::code_prefix(code, &prefix, &suggestion()));
        }
    }
}

/// A code stands at one variant. Reported at every literal that repeats another, in source order.
fn check_duplicates(model: &Model, errors: &mut Accumulator) {
    let mut users: BTreeMap<String, Vec<&Ident>> = BTreeMap::new();
    for (variant, code) in codes(model) {
        users.entry(code.value()).or_default().push(variant);
    }
    for (_, code) in codes(model) {
        let users = &users[&code.value()];
        if users.len() > 1 {
            errors.push(message::duplicate_code(code, users));
        }
    }
}

/// A retired code is named once and stands at no variant.
fn check_retired(model: &Model, errors: &mut Accumulator) {
    let mut retired = BTreeSet::new();
    for code in &model.retired {
        if !retired.insert(code.value()) {
            errors.push(message::retired_twice(code));
        }
    }
    for (variant, code) in codes(model).filter(|(_, code)| retired.contains(&code.value())) {
        errors.push(message::retired_code_used(code, variant));
    }
}

/// A response has each declared header once (RFC 9110 §5.3), and `Retry-After` from one source.
fn check_headers(variant: &Variant, errors: &mut Accumulator) {
    let of_variant = variant.coded().into_iter().flat_map(|coded| &coded.headers);
    let of_variant = of_variant.map(|header| &header.name);
    let waits = retry_afters(variant).next().is_some();
    let mut seen = BTreeSet::new();
    for name in of_variant.chain(variant.fields.iter().filter_map(|field| field.header.as_ref())) {
        if !seen.insert(&name.lower) {
            errors.push(message::repeated_header(&name.literal));
        } else if waits && name.lower == "retry-after" {
            errors.push(message::retry_after_header(&name.literal));
        }
    }
}

/// Details are the members of one object: each name once.
fn check_details(variant: &Variant, errors: &mut Accumulator) {
    let of_variant = variant.coded().into_iter().flat_map(|coded| &coded.details);
    let of_variant = of_variant.map(|(name, _)| (name.value(), name.span()));
    let of_fields = variant.fields.iter().filter_map(|field| field.detail.clone());
    let mut seen = BTreeSet::new();
    for (name, span) in of_variant.chain(of_fields) {
        if seen.contains(&name) {
            errors.push(message::repeated_detail(&name, span));
        }
        seen.insert(name);
    }
}

/// The time to wait comes from one field. The variant's own is the default for an `Option`, and would never
/// be used beside a field that always has a value.
fn check_retry_after(variant: &Variant, errors: &mut Accumulator) {
    let fields = variant.fields.iter().filter_map(|field| Some((field, field.retry_after?)));
    for (_, span) in fields.clone().skip(1) {
        errors.push(message::second_retry_after(span));
    }
    if let Some(Coded { retry_after: Some((span, _)), .. }) = variant.coded()
        && fields.clone().any(|(field, _)| !field.is_option())
    {
        errors.push(message::unused_retry_after(*span));
    }
}

fn retry_afters(variant: &Variant) -> impl Iterator<Item = Span> {
    let default = variant.coded().and_then(|coded| coded.retry_after).map(|(span, _)| span);
    default.into_iter().chain(variant.fields.iter().filter_map(|field| field.retry_after))
}

/// An error has one set of field errors.
fn check_field_errors(variant: &Variant, errors: &mut Accumulator) {
    for span in variant.fields.iter().filter_map(|field| field.field_errors).skip(1) {
        errors.push(message::second_field_errors(span));
    }
}
