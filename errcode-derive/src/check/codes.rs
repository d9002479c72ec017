//! Codes: how they are spelled, and that each is used once.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::Ident;

use crate::{
    code_style::{MAX_LEN, Spelling, Style},
    diagnostics::{Errors, code as texts},
    literal::Str,
    model::{Code, Model, Variant},
    suggest,
};

/// Every code in use, with the variant it stands at.
fn codes(model: &Model) -> impl Iterator<Item = (&Ident, &Code)> {
    model.coded().map(|(variant, coded)| (&variant.ident, &coded.code))
}

fn spelling(model: &Model) -> Spelling {
    let taken = codes(model).map(|(_, code)| code).chain(&model.retired);
    Spelling::new(
        model.style.unwrap_or_default(),
        model.prefix.as_ref().map(Str::value).unwrap_or_default().to_owned(),
        taken.map(|code| code.text.clone()).collect(),
    )
}

/// Every code fits 63 bytes, is spelled in the enum's style, and begins with the prefix. A retired one may be of the time
/// before another style or prefix. One report for each literal: the first thing wrong with it.
pub(super) fn check_spelling(model: &Model, errors: &mut Errors) {
    let spelling = spelling(model);
    let prefix = model.prefix.as_ref().map(Str::value).unwrap_or_default();
    let in_use = codes(model).map(|(_, code)| (code, true));
    for (code, in_use) in in_use.chain(model.retired.iter().map(|code| (code, false))) {
        let required = model.style.filter(|_| in_use).unwrap_or(Style::Any);
        let style = Some(required).filter(|style| !style.accepts(&code.text));
        if code.text.len() > MAX_LEN {
            errors.push(texts::too_long(&code.literal, code.text.len()));
        } else if let Some(style) = style {
            errors.push(texts::style(code, style, &spelling.suggest(&code.text)));
        } else if in_use && !code.text.starts_with(prefix) {
            errors.push(texts::prefix(code, prefix, &spelling.suggest(&code.text)));
        }
    }
}

/// The number of literals of one code that are reported: more say nothing more.
const MOST: usize = 32;

/// A code that is not shared stands at one variant. Reported at every literal, in source order.
pub(super) fn check_duplicates(model: &Model, errors: &mut Errors) {
    let mut users: BTreeMap<&str, Vec<&Ident>> = BTreeMap::new();
    for (variant, code) in codes(model).filter(|(_, code)| !model.is_shared(&code.text)) {
        users.entry(&code.text).or_default().push(variant);
    }
    let mut reported: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, code) in codes(model) {
        let Some([first, others @ ..]) = users.get(code.text.as_str()).map(Vec::as_slice) else {
            continue;
        };
        if others.is_empty() {
            continue;
        }
        let count = reported.entry(&code.text).or_default();
        match *count {
            0 => errors.push(texts::first_duplicate(code, others)),
            1..MOST => errors.push(texts::duplicate(code, first)),
            _ => {}
        }
        *count += 1;
    }
}

/// A retired code is named once and stands at no variant.
pub(super) fn check_retired(model: &Model, errors: &mut Errors) {
    check_list(&model.retired, "retired", errors);
    let retired: BTreeSet<&str> = model.retired.iter().map(|code| code.text.as_str()).collect();
    let spelling = spelling(model);
    for (variant, code) in codes(model).filter(|(_, code)| retired.contains(code.text.as_str())) {
        let suggestion = spelling.suggest(&code.text);
        errors.push(texts::retired_in_use(code, variant, &suggestion));
    }
}

/// A shared code is named once and stands at several variants of the enum; at one if others can share it with it, in
/// a domain or in a type that it forwards to.
pub(super) fn check_shared(model: &Model, errors: &mut Errors) {
    check_list(&model.shared, "shared", errors);
    // What an incomplete variant shares is not known.
    let is_complete = !model.variants.iter().any(Variant::is_unusable);
    let meets_others = model.domain.is_some()
        || model.variants.iter().any(|variant| variant.transparent().is_some());
    for code in &model.shared {
        match codes(model).filter(|(_, other)| other.text == code.text).count() {
            0 => {
                let used = codes(model).map(|(_, code)| code.text.as_str());
                let used = used.filter(|used| !model.is_shared(used));
                let used: Vec<&str> = used.collect();
                let nearest = suggest::nearest(&code.text, used.iter().copied());
                if is_complete {
                    errors.push(texts::unused_shared(code, nearest));
                }
            }
            1 if !meets_others && is_complete => errors.push(texts::shared_once(code)),
            _ => {}
        }
    }
}

fn check_list(list: &[Code], key: &str, errors: &mut Errors) {
    let mut seen = BTreeSet::new();
    for code in list {
        if !seen.insert(&code.text) {
            errors.push(texts::duplicate_in_list(code, key));
        }
    }
}
