//! `#[api(...)]` as a list of entries: keys, each with what is written after it.

use proc_macro2::{Ident, TokenStream};

use super::{
    schema::{Key, Target, Usage},
    tokens::Tokens,
};

/// A key and what is written after it.
pub(crate) struct Entry {
    pub(crate) key: Ident,
    pub(crate) known: &'static Key,
    pub(crate) usage: &'static Usage,
    pub(crate) target: Target,
    pub(crate) written: Written,
}

/// What is written after a key.
pub(crate) enum Written {
    Nothing,
    /// `= tokens`
    Value(Tokens),
    /// `(tokens)`
    List(TokenStream),
}

impl Written {
    /// The tokens behind the `=`, or in the parentheses.
    pub(crate) fn stream(&self) -> Option<TokenStream> {
        match self {
            Self::Nothing => None,
            Self::Value(tokens) => Some(tokens.stream()),
            Self::List(tokens) => Some(tokens.clone()),
        }
    }
}

/// The keys of one place.
#[derive(Default)]
pub(crate) struct Entries {
    list: Vec<(&'static Key, Option<Entry>)>,
    /// Keys that are valid elsewhere, where they are not missing too.
    pub(crate) misplaced: Vec<&'static str>,
}

impl Entries {
    /// Every entry, by the name of its key; `None` for one that was reported.
    pub(super) fn take(&mut self) -> Vec<(&'static Key, Option<Entry>)> {
        std::mem::take(&mut self.list)
    }

    /// Leaves an entry to who reads the keys of another kind of place.
    pub(super) fn leave(&mut self, key: &'static Key, entry: Option<Entry>) {
        self.list.push((key, entry));
    }

    /// The keys that stand here and are such ones, in order.
    pub(super) fn keys(&self, is_one: impl Fn(&Key) -> bool) -> Vec<Ident> {
        let entries = self.list.iter().filter_map(|(_, entry)| entry.as_ref());
        entries.filter(|entry| is_one(entry.known)).map(|entry| entry.key.clone()).collect()
    }

    pub(super) const fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    pub(super) fn push(&mut self, entry: Entry) {
        self.list.push((entry.known, Some(entry)));
    }

    /// The first entry of a key.
    pub(super) fn first(&mut self, key: &Key) -> Option<&mut Entry> {
        let mut entries = self.list.iter_mut().filter_map(|(_, entry)| entry.as_mut());
        entries.find(|entry| entry.known.name == key.name)
    }

    /// Notes that something was reported of a key, which is not missing too.
    pub(super) fn report(&mut self, key: Option<&'static Key>) {
        self.list.extend(key.map(|key| (key, None)));
    }

    /// The same of the keys that a variant must have.
    pub(super) fn report_required(&mut self) {
        self.report(Key::named("code"));
        self.report(Key::named("status"));
    }
}
