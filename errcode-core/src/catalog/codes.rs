use std::{iter::FusedIterator, panic::Location};

use super::{entry::Entry, merged::Merged, owner::Owner, segment::Segment};
use crate::{CodeSpec, const_str::same, spec, status};

/// An error type's codes, including those of the types in its `transparent` variants.
///
/// The derive implements it; a hand-written [`ApiError`](crate::ApiError) implements it with [`Codes::from_specs`].
/// `errcode::catalog!` takes types that have it. A tuple of such types has the codes of all.
///
/// ```
/// use errcode::{ApiError, ErrorCodes};
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// enum AuthError {
///     #[error("no key")]
///     #[api(code = "AUTH_MISSING_KEY", status = 401)]
///     MissingKey,
/// }
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// enum JobError {
///     #[error("no such job")]
///     #[api(code = "JOB_NOT_FOUND", status = 404)]
///     NotFound,
///     #[error(transparent)]
///     #[api(transparent)]
///     Auth(#[from] AuthError),
/// }
///
/// let codes: Vec<&str> = JobError::CODES.iter().map(|spec| spec.code()).collect();
/// assert_eq!(codes, ["JOB_NOT_FOUND", "AUTH_MISSING_KEY"]);
/// ```
#[diagnostic::on_unimplemented(
    message = "the trait `errcode::ErrorCodes` is not implemented for `{Self}`",
    label = "this type has no error codes",
    note = "add `#[derive(errcode::ApiError)]` to the definition of `{Self}`, or implement `errcode::ErrorCodes` with \
            `Codes::from_specs`"
)]
pub trait ErrorCodes {
    /// The codes, in the order in which the variants are declared.
    const CODES: Codes;
}

/// A compile-time list of codes. See [`ErrorCodes::CODES`].
///
/// ```
/// use errcode::{ApiError, Codes, ErrorCodes};
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[error("not found")]
/// #[api(code = "JOB_NOT_FOUND", status = 404)]
/// struct NotFound;
///
/// const CODES: Codes = NotFound::CODES;
/// assert_eq!(CODES.len(), 1);
/// assert!(!CODES.is_empty());
/// for spec in CODES {
///     assert_eq!(spec.code(), "JOB_NOT_FOUND");
/// }
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Codes {
    pub(super) owner: Owner,
    pub(super) list: List,
}

#[derive(Debug, Clone, Copy)]
pub(super) enum List {
    /// The codes of one type, and those that it has retired.
    Own { specs: &'static [CodeSpec], retired: &'static [&'static str] },
    /// Those of several types, each once and compared where the outermost type is defined.
    Flat(&'static Merged),
    /// Those of a generic type, which are known where its parameters are.
    Tree(&'static [Segment]),
}

/// The rows of a table between two indices.
#[must_use]
pub const fn range(specs: &'static [CodeSpec], from: usize, to: usize) -> &'static [CodeSpec] {
    specs.split_at(to).0.split_at(from).1
}

/// The codes of a type without transparent variants.
#[must_use]
pub const fn own(
    owner: Owner,
    specs: &'static [CodeSpec],
    retired: &'static [&'static str],
) -> Codes {
    Codes { owner, list: List::Own { specs, retired } }
}

/// The codes of a type with transparent variants, compared already.
#[must_use]
pub const fn flat(owner: Owner, merged: &'static Merged) -> Codes {
    Codes { owner, list: List::Flat(merged) }
}

/// The codes of a generic type with transparent variants.
#[must_use]
pub const fn tree(owner: Owner, segments: &'static [Segment]) -> Codes {
    Codes { owner, list: List::Tree(segments) }
}

impl Codes {
    /// Creates the codes of a type that implements [`ApiError`](crate::ApiError) by hand.
    ///
    /// # Panics
    ///
    /// Panics if a code is empty, is longer than 63 bytes, holds anything but printable ASCII or begins or ends with
    /// a space, if two specs have the same code and not both are [shared](CodeSpec::with_shared), or if an error cannot
    /// have a status: it must be a 4xx, a 5xx, or a 2xx that can have content (RFC 9110 §15.3.5, §15.3.6). In
    /// [`ErrorCodes::CODES`], which is a constant, that is a compile error.
    ///
    /// ```
    /// use errcode::{CodeSpec, Codes, ErrorCodes, http::StatusCode};
    ///
    /// struct Teapot;
    ///
    /// impl ErrorCodes for Teapot {
    ///     const CODES: Codes =
    ///         Codes::from_specs(&[CodeSpec::new("TEAPOT", StatusCode::IM_A_TEAPOT)]);
    /// }
    ///
    /// assert_eq!(Teapot::CODES.len(), 1);
    /// ```
    #[must_use]
    #[track_caller]
    pub const fn from_specs(specs: &'static [CodeSpec]) -> Self {
        let mut index = 0;
        while index < specs.len() {
            assert!(
                is_printable(specs[index].code()),
                "invalid code: expected 1 to 63 bytes of printable ASCII without a space at either end"
            );
            assert!(
                status::is_allowed(specs[index].status().as_u16()),
                "this status is not allowed for an error: use 4xx, 5xx, or a 2xx that can have content"
            );
            index += 1;
        }
        assert!(
            match specs.len() {
                0..=32 => are_unique::<64>(specs),
                33..=1024 => are_unique::<2048>(specs),
                _ => are_unique::<65_536>(specs),
            },
            "duplicate code: change one of them, or call `with_shared()` on both if it is meant to be one"
        );
        own(Owner::at(Location::caller()), specs, &[])
    }

    /// Iterates over the codes in the order of declaration. A type reachable by several paths is listed once.
    #[must_use]
    pub const fn iter(&self) -> CodesIter {
        CodesIter { codes: *self, next: 0, left: self.len() }
    }

    /// Returns the number of codes.
    #[must_use]
    pub const fn len(&self) -> usize {
        match self.list {
            List::Own { specs, .. } => specs.len(),
            List::Flat(merged) => merged.used_len(),
            List::Tree(_) => {
                let mut len = 0;
                let mut index = 0;
                while index < self.entries_len() {
                    len += self.listed(index).is_some() as usize;
                    index += 1;
                }
                len
            }
        }
    }

    /// Returns `true` if there are no codes, as for an enum without variants.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The number of entries, in use and retired. In a tree, a type that is reached by several ways has as many.
    pub(super) const fn entries_len(&self) -> usize {
        match self.list {
            List::Own { specs, retired } => specs.len() + retired.len(),
            List::Flat(merged) => merged.len(),
            List::Tree(segments) => {
                let mut total = 0;
                let mut segment = 0;
                while segment < segments.len() {
                    total += segments[segment].len();
                    segment += 1;
                }
                total
            }
        }
    }

    pub(super) const fn entry(&self, index: usize) -> Entry {
        match self.list {
            List::Own { specs, .. } if index < specs.len() => {
                Entry::used(&specs[index], self.owner)
            }
            List::Own { specs, retired } => {
                Entry::retired(retired[index - specs.len()], self.owner)
            }
            List::Flat(merged) => merged.entry(index),
            List::Tree(segments) => {
                let (segment, index) = in_segment(segments, index);
                segment.entry(index, self.owner)
            }
        }
    }

    /// The facts of an entry; `None` for a retired code.
    pub(super) const fn spec(&self, index: usize) -> Option<&'static CodeSpec> {
        match self.list {
            List::Own { specs, .. } if index < specs.len() => Some(&specs[index]),
            List::Own { .. } => None,
            List::Flat(merged) => merged.spec(index),
            List::Tree(_) => self.entry(index).spec,
        }
    }

    /// The hash of an entry, and whether it is a retired code.
    pub(super) const fn hash(&self, index: usize) -> (u64, bool) {
        match self.list {
            List::Own { specs, .. } if index < specs.len() => (specs[index].hash(), false),
            List::Own { specs, retired } => (spec::hash(retired[index - specs.len()]), true),
            List::Flat(merged) => (merged.hash(index), merged.is_retired(index)),
            List::Tree(segments) => {
                let (segment, index) = in_segment(segments, index);
                segment.hash(index)
            }
        }
    }

    /// The facts of an entry in use that is not a repetition of one before it. Only trees have those; they are small.
    const fn listed(&self, index: usize) -> Option<&'static CodeSpec> {
        if !matches!(self.list, List::Tree(_)) {
            return self.spec(index);
        }
        let entry = self.entry(index);
        let mut earlier = 0;
        while earlier < index {
            if self.entry(earlier).is(&entry) {
                return None;
            }
            earlier += 1;
        }
        entry.spec
    }
}

/// The segment in which the entry at `index` of all is, and its index there.
const fn in_segment(segments: &'static [Segment], mut index: usize) -> (&'static Segment, usize) {
    let mut segment = 0;
    while index >= segments[segment].len() {
        index -= segments[segment].len();
        segment += 1;
    }
    (&segments[segment], index)
}

/// Whether each code that is not shared stands once. A hash table finds what to compare: const evaluation is slow, and
/// the compiler warns where it takes long.
#[allow(clippy::cast_possible_truncation)] // The lower bits of a hash are as good as all; nobody has so many codes.
const fn are_unique<const SLOTS: usize>(specs: &[CodeSpec]) -> bool {
    // Positions, plus one. What does not fit, of more codes than anybody writes by hand, is compared with all others.
    let mut slots = [0_u32; SLOTS];
    let room = SLOTS / 2;
    let mut index = 0;
    while index < specs.len() {
        let spec = &specs[index];
        let mut slot = spec.hash() as usize & (SLOTS - 1);
        while slots[slot] != 0 {
            if clash(&specs[slots[slot] as usize - 1], spec) {
                return false;
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
        if index < room {
            slots[slot] = index as u32 + 1;
        }
        let mut earlier = room;
        while earlier < index {
            if clash(&specs[earlier], spec) {
                return false;
            }
            earlier += 1;
        }
        index += 1;
    }
    true
}

const fn clash(a: &CodeSpec, b: &CodeSpec) -> bool {
    a.hash() == b.hash() && same(a.code(), b.code()) && !(a.is_shared() && b.is_shared())
}

const fn is_printable(code: &str) -> bool {
    let bytes = code.as_bytes();
    if bytes.is_empty() || bytes.len() > 63 || bytes[0] == b' ' || bytes[bytes.len() - 1] == b' ' {
        return false;
    }
    let mut index = 0;
    while index < bytes.len() {
        if !matches!(bytes[index], b' '..=b'~') {
            return false;
        }
        index += 1;
    }
    true
}

impl IntoIterator for Codes {
    type Item = &'static CodeSpec;
    type IntoIter = CodesIter;

    fn into_iter(self) -> CodesIter {
        self.iter()
    }
}

impl IntoIterator for &Codes {
    type Item = &'static CodeSpec;
    type IntoIter = CodesIter;

    fn into_iter(self) -> CodesIter {
        self.iter()
    }
}

/// The iterator of [`Codes::iter`].
#[derive(Debug, Clone)]
pub struct CodesIter {
    codes: Codes,
    /// The entry to look at next.
    next: usize,
    left: usize,
}

impl Iterator for CodesIter {
    type Item = &'static CodeSpec;

    fn next(&mut self) -> Option<Self::Item> {
        if self.left == 0 {
            return None;
        }
        loop {
            self.next += 1;
            if let Some(spec) = self.codes.listed(self.next - 1) {
                self.left -= 1;
                return Some(spec);
            }
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}

impl ExactSizeIterator for CodesIter {}
impl FusedIterator for CodesIter {}

macro_rules! forward {
    ($($pointer:ty),*) => {$(
        #[diagnostic::do_not_recommend]
        impl<E: ErrorCodes> ErrorCodes for $pointer {
            const CODES: Codes = E::CODES;
        }
    )*};
}

forward!(&E, Box<E>, std::sync::Arc<E>);

#[cfg(test)]
mod tests {
    use http::StatusCode;

    use super::*;

    fn specs(len: usize) -> Vec<CodeSpec> {
        let code = |number: usize| -> &'static str { format!("CODE_{number}").leak() };
        (0..len).map(|number| CodeSpec::new(code(number), StatusCode::NOT_FOUND)).collect()
    }

    #[test]
    fn a_duplicate_is_found_wherever_it_stands() {
        for len in [2, 32, 33, 1024, 1025, 1200] {
            assert!(are_unique::<64>(&specs(len)), "{len}");
            assert!(are_unique::<2048>(&specs(len)), "{len}");
            for (one, other) in [(0, 1), (0, len - 1), (len / 2, len - 1), (len - 2, len - 1)] {
                let mut specs = specs(len);
                specs[other] = specs[one].clone();
                assert_eq!(are_unique::<64>(&specs), one == other, "{len}: {one} and {other}");
                assert_eq!(are_unique::<2048>(&specs), one == other, "{len}: {one} and {other}");
                let shared: Vec<_> = specs.into_iter().map(CodeSpec::with_shared).collect();
                assert!(are_unique::<64>(&shared), "{len}: {one} and {other}");
            }
        }
    }

    /// The compiler warns of an evaluation that is not linear.
    const _: () = {
        const CODE: CodeSpec = CodeSpec::new("CODE", StatusCode::NOT_FOUND);
        const fn numbered<const LEN: usize>() -> [CodeSpec; LEN] {
            let mut specs = [CODE; LEN];
            let mut index = 0;
            while index < LEN {
                specs[index] = CODE.with_hash(index as u64 * 7);
                index += 1;
            }
            specs
        }
        assert!(are_unique::<65_536>(&numbered::<10_000>()));
    };
}
