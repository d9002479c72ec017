//! Entries of several types in one list, each once.

use super::{
    entry::Entry,
    segment::{Place, Sources},
};
use crate::CodeSpec;

/// The entries of some sources, each once, as a [`Table`](super::Table) found them.
#[derive(Debug)]
pub struct Merged {
    sources: &'static Sources,
    /// The [`Place`] of each.
    places: &'static [u64],
    hashes: &'static [u64],
    /// How many of them are in use, and not retired.
    used: usize,
}

/// The entries of `sources` at these places.
#[must_use]
pub const fn merged(
    sources: &'static Sources,
    places: &'static [u64],
    hashes: &'static [u64],
    used: usize,
) -> Merged {
    Merged { sources, places, hashes, used }
}

impl Merged {
    pub(super) const fn len(&self) -> usize {
        self.places.len()
    }

    pub(super) const fn used_len(&self) -> usize {
        self.used
    }

    pub(super) const fn retired_len(&self) -> usize {
        self.places.len() - self.used
    }

    pub(super) const fn is_retired(&self, position: usize) -> bool {
        self.place(position).is_retired()
    }

    pub(super) const fn hash(&self, position: usize) -> u64 {
        self.hashes[position]
    }

    pub(super) const fn entry(&self, position: usize) -> Entry {
        self.sources.entry(self.place(position))
    }

    /// The facts of a code; `None` for a retired one.
    pub(super) const fn spec(&self, position: usize) -> Option<&'static CodeSpec> {
        let place = self.place(position);
        if place.is_retired() { None } else { self.sources.spec(place) }
    }

    const fn place(&self, position: usize) -> Place {
        Place::from_number(self.places[position])
    }
}
