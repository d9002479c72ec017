//! The codes of a document: one entry for each code, grouped by category.

use std::collections::HashMap;

use crate::CodeSpec;

/// A code, and the variants that have it: several if it is shared.
pub(super) struct Entry {
    pub(super) specs: Vec<&'static CodeSpec>,
}

impl Entry {
    /// The first variant that has the code.
    pub(super) fn spec(&self) -> &'static CodeSpec {
        self.specs[0]
    }

    pub(super) fn code(&self) -> &'static str {
        self.spec().code()
    }
}

/// One entry for each code, in declaration order.
pub(super) fn entries(specs: &[&'static CodeSpec]) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut index_of = HashMap::new();
    for &spec in specs {
        let index = *index_of.entry(spec.code()).or_insert(entries.len());
        match entries.get_mut(index) {
            Some(entry) => entry.specs.push(spec),
            None => entries.push(Entry { specs: vec![spec] }),
        }
    }
    entries
}

/// The items that have the same key, in the order in which the keys come first.
pub(super) fn group_by<T, K: Eq + std::hash::Hash + Copy>(
    items: impl IntoIterator<Item = T>,
    key: impl Fn(&T) -> K,
) -> Vec<(K, Vec<T>)> {
    let mut groups: Vec<(K, Vec<T>)> = Vec::new();
    let mut index_of = HashMap::new();
    for item in items {
        let key = key(&item);
        let index = *index_of.entry(key).or_insert(groups.len());
        match groups.get_mut(index) {
            Some((_, group)) => group.push(item),
            None => groups.push((key, vec![item])),
        }
    }
    groups
}

/// The heading of a category's codes, or of those without one.
pub(super) fn heading(category: Option<&str>, is_only: bool) -> &str {
    match category {
        Some(category) => category,
        None if is_only => "Codes",
        None => "Other codes",
    }
}
