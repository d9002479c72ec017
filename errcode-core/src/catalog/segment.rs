//! Runs of entries, which a type or a catalog has in the order of declaration.

use super::{
    codes::{Codes, List},
    entry::Entry,
    owner::{Owner, owner},
};
use crate::{CodeSpec, spec};

/// A run of entries.
#[derive(Debug, Clone, Copy)]
pub enum Segment {
    /// Codes of the type itself.
    Own(&'static [CodeSpec]),
    /// Those of the type in a transparent variant, or in a catalog.
    Inner(&'static Codes),
    /// Those that the type itself has retired. It is the last one.
    Retired(&'static [&'static str]),
}

/// What is compared: the codes of a type itself, and those of other types.
#[derive(Debug)]
pub struct Sources {
    owner: Owner,
    pub(super) segments: &'static [Segment],
}

/// The sources of a type with transparent variants.
#[must_use]
pub const fn sources(owner: Owner, segments: &'static [Segment]) -> Sources {
    Sources { owner, segments }
}

/// The sources of a catalog.
#[must_use]
pub const fn listed(segments: &'static [Segment]) -> Sources {
    sources(owner("", "", "", ""), segments)
}

/// The number of entries of `sources`: the `N` of their [`Table`](super::Table).
#[must_use]
pub const fn count(sources: &Sources) -> usize {
    let mut total = 0;
    let mut source = 0;
    while source < sources.segments.len() {
        total += sources.segments[source].len();
        source += 1;
    }
    total
}

/// Where an entry stands among some sources, as a number: the compiler checks and moves numbers at once, and pointers
/// one by one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place(u64);

impl Place {
    /// The highest bit tells a retired code.
    const RETIRED: u64 = 1 << 63;

    pub(super) const fn new(source: usize, index: usize, is_retired: bool) -> Self {
        let retired = if is_retired { Self::RETIRED } else { 0 };
        Self(retired | (source as u64) << 32 | index as u64)
    }

    pub(super) const fn from_number(number: u64) -> Self {
        Self(number)
    }

    pub(super) const fn number(self) -> u64 {
        self.0
    }

    #[allow(clippy::cast_possible_truncation)] // Both were a `usize`.
    pub(super) const fn source(self) -> usize {
        (self.0 << 1 >> 33) as usize
    }

    #[allow(clippy::cast_possible_truncation)]
    const fn index(self) -> usize {
        (self.0 << 32 >> 32) as usize
    }

    pub(super) const fn is_retired(self) -> bool {
        self.0 & Self::RETIRED != 0
    }
}

impl Sources {
    pub(super) const fn entry(&self, place: Place) -> Entry {
        self.segments[place.source()].entry(place.index(), self.owner)
    }

    /// The facts of a code in use.
    pub(super) const fn spec(&self, place: Place) -> Option<&'static CodeSpec> {
        self.segments[place.source()].spec(place.index())
    }

    /// Whether the type itself has the entries of a source.
    pub(super) const fn is_own(&self, source: usize) -> bool {
        matches!(self.segments[source], Segment::Own(_) | Segment::Retired(_))
    }

    /// Whether two sources belong to one type, which compares them when it is defined.
    pub(super) const fn are_one(&self, a: usize, b: usize) -> bool {
        a == b || self.is_own(a) && self.is_own(b)
    }

    /// Whether a source has this entry.
    pub(super) const fn has(&self, source: usize, wanted: &Entry) -> bool {
        let segment = &self.segments[source];
        let mut index = 0;
        while index < segment.len() {
            if segment.entry(index, self.owner).is(wanted) {
                return true;
            }
            index += 1;
        }
        false
    }
}

impl Segment {
    pub(super) const fn len(&self) -> usize {
        match self {
            Self::Own(specs) => specs.len(),
            Self::Inner(codes) => codes.entries_len(),
            Self::Retired(codes) => codes.len(),
        }
    }

    pub(super) const fn entry(&self, index: usize, owner: Owner) -> Entry {
        match *self {
            Self::Own(specs) => Entry::used(&specs[index], owner),
            Self::Inner(codes) => codes.entry(index),
            Self::Retired(codes) => Entry::retired(codes[index], owner),
        }
    }

    const fn spec(&self, index: usize) -> Option<&'static CodeSpec> {
        match *self {
            Self::Own(specs) => Some(&specs[index]),
            Self::Inner(codes) => codes.spec(index),
            Self::Retired(_) => None,
        }
    }

    /// The rows with which it begins, and of which it mostly has no more.
    pub(super) const fn specs(&self) -> &'static [CodeSpec] {
        match *self {
            Self::Own(specs) => specs,
            Self::Inner(Codes { list: List::Own { specs, .. }, .. }) => specs,
            Self::Inner(_) | Self::Retired(_) => &[],
        }
    }

    /// The hash of an entry, and whether it is a retired code.
    pub(super) const fn hash(&self, index: usize) -> (u64, bool) {
        match *self {
            Self::Own(specs) => (specs[index].hash(), false),
            Self::Inner(codes) => codes.hash(index),
            Self::Retired(codes) => (spec::hash(codes[index]), true),
        }
    }

    /// Whether its entries were compared with each other when their type was defined.
    pub(super) const fn is_settled(&self) -> bool {
        !matches!(self, Self::Inner(Codes { list: List::Tree(_), .. }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_a_number() {
        for (source, index) in [(0, 0), (7, 9), (0x7fff_ffff, 0xffff_ffff)] {
            for is_retired in [false, true] {
                let place = Place::from_number(Place::new(source, index, is_retired).number());
                assert_eq!((place.source(), place.index()), (source, index));
                assert_eq!(place.is_retired(), is_retired);
            }
        }
    }
}
