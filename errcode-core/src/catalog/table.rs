//! Finds duplicate codes at compile time.
//!
//! The derive, for an enum with `transparent` variants, and `catalog!` list several [`Codes`] and evaluate:
//!
//! ```text
//! Sources ── in order of declaration ──▶ Table: a hash table of numbers, and for each entry whether it is unique, a
//!     repetition of one (the same type reached by two ways) or a duplicate of one
//! ```
//!
//! All of it runs in const evaluation: no allocation, no traits, loops by index. The compiler checks a constant with all
//! that it refers to, and a static without other statics: what is not a number is held by statics, so that the rows of
//! all types are not checked again for each step. A table holds arrays of numbers alone, which are checked at once. The compiler reports one error for each constant that
//! panics, so each source has a constant, and its text lists all its duplicates.

#![allow(clippy::must_use_candidate)] // Called by generated code alone, which uses what it asks for.

use super::{
    entry::Entry,
    report,
    segment::{Place, Sources},
};

/// The number of slots of a hash table of `entries`: a power of two, at most half of them taken.
pub const fn slots(entries: usize) -> usize {
    (2 * entries + 1).next_power_of_two()
}

/// Every entry of some sources, compared with every other. Those that are repetitions are left out.
pub struct Table<const N: usize, const SLOTS: usize> {
    sources: &'static Sources,
    /// The number of entries.
    len: usize,
    /// How many of them are retired.
    retired: usize,
    /// The [`Place`] of each.
    places: [u64; N],
    hashes: [u64; N],
    /// The position, plus one, of the entry of which this one is a duplicate.
    duplicate_of: [u32; N],
    duplicates: usize,
    /// Positions of entries, plus one, by hash; a slot that is taken is passed over.
    slots: [u32; SLOTS],
}

/// What an entry is to an earlier one with the same hash.
#[derive(Clone, Copy)]
enum Outcome {
    Unique,
    /// The same entry by another way.
    Repeat,
    /// A duplicate that is reported elsewhere.
    Known,
    Duplicate,
}

#[allow(clippy::cast_possible_truncation)] // Nobody has four billion codes.
impl<const N: usize, const SLOTS: usize> Table<N, SLOTS> {
    /// Compares the entries of `sources`.
    pub const fn new(sources: &'static Sources) -> Self {
        let mut table = Self {
            sources,
            len: 0,
            retired: 0,
            places: [0; N],
            hashes: [0; N],
            duplicate_of: [0; N],
            duplicates: 0,
            slots: [0; SLOTS],
        };
        let mut source = 0;
        while source < sources.segments.len() {
            let segment = sources.segments[source];
            let specs = segment.specs();
            let first = Place::new(source, 0, false).number();
            let mut index = 0;
            while index < specs.len() {
                // Nearly all entries are rows that find a free slot. They are done without a call: in const evaluation,
                // one costs as much as all of this.
                let hash = specs[index].__row.hash;
                let slot = hash as usize & (SLOTS - 1);
                if table.slots[slot] == 0 {
                    let position = table.len;
                    table.slots[slot] = position as u32 + 1;
                    table.places[position] = first + index as u64;
                    table.hashes[position] = hash;
                    table.len = position + 1;
                } else {
                    table.insert(Place::new(source, index, false), hash);
                }
                index += 1;
            }
            let len = segment.len();
            while index < len {
                let (hash, is_retired) = segment.hash(index);
                table.insert(Place::new(source, index, is_retired), hash);
                index += 1;
            }
            source += 1;
        }
        table
    }

    const fn insert(&mut self, place: Place, hash: u64) {
        let position = self.len;
        let mut duplicate_of = None;
        let mut slot = hash as usize & (SLOTS - 1);
        while self.slots[slot] != 0 {
            let earlier = self.slots[slot] as usize - 1;
            if self.hashes[earlier] == hash {
                match self.compare(place, self.place(earlier)) {
                    Outcome::Repeat => return,
                    Outcome::Duplicate if duplicate_of.is_none() => duplicate_of = Some(earlier),
                    Outcome::Unique | Outcome::Known | Outcome::Duplicate => {}
                }
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
        self.slots[slot] = position as u32 + 1;
        self.places[position] = place.number();
        self.hashes[position] = hash;
        self.len += 1;
        self.retired += place.is_retired() as usize;
        if let Some(earlier) = duplicate_of {
            self.duplicates += 1;
            // An error has a place at a type that is listed, not at the type's own codes.
            if self.sources.is_own(place.source()) {
                self.duplicate_of[earlier] = position as u32 + 1;
            } else {
                self.duplicate_of[position] = earlier as u32 + 1;
            }
        }
    }

    #[cold]
    const fn compare(&self, place: Place, earlier: Place) -> Outcome {
        let (entry, other) = (&self.sources.entry(place), &self.sources.entry(earlier));
        if !crate::const_str::same(entry.code, other.code) {
            return Outcome::Unique;
        }
        if entry.is(other) {
            return Outcome::Repeat;
        }
        if entry.is_compatible_with(other) {
            return Outcome::Unique;
        }
        let (here, there) = (place.source(), earlier.source());
        let sources = self.sources;
        let is_known = sources.segments[here].is_settled()
            && (sources.are_one(here, there) || sources.has(here, other))
            || sources.segments[there].is_settled() && sources.has(there, entry);
        if is_known { Outcome::Known } else { Outcome::Duplicate }
    }

    const fn place(&self, position: usize) -> Place {
        Place::from_number(self.places[position])
    }

    const fn entry(&self, position: usize) -> Entry {
        self.sources.entry(self.place(position))
    }

    /// The number of entries, each once.
    pub const fn entries_len(&self) -> usize {
        self.len
    }

    /// How many of them are in use, and not retired.
    pub const fn used_len(&self) -> usize {
        self.len - self.retired
    }

    /// The place of each entry, in the order of declaration.
    pub const fn places<const LEN: usize>(&self) -> [u64; LEN] {
        first(&self.places)
    }

    /// The hash of each entry.
    pub const fn hashes<const LEN: usize>(&self) -> [u64; LEN] {
        first(&self.hashes)
    }

    /// Positions of entries, plus one, by hash.
    pub const fn slots(&self) -> [u32; SLOTS] {
        self.slots
    }

    /// The length of [`report`](Self::report); 0 if the source has no duplicate of an entry before it.
    pub const fn report_len(&self, source: usize) -> usize {
        self.write_report(source, &mut [])
    }

    /// What to tell the author of a list about one of its sources: a line for each duplicate.
    pub const fn report<const LEN: usize>(&self, source: usize) -> [u8; LEN] {
        let mut text = [b' '; LEN];
        if LEN > 0 {
            self.write_report(source, &mut text);
        }
        text
    }

    const fn write_report(&self, source: usize, into: &mut [u8]) -> usize {
        if self.duplicates == 0 {
            return 0;
        }
        let mut report = report::Report::new(into);
        let mut position = self.start_of(source);
        while position < self.len && self.place(position).source() == source {
            if let Some(other) = self.duplicate_of[position].checked_sub(1) {
                let other = other as usize;
                let (a, b) = if other < position { (other, position) } else { (position, other) };
                report.duplicate(&self.entry(a), &self.entry(b));
            }
            position += 1;
        }
        report.end()
    }

    /// Where the entries of a source begin.
    const fn start_of(&self, source: usize) -> usize {
        let (mut from, mut to) = (0, self.len);
        while from < to {
            let middle = from.midpoint(to);
            if self.place(middle).source() < source {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        from
    }
}

/// The numbers at the beginning: all of them, but for repetitions. They are copied at once.
const fn first<const LEN: usize>(numbers: &[u64]) -> [u64; LEN] {
    match numbers.first_chunk() {
        Some(numbers) => *numbers,
        None => [0; LEN],
    }
}

#[cfg(test)]
mod tests {
    use http::StatusCode;
    use proptest::prelude::*;

    use super::*;
    use crate::{
        CodeSpec,
        catalog::{Codes, Segment, count, listed, own, owner},
    };

    /// A type, of which there may be another by the same name.
    fn a_type(origin: usize, specs: Vec<CodeSpec>, retired: Vec<&'static str>) -> &'static Codes {
        let origin = Box::leak(origin.to_string().into_boxed_str());
        let retired = retired.leak();
        Box::leak(Box::new(own(owner("Type", origin, "", ""), specs.leak(), retired)))
    }

    /// For each type, of one code each: `None` if it is unique, else the type that it is a duplicate of, or `MAX` if
    /// it is a repetition or is told of elsewhere.
    fn outcomes<const N: usize>(types: &[&'static Codes]) -> [Option<usize>; N] {
        let segments: Vec<Segment> = types.iter().map(|codes| Segment::Inner(codes)).collect();
        let sources = Box::leak(Box::new(listed(segments.leak())));
        assert_eq!(count(sources), N);
        let table = Table::<N, 256>::new(sources);
        let mut outcomes = [Some(usize::MAX); N];
        for position in 0..table.entries_len() {
            let other = table.duplicate_of[position].checked_sub(1);
            outcomes[table.place(position).source()] =
                other.map(|other| table.place(other as usize).source());
        }
        outcomes
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
