//! Finds codes that are used twice, while compiling.
//!
//! `catalog!`, and the derive for an enum with `transparent` variants, list several [`Codes`] and evaluate:
//!
//! ```text
//! sources: &[Codes] ── gather ──▶ entries in order of declaration ── sort by hash ──▶ Table: each entry is
//!     first, a repetition of one (the same enum reached by two ways), or in clash with one
//! ```
//!
//! All of it runs in const evaluation: no allocation, no traits, loops by index. The compiler gives a lint for
//! each source with clashes, so the text is made for one source at a time.

#![allow(clippy::must_use_candidate)] // Called by generated code alone, which uses what it asks for.

use crate::{Catalog, CodeSpec, Codes, private::Segment, spec};

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

#[derive(Clone, Copy)]
enum Verdict {
    First,
    Repeats,
    /// With the entry of this index.
    Clashes(usize),
}

/// Every entry of a list of sources, compared with every other.
pub struct Table<const N: usize> {
    entries: [Entry; N],
    /// Indices of `entries` by hash; equal hashes in order of declaration.
    sorted: [usize; N],
    verdicts: [Verdict; N],
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
        let sorted = sort(&entries);
        let verdicts = judge(&entries, &sorted);
        Self { entries, sorted, verdicts }
    }

    /// The number of distinct codes in use.
    pub const fn live(&self) -> usize {
        self.firsts(true)
    }

    /// The number of distinct retired codes.
    pub const fn retired(&self) -> usize {
        self.firsts(false)
    }

    const fn firsts(&self, live: bool) -> usize {
        let mut count = 0;
        let mut at = 0;
        while at < N {
            if self.is_first(at, live) {
                count += 1;
            }
            at += 1;
        }
        count
    }

    const fn is_first(&self, at: usize, live: bool) -> bool {
        matches!(self.verdicts[at], Verdict::First) && self.entries[at].spec.is_some() == live
    }

    /// The codes in use, in the order of declaration.
    pub const fn specs<const LIVE: usize>(&self) -> [&'static CodeSpec; LIVE] {
        const PLACEHOLDER: &CodeSpec = &CodeSpec::new("", http::StatusCode::OK);
        let mut specs = [PLACEHOLDER; LIVE];
        let (mut at, mut next) = (0, 0);
        while at < N {
            if let (true, Some(spec)) = (self.is_first(at, true), self.entries[at].spec) {
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
        while at < N {
            if self.is_first(at, false) {
                codes[next] = self.entries[at].code;
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

    const fn compose(&self, source: usize, text: &mut [u8]) -> usize {
        let mut end = 0;
        let mut at = 0;
        while at < N {
            if let Verdict::Clashes(first) = self.verdicts[at]
                && self.entries[at].source == source
            {
                if end > 0 {
                    end = write(text, end, "\n");
                }
                end = compose_clash(&self.entries[first], &self.entries[at], text, end);
            }
            at += 1;
        }
        end
    }
}

const fn gather<const N: usize>(sources: &'static [Codes]) -> [Entry; N] {
    const NOBODY: &Codes =
        &Codes { name: "", origin: "", location: "", segments: &[], retired: &[], checked: true };
    let nothing = Entry { code: "", hash: 0, spec: None, owner: NOBODY, source: 0, settled: true };
    let mut entries = [nothing; N];
    let mut next = 0;
    let mut source = 0;
    while source < sources.len() {
        let settled = sources[source].checked;
        next = gather_from(&sources[source], source, settled, &mut entries, next);
        source += 1;
    }
    entries
}

const fn gather_from(
    owner: &'static Codes,
    source: usize,
    settled: bool,
    entries: &mut [Entry],
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
                    entries[next] = Entry { code, hash, spec: Some(spec), owner, source, settled };
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
        entries[next] = Entry { code, hash, spec: None, owner, source, settled };
        next += 1;
        at += 1;
    }
    next
}

/// A merge sort by hash, from the bottom up; stable, so equal hashes keep the order of declaration.
const fn sort<const N: usize>(entries: &[Entry; N]) -> [usize; N] {
    let mut from = [(0, 0); N];
    let mut at = 0;
    while at < N {
        from[at] = (entries[at].hash, at);
        at += 1;
    }
    let mut to = from;
    let mut width = 1;
    while width < N {
        let mut start = 0;
        while start < N {
            merge(&from, &mut to, start, width);
            start += 2 * width;
        }
        (from, to) = (to, from);
        width *= 2;
    }
    let mut sorted = [0; N];
    at = 0;
    while at < N {
        sorted[at] = from[at].1;
        at += 1;
    }
    sorted
}

/// Merges the two runs of `width` that begin at `start`.
const fn merge<const N: usize>(
    from: &[(u64, usize); N],
    to: &mut [(u64, usize); N],
    start: usize,
    width: usize,
) {
    let middle = if start + width < N { start + width } else { N };
    let end = if start + 2 * width < N { start + 2 * width } else { N };
    let (mut left, mut right, mut at) = (start, middle, start);
    while at < end {
        if left < middle && (right == end || from[left].0 <= from[right].0) {
            to[at] = from[left];
            left += 1;
        } else {
            to[at] = from[right];
            right += 1;
        }
        at += 1;
    }
}

const fn judge<const N: usize>(entries: &[Entry; N], sorted: &[usize; N]) -> [Verdict; N] {
    let mut verdicts = [Verdict::First; N];
    let mut start = 0;
    while start < N {
        let hash = entries[sorted[start]].hash;
        let mut end = start + 1;
        while end < N && entries[sorted[end]].hash == hash {
            verdicts[sorted[end]] = judge_one(entries, sorted, start, end);
            end += 1;
        }
        start = end;
    }
    verdicts
}

/// Compares the entry at `at` of `sorted` with those from `start` on, which have its hash.
const fn judge_one<const N: usize>(
    entries: &[Entry; N],
    sorted: &[usize; N],
    start: usize,
    at: usize,
) -> Verdict {
    let entry = &entries[sorted[at]];
    let mut verdict = Verdict::First;
    let mut other = start;
    while other < at {
        let earlier = &entries[sorted[other]];
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

const fn same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len() != b.len() {
        return false;
    }
    let mut at = 0;
    while at < a.len() {
        if a[at] != b[at] {
            return false;
        }
        at += 1;
    }
    true
}

/// Copies `piece` to `text` if there is room; returns where it would end.
const fn write(text: &mut [u8], start: usize, piece: &str) -> usize {
    let piece = piece.as_bytes();
    let end = start + piece.len();
    if end <= text.len() {
        let mut at = 0;
        while at < piece.len() {
            text[start + at] = piece[at];
            at += 1;
        }
    }
    end
}

const fn write_all(text: &mut [u8], mut end: usize, pieces: &[&str]) -> usize {
    let mut at = 0;
    while at < pieces.len() {
        end = write(text, end, pieces[at]);
        at += 1;
    }
    end
}

const fn compose_clash(first: &Entry, second: &Entry, text: &mut [u8], end: usize) -> usize {
    let code = first.code;
    match (first.spec, second.spec) {
        (Some(a), Some(b)) => write_all(
            text,
            end,
            &[
                "code `",
                code,
                "` is used twice: by `",
                a.variant(),
                "` (",
                a.location(),
                ") and by `",
                b.variant(),
                "` (",
                b.location(),
                "); write another code at one of them",
            ],
        ),
        (None, None) => write_all(
            text,
            end,
            &[
                "code `",
                code,
                "` is retired twice: by `",
                first.owner.name,
                "` (",
                first.owner.location,
                ") and by `",
                second.owner.name,
                "` (",
                second.owner.location,
                "); keep it in the `retired(...)` of one of them",
            ],
        ),
        (Some(spec), None) => compose_revival(spec, second.owner, text, end),
        (None, Some(spec)) => compose_revival(spec, first.owner, text, end),
    }
}

const fn compose_revival(spec: &CodeSpec, owner: &Codes, text: &mut [u8], end: usize) -> usize {
    write_all(
        text,
        end,
        &[
            "code `",
            spec.code(),
            "` is used by `",
            spec.variant(),
            "` (",
            spec.location(),
            "), but `",
            owner.name,
            "` (",
            owner.location,
            ") has retired it: clients may still know its old meaning; write a new code at `",
            spec.variant(),
            "`",
        ],
    )
}

/// Fails the build with the text of some clashes, where the call stands.
///
/// # Panics
///
/// Always: in const evaluation, a panic is an error of the compiler's.
#[track_caller]
pub const fn fail(clashes: &[u8]) {
    match core::str::from_utf8(clashes) {
        Ok(text) => panic!("{}", text),
        Err(_) => panic!("codes are used twice"),
    }
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
