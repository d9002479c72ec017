//! Finds codes that are used twice, while compiling.
//!
//! `catalog!`, and the derive for an enum with `transparent` variants, list several [`Codes`] and evaluate:
//!
//! ```text
//! sources: &[Codes] ── gather ──▶ entries in order of declaration ── sort by hash ──▶ Table: each entry is
//!     first, a repetition of one (the same enum reached by two ways), or in clash with one
//! ```
//!
//! All of it runs in const evaluation: no allocation, no traits, loops by index. The compiler reports
//! one error for each constant that panics, so each source has a constant and its text lists all its clashes.

#![allow(clippy::must_use_candidate)] // Called by generated code alone, which uses what it asks for.

mod sort;
mod text;

use crate::{Catalog, CodeSpec, Codes, codes::Segment, const_str::same, spec};

pub use text::fail;

/// A code in use, or a retired one.
#[derive(Clone, Copy)]
struct Entry {
    code: &'static str,
    hash: u64,
    /// The variant; `None` for a retired code.
    spec: Option<&'static CodeSpec>,
    /// The enum that says so.
    owner: &'static Codes,
    /// Which of the listed sources it was reached from.
    source: usize,
    /// Whether that source was compared within itself when it was defined, as all but generic enums are.
    settled: bool,
}

/// Entries in the order of declaration.
///
/// They are put into empty places: the compiler keeps a sorted list of the pointers in a constant, and replacing
/// one in the middle of ten thousand moves the rest.
struct Entries<const N: usize>([Option<Entry>; N]);

impl<const N: usize> Entries<N> {
    const fn get(&self, at: usize) -> &Entry {
        match &self.0[at] {
            Some(entry) => entry,
            None => NOTHING,
        }
    }
}

/// What stands in an empty place; `gather` leaves none.
const NOTHING: &Entry = &Entry {
    code: "",
    hash: 0,
    spec: None,
    owner: &Codes {
        name: "",
        origin: "",
        location: "",
        segments: &[],
        retired: &[],
        checked: true,
    },
    source: 0,
    settled: true,
};

#[derive(Clone, Copy)]
enum Verdict {
    First,
    Repeats,
    /// With the entry of this index.
    Clashes(usize),
}

/// Every entry of a list of sources, compared with every other.
pub struct Table<const N: usize> {
    entries: Entries<N>,
    /// Indices of `entries` by hash; equal hashes in order of declaration.
    sorted: [usize; N],
    verdicts: [Verdict; N],
    /// The number of distinct codes in use.
    live: usize,
    /// The number of distinct retired codes.
    retired: usize,
}

/// The number of entries that `sources` make: the `N` of their [`Table`].
pub const fn count(sources: &[Codes]) -> usize {
    let mut total = 0;
    let mut at = 0;
    while at < sources.len() {
        total += entries_of(&sources[at]);
        at += 1;
    }
    total
}

const fn entries_of(codes: &Codes) -> usize {
    let mut total = codes.retired.len();
    let mut at = 0;
    while at < codes.segments.len() {
        total += match codes.segments[at] {
            Segment::Own(specs) => specs.len(),
            Segment::Inner(inner) => entries_of(inner),
        };
        at += 1;
    }
    total
}

impl<const N: usize> Table<N> {
    /// Gathers, sorts and compares the entries of `sources`.
    pub const fn new(sources: &'static [Codes]) -> Self {
        let entries = gather::<N>(sources);
        let sorted = sort::by_hash(&entries);
        let verdicts = judge(&entries, &sorted);
        let (mut live, mut retired) = (0, 0);
        let mut at = 0;
        while at < N {
            match (verdicts[at], entries.get(at).spec) {
                (Verdict::First, Some(_)) => live += 1,
                (Verdict::First, None) => retired += 1,
                (Verdict::Repeats | Verdict::Clashes(_), _) => {}
            }
            at += 1;
        }
        Self { entries, sorted, verdicts, live, retired }
    }

    /// The number of distinct codes in use.
    pub const fn live(&self) -> usize {
        self.live
    }

    /// The number of distinct retired codes.
    pub const fn retired(&self) -> usize {
        self.retired
    }

    const fn is_first(&self, at: usize, live: bool) -> bool {
        matches!(self.verdicts[at], Verdict::First) && self.entries.get(at).spec.is_some() == live
    }

    /// The codes in use, in the order of declaration.
    pub const fn specs<const LIVE: usize>(&self) -> [&'static CodeSpec; LIVE] {
        const PLACEHOLDER: &CodeSpec = &CodeSpec::new("", http::StatusCode::OK);
        let mut specs = [PLACEHOLDER; LIVE];
        let (mut at, mut next) = (0, 0);
        while next < LIVE {
            if let (true, Some(spec)) = (self.is_first(at, true), self.entries.get(at).spec) {
                specs[next] = spec;
                next += 1;
            }
            at += 1;
        }
        specs
    }

    /// Indices into [`specs`](Self::specs), by hash.
    pub const fn by_hash<const LIVE: usize>(&self) -> [usize; LIVE] {
        let mut position = [0; N];
        let (mut at, mut next) = (0, 0);
        while at < N {
            position[at] = next;
            next += self.is_first(at, true) as usize;
            at += 1;
        }
        let mut by_hash = [0; LIVE];
        (at, next) = (0, 0);
        while at < N {
            let entry = self.sorted[at];
            if self.is_first(entry, true) {
                by_hash[next] = position[entry];
                next += 1;
            }
            at += 1;
        }
        by_hash
    }

    /// The retired codes, in the order of declaration.
    pub const fn retired_codes<const RETIRED: usize>(&self) -> [&'static str; RETIRED] {
        let mut codes = [""; RETIRED];
        let (mut at, mut next) = (0, 0);
        while next < RETIRED {
            if self.is_first(at, false) {
                codes[next] = self.entries.get(at).code;
                next += 1;
            }
            at += 1;
        }
        codes
    }

    /// The length of [`clashes_of`](Self::clashes_of); 0 if that source clashes with none before it.
    pub const fn clashes_len(&self, source: usize) -> usize {
        self.compose(source, &mut [])
    }

    /// What to tell the author of a catalog about one of its sources: a line for each clash.
    pub const fn clashes_of<const LEN: usize>(&self, source: usize) -> [u8; LEN] {
        let mut text = [b' '; LEN];
        self.compose(source, &mut text);
        text
    }

    const fn compose(&self, source: usize, into: &mut [u8]) -> usize {
        let mut end = 0;
        let mut at = self.start_of(source);
        while at < N && self.entries.get(at).source == source {
            if let Verdict::Clashes(first) = self.verdicts[at] {
                if end > 0 {
                    end = text::write(into, end, "\n");
                }
                end = text::clash(self.entries.get(first), self.entries.get(at), into, end);
            }
            at += 1;
        }
        end
    }

    /// Where the entries of a source begin: they stand together, source by source.
    const fn start_of(&self, source: usize) -> usize {
        let (mut from, mut to) = (0, N);
        while from < to {
            let middle = from.midpoint(to);
            if self.entries.get(middle).source < source {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        from
    }
}

const fn gather<const N: usize>(sources: &'static [Codes]) -> Entries<N> {
    let mut entries = Entries([None; N]);
    let mut next = 0;
    let mut source = 0;
    while source < sources.len() {
        let settled = sources[source].checked;
        next = gather_from(&sources[source], source, settled, &mut entries.0, next);
        source += 1;
    }
    entries
}

const fn gather_from(
    owner: &'static Codes,
    source: usize,
    settled: bool,
    entries: &mut [Option<Entry>],
    mut next: usize,
) -> usize {
    let mut at = 0;
    while at < owner.segments.len() {
        match owner.segments[at] {
            Segment::Inner(inner) => next = gather_from(inner, source, settled, entries, next),
            Segment::Own(specs) => {
                let mut of = 0;
                while of < specs.len() {
                    let spec = &specs[of];
                    let (code, hash) = (spec.code(), spec.hash());
                    let spec = Some(spec);
                    entries[next] = Some(Entry { code, hash, spec, owner, source, settled });
                    next += 1;
                    of += 1;
                }
            }
        }
        at += 1;
    }
    at = 0;
    while at < owner.retired.len() {
        let code = owner.retired[at];
        let hash = spec::hash(code);
        entries[next] = Some(Entry { code, hash, spec: None, owner, source, settled });
        next += 1;
        at += 1;
    }
    next
}

const fn judge<const N: usize>(entries: &Entries<N>, sorted: &[usize; N]) -> [Verdict; N] {
    let mut verdicts = [Verdict::First; N];
    let mut start = 0;
    while start < N {
        let hash = entries.get(sorted[start]).hash;
        let mut end = start + 1;
        while end < N && entries.get(sorted[end]).hash == hash {
            verdicts[sorted[end]] = judge_one(entries, sorted, start, end);
            end += 1;
        }
        start = end;
    }
    verdicts
}

/// Compares the entry at `at` of `sorted` with those from `start` on, which have its hash.
const fn judge_one<const N: usize>(
    entries: &Entries<N>,
    sorted: &[usize; N],
    start: usize,
    at: usize,
) -> Verdict {
    let entry = entries.get(sorted[at]);
    let mut verdict = Verdict::First;
    let mut other = start;
    while other < at {
        let earlier = entries.get(sorted[other]);
        if same(earlier.code, entry.code) {
            if same(earlier.owner.origin, entry.owner.origin) {
                return Verdict::Repeats;
            }
            let known = earlier.source == entry.source && entry.settled;
            if matches!(verdict, Verdict::First) && !known {
                verdict = Verdict::Clashes(sorted[other]);
            }
        }
        other += 1;
    }
    verdict
}

/// What to compare for an enum with transparent variants: its own codes, then each tree it passes on.
///
/// `N` is one more than the number of transparent variants of `tree`.
pub const fn tree_sources<const N: usize>(own: Codes, tree: &'static Codes) -> [Codes; N] {
    let mut sources = [own; N];
    let (mut at, mut next) = (0, 1);
    while at < tree.segments.len() {
        if let Segment::Inner(inner) = tree.segments[at] {
            sources[next] = *inner;
            next += 1;
        }
        at += 1;
    }
    sources
}

/// A catalog over the entries of `table`, whose columns the caller has made constants.
pub const fn catalog(
    specs: &'static [&'static CodeSpec],
    by_hash: &'static [usize],
    retired: &'static [&'static str],
) -> Catalog {
    Catalog { specs, by_hash, retired }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OWNERS: [Codes; 3] = [owner("a"), owner("b"), owner("c")];

    const fn owner(origin: &'static str) -> Codes {
        Codes { name: origin, origin, location: "", segments: &[], retired: &[], checked: true }
    }

    pub(super) fn entry(code: &'static str, hash: u64) -> Entry {
        Entry { code, hash, spec: None, owner: &OWNERS[0], source: 0, settled: true }
    }

    fn verdicts<const N: usize>(entries: [Entry; N]) -> [Option<usize>; N] {
        let entries = Entries(entries.map(Some));
        let verdicts = judge(&entries, &sort::by_hash(&entries));
        verdicts.map(|verdict| match verdict {
            Verdict::First => None,
            Verdict::Repeats => Some(usize::MAX),
            Verdict::Clashes(with) => Some(with),
        })
    }

    #[test]
    fn codes_with_the_same_hash_are_still_told_apart() {
        let of = |code, owner, source| Entry { owner: &OWNERS[owner], source, ..entry(code, 7) };
        let entries = [of("X", 0, 0), of("Y", 1, 1), of("Z", 2, 2), of("Y", 2, 2)];
        assert_eq!(verdicts(entries), [None, None, None, Some(1)]);
    }

    #[test]
    fn a_clash_within_a_source_is_left_to_its_definition_unless_that_is_generic() {
        let of = |owner, settled| Entry { owner: &OWNERS[owner], settled, ..entry("X", 7) };
        assert_eq!(verdicts([of(0, true), of(1, true)]), [None, None]);
        assert_eq!(verdicts([of(0, false), of(1, false)]), [None, Some(0)]);
    }

    #[test]
    fn the_same_type_by_another_way_only_repeats() {
        let of = |source| Entry { source, ..entry("X", 7) };
        assert_eq!(verdicts([of(0), of(0), of(1)]), [None, Some(usize::MAX), Some(usize::MAX)]);
    }
}
