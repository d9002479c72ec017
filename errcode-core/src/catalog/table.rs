//! Finds duplicate codes at compile time.
//!
//! The derive, for an enum with `transparent` variants, and `catalog!` list several [`Codes`] and evaluate:
//!
//! ```text
//! Sources ── in order of declaration ──▶ Table: a hash table of numbers, and for each entry whether it is unique, a
//!     repetition of one (the same type reached by two ways) or a duplicate of one
//! ```
//!
//! All of it runs in const evaluation: no allocation, no traits, loops by index. A table holds numbers alone, as the
//! compiler moves every pointer of a constant one by one. The compiler reports one error for each constant that
//! panics, so each source has a constant, and its text lists all its duplicates.

#![allow(clippy::must_use_candidate)] // Called by generated code alone, which uses what it asks for.

use super::{
    codes::{Codes, List, Segment},
    entry::Entry,
    report,
};
use crate::CodeSpec;

/// What is compared: the codes of a type itself, and those of other types.
#[derive(Clone, Copy)]
pub struct Sources {
    own: &'static Codes,
    segments: &'static [Segment],
}

/// The sources of a type with transparent variants.
pub const fn sources(own: &'static Codes, segments: &'static [Segment]) -> Sources {
    Sources { own, segments }
}

/// The sources of a catalog.
pub const fn listed(segments: &'static [Segment]) -> Sources {
    const NOTHING: &Codes = &super::codes::own(super::owner::owner("", "", "", ""), &[], &[]);
    sources(NOTHING, segments)
}

impl Sources {
    /// The number of sources: the segments, and the retired codes of the type itself.
    const fn len(&self) -> usize {
        self.segments.len() + 1
    }

    /// The number of entries of a source.
    const fn len_of(&self, source: usize) -> usize {
        if source == self.segments.len() {
            return self.own.retired.len();
        }
        match self.segments[source] {
            Segment::Own(specs) => specs.len(),
            Segment::Inner(codes) => codes.entries_len(),
        }
    }

    const fn entry(&self, source: usize, index: usize) -> Entry {
        if source == self.segments.len() {
            return Entry::retired(self.own.retired[index], self.own.owner);
        }
        match self.segments[source] {
            Segment::Own(specs) => Entry::used(&specs[index], self.own.owner),
            Segment::Inner(codes) => match codes.at(index) {
                (owner, Ok(spec)) => Entry::used(spec, owner),
                (owner, Err(retired)) => Entry::retired(retired, owner),
            },
        }
    }

    /// The hash of an entry and whether it is in use, without the cost of all of it.
    const fn hash(&self, source: usize, index: usize) -> (u64, bool) {
        if let Some(specs) = self.specs(source)
            && index < specs.len()
        {
            return (specs[index].hash(), true);
        }
        let entry = self.entry(source, index);
        (entry.hash, entry.spec.is_some())
    }

    /// The codes in use of a source that is one type.
    const fn specs(&self, source: usize) -> Option<&'static [CodeSpec]> {
        if source == self.segments.len() {
            return None;
        }
        match self.segments[source] {
            Segment::Own(specs) => Some(specs),
            Segment::Inner(codes) => match codes.list {
                List::Own(specs) => Some(specs),
                List::Flat(_) | List::Tree(_) => None,
            },
        }
    }

    /// Whether the entries of a source were compared with each other when its type was defined.
    const fn is_settled(&self, source: usize) -> bool {
        if source == self.segments.len() {
            return true;
        }
        match self.segments[source] {
            Segment::Own(_) => true,
            Segment::Inner(codes) => !matches!(codes.list, List::Tree(_)),
        }
    }

    /// Whether two sources belong to one type, which compares them when it is defined.
    const fn are_one(&self, a: usize, b: usize) -> bool {
        a == b || self.is_own(a) && self.is_own(b)
    }

    const fn is_own(&self, source: usize) -> bool {
        source == self.segments.len() || matches!(self.segments[source], Segment::Own(_))
    }

    /// Whether a source has this entry.
    const fn has(&self, source: usize, wanted: &Entry) -> bool {
        let mut index = 0;
        while index < self.len_of(source) {
            if self.entry(source, index).is(wanted) {
                return true;
            }
            index += 1;
        }
        false
    }
}

/// The number of entries of `sources`: the `N` of their [`Table`].
pub const fn count(sources: Sources) -> usize {
    let mut total = 0;
    let mut source = 0;
    while source < sources.len() {
        total += sources.len_of(source);
        source += 1;
    }
    total
}

/// The number of slots of a hash table of `entries`: a power of two, at most half of them taken.
pub const fn slots(entries: usize) -> usize {
    (2 * entries + 1).next_power_of_two()
}

/// Every entry of some sources, compared with every other.
pub struct Table<const N: usize, const SLOTS: usize> {
    sources: Sources,
    /// The source and index of each entry.
    places: [(u32, u32); N],
    hashes: [u64; N],
    outcomes: [Outcome; N],
    /// Positions of entries, plus one, by hash; a slot that is taken is passed over.
    slots: [u32; SLOTS],
    repeats: usize,
    /// The unique codes in use.
    used: usize,
    /// The unique retired codes.
    retired: usize,
    duplicates: usize,
}

#[derive(Clone, Copy)]
enum Outcome {
    Unique,
    /// The same entry by another way.
    Repeat,
    /// A duplicate that is reported elsewhere.
    Known,
    /// A duplicate of the entry at this position.
    Duplicate(u32),
}

#[allow(clippy::cast_possible_truncation)] // Nobody has four billion codes.
impl<const N: usize, const SLOTS: usize> Table<N, SLOTS> {
    /// Compares the entries of `sources`.
    pub const fn new(sources: Sources) -> Self {
        let mut table = Self {
            sources,
            places: [(0, 0); N],
            hashes: [0; N],
            outcomes: [Outcome::Unique; N],
            slots: [0; SLOTS],
            repeats: 0,
            used: 0,
            retired: 0,
            duplicates: 0,
        };
        let mut position = 0;
        let mut source = 0;
        while source < sources.len() {
            let len = sources.len_of(source);
            let mut index = 0;
            while index < len {
                table.places[position] = (source as u32, index as u32);
                let (hash, is_used) = sources.hash(source, index);
                let outcome = table.insert(position, hash);
                table.outcomes[position] = outcome;
                match outcome {
                    Outcome::Unique if is_used => table.used += 1,
                    Outcome::Unique => table.retired += 1,
                    Outcome::Repeat => table.repeats += 1,
                    Outcome::Known => {}
                    Outcome::Duplicate(_) => table.duplicates += 1,
                }
                position += 1;
                index += 1;
            }
            source += 1;
        }
        table
    }

    const fn insert(&mut self, position: usize, hash: u64) -> Outcome {
        self.hashes[position] = hash;
        let mut outcome = Outcome::Unique;
        let mut slot = hash as usize & (SLOTS - 1);
        while self.slots[slot] != 0 {
            let earlier = self.slots[slot] as usize - 1;
            if self.hashes[earlier] == hash {
                match (self.compare(position, earlier), outcome) {
                    (Outcome::Repeat, _) => return Outcome::Repeat,
                    (Outcome::Unique, _) | (_, Outcome::Duplicate(_)) => {}
                    (found, _) => outcome = found,
                }
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
        self.slots[slot] = position as u32 + 1;
        if let Outcome::Duplicate(earlier) = outcome
            && self.is_own(position)
        {
            // An error has a place at a type that is listed, not at the type's own codes.
            self.outcomes[earlier as usize] = Outcome::Duplicate(position as u32);
            self.duplicates += 1;
            return Outcome::Known;
        }
        outcome
    }

    /// What the entry at `position` is to an earlier one with the same hash.
    #[cold]
    const fn compare(&self, position: usize, earlier: usize) -> Outcome {
        let (entry, other) = (&self.entry(position), self.entry(earlier));
        if !crate::const_str::same(entry.code, other.code) {
            return Outcome::Unique;
        }
        if entry.is(&other) {
            return Outcome::Repeat;
        }
        if entry.is_compatible_with(&other) {
            return Outcome::Unique;
        }
        let (here, there) = (self.source_of(position), self.source_of(earlier));
        let sources = &self.sources;
        let is_known = sources.is_settled(here)
            && (sources.are_one(here, there) || sources.has(here, &other))
            || sources.is_settled(there) && sources.has(there, entry);
        if is_known { Outcome::Known } else { Outcome::Duplicate(earlier as u32) }
    }

    const fn is_own(&self, position: usize) -> bool {
        self.sources.is_own(self.source_of(position))
    }

    const fn source_of(&self, position: usize) -> usize {
        self.places[position].0 as usize
    }

    const fn entry(&self, position: usize) -> Entry {
        let (source, index) = self.places[position];
        self.sources.entry(source as usize, index as usize)
    }

    /// The number of entries, each once.
    pub const fn entries_len(&self) -> usize {
        N - self.repeats
    }

    /// The entries, each once, in the order of declaration. None of them is `None`: the compiler fills empty places
    /// faster than it replaces pointers.
    pub const fn entries<const LEN: usize>(&self) -> [Option<Entry>; LEN] {
        let mut entries = [None; LEN];
        let (mut position, mut next) = (0, 0);
        while position < N {
            if !matches!(self.outcomes[position], Outcome::Repeat) {
                entries[next] = Some(self.entry(position));
                next += 1;
            }
            position += 1;
        }
        entries
    }

    /// The number of codes in use.
    pub const fn specs_len(&self) -> usize {
        self.used
    }

    /// The codes in use, in the order of declaration; none of them is `None`.
    pub const fn specs<const LEN: usize>(&self) -> [Option<&'static CodeSpec>; LEN] {
        let mut specs = [None; LEN];
        let (mut position, mut next) = (0, 0);
        while next < LEN && position < N {
            if matches!(self.outcomes[position], Outcome::Unique) {
                let (source, index) =
                    (self.places[position].0 as usize, self.places[position].1 as usize);
                let spec = match self.sources.specs(source) {
                    Some(own) if index < own.len() => Some(&own[index]),
                    _ => self.entry(position).spec,
                };
                if spec.is_some() {
                    specs[next] = spec;
                    next += 1;
                }
            }
            position += 1;
        }
        specs
    }

    /// The number of retired codes.
    pub const fn retired_len(&self) -> usize {
        self.retired
    }

    /// The retired codes, in the order of declaration.
    pub const fn retired_codes<const LEN: usize>(&self) -> [&'static str; LEN] {
        let mut codes = [""; LEN];
        let (mut position, mut next) = (0, 0);
        while next < LEN && position < N {
            let entry = self.entry(position);
            if matches!(self.outcomes[position], Outcome::Unique) && entry.spec.is_none() {
                codes[next] = entry.code;
                next += 1;
            }
            position += 1;
        }
        codes
    }

    /// The length of [`report`](Self::report); 0 if the source has no duplicate of an entry before it.
    pub const fn report_len(&self, source: usize) -> usize {
        self.write_report(source, &mut [])
    }

    /// What to tell the author of a list about one of its sources: a line for each duplicate.
    pub const fn report<const LEN: usize>(&self, source: usize) -> [u8; LEN] {
        let mut text = [b' '; LEN];
        self.write_report(source, &mut text);
        text
    }

    const fn write_report(&self, source: usize, into: &mut [u8]) -> usize {
        if self.duplicates == 0 {
            return 0;
        }
        let mut report = report::Report::new(into);
        let mut position = self.start_of(source);
        while position < N && self.source_of(position) == source {
            if let Outcome::Duplicate(first) = self.outcomes[position] {
                let first = first as usize;
                let (a, b) = if first < position { (first, position) } else { (position, first) };
                report.duplicate(&self.entry(a), &self.entry(b));
            }
            position += 1;
        }
        report.end()
    }

    /// Where the entries of a source begin.
    const fn start_of(&self, source: usize) -> usize {
        let (mut from, mut to) = (0, N);
        while from < to {
            let middle = from.midpoint(to);
            if self.source_of(middle) < source {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        from
    }
}

#[cfg(test)]
mod tests {
    use http::StatusCode;
    use proptest::prelude::*;

    use super::*;
    use crate::catalog::{own, owner};

    /// A type, of which there may be another by the same name.
    fn a_type(origin: usize, specs: Vec<CodeSpec>, retired: Vec<&'static str>) -> &'static Codes {
        let origin = Box::leak(origin.to_string().into_boxed_str());
        let retired = retired.leak();
        Box::leak(Box::new(own(owner("Type", origin, "", ""), specs.leak(), retired)))
    }

    fn outcomes<const N: usize>(types: &[&'static Codes]) -> [Option<usize>; N] {
        let segments: Vec<Segment> = types.iter().map(|codes| Segment::Inner(codes)).collect();
        let table = Table::<N, 256>::new(listed(segments.leak()));
        assert_eq!(count(table.sources), N);
        table.outcomes.map(|outcome| match outcome {
            Outcome::Unique => None,
            Outcome::Repeat | Outcome::Known => Some(usize::MAX),
            Outcome::Duplicate(other) => Some(other as usize),
        })
    }

    const fn spec(code: &'static str) -> CodeSpec {
        CodeSpec::new(code, StatusCode::GONE)
    }

    #[test]
    fn codes_with_the_same_hash_are_told_apart() {
        let of = |origin, code| a_type(origin, vec![spec(code).with_hash(7)], vec![]);
        let types = [of(0, "X"), of(1, "Y"), of(2, "Z"), of(3, "Y")];
        assert_eq!(outcomes(&types), [None, None, None, Some(1)]);
    }

    #[test]
    fn the_same_type_by_another_way_is_a_repetition() {
        let of = |status| {
            let status = StatusCode::from_u16(status).unwrap();
            a_type(0, vec![CodeSpec::new("X", status)], vec![])
        };
        assert_eq!(outcomes(&[of(404), of(404)]), [None, Some(usize::MAX)]);
        // Types that say different things are different, whatever else they share.
        assert_eq!(outcomes(&[of(404), of(503)]), [None, Some(0)]);
        let retires = a_type(0, vec![], vec!["X"]);
        assert_eq!(outcomes(&[of(404), retires]), [None, Some(0)]);
    }

    #[derive(Debug, Clone)]
    struct Use {
        origin: usize,
        code: usize,
        is_shared: bool,
        is_retired: bool,
    }

    const CODES: [&str; 5] = ["A", "B", "C", "D", "E"];

    fn a_use() -> impl Strategy<Value = Use> {
        (0..6_usize, 0..5_usize, any::<bool>(), proptest::bool::weighted(0.2)).prop_map(
            |(origin, code, is_shared, is_retired)| Use { origin, code, is_shared, is_retired },
        )
    }

    proptest! {
        /// Each type here has one code, so a catalog of them has to tell all there is to tell.
        #[test]
        fn a_naive_search_finds_the_same(uses in proptest::collection::vec(a_use(), 12)) {
            let types: Vec<_> = uses.iter().map(|the| {
                let code = CODES[the.code];
                // The same origin says the same.
                let origin = the.origin * 100 + the.code * 10 + usize::from(the.is_shared) * 2 + usize::from(the.is_retired);
                match (the.is_retired, the.is_shared) {
                    (true, _) => a_type(origin, vec![], vec![code]),
                    (false, true) => a_type(origin, vec![spec(code).with_shared()], vec![]),
                    (false, false) => a_type(origin, vec![spec(code)], vec![]),
                }
            }).collect();
            let found = outcomes::<12>(&types);
            for (index, the) in uses.iter().enumerate() {
                let same = |other: &Use| {
                    (other.origin, other.code, other.is_shared, other.is_retired)
                        == (the.origin, the.code, the.is_shared, the.is_retired)
                };
                let clashes = |other: &Use| {
                    let may_share = the.is_shared && other.is_shared && !the.is_retired && !other.is_retired;
                    other.code == the.code && !same(other) && !may_share
                };
                let before = &uses[..index];
                let expected_repeat = before.iter().any(same);
                let expected_duplicate = !expected_repeat && before.iter().any(clashes);
                match found[index] {
                    None => prop_assert!(!expected_repeat && !expected_duplicate),
                    Some(usize::MAX) => prop_assert!(expected_repeat),
                    Some(other) => prop_assert!(expected_duplicate && clashes(&uses[other])),
                }
            }
        }
    }
}
