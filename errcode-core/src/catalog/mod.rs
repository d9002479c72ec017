//! A service's codes in one table, and the comparison of codes at compile time.

mod codes;
mod entry;
pub mod lock;
mod merged;
mod owner;
mod report;
mod segment;
mod table;
mod text;

use std::{fmt, iter::FusedIterator};

use crate::{CodeSpec, const_str::same, spec};
pub use codes::{Codes, CodesIter, ErrorCodes, flat, own, range, tree};
use entry::Entry;
use lock::Lock;
pub use merged::{Merged, merged};
pub use owner::{Owner, owner};
pub use report::fail;
pub use segment::{Segment, Sources, count, listed, sources};
pub use table::{Table, slots};

/// A compile-time table of error codes, created by `errcode::catalog!`.
///
/// No code runs at start-up and nothing is allocated.
///
/// ```
/// use errcode::{ApiError, catalog};
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[api(retired("JOB_PAUSED"))]
/// enum JobError {
///     #[error("not found")]
///     #[api(code = "JOB_NOT_FOUND", status = 404)]
///     NotFound,
///     #[error("expired")]
///     #[api(code = "JOB_EXPIRED", status = 410)]
///     Expired,
/// }
///
/// catalog!(static JOBS = [JobError]);
///
/// assert_eq!(JOBS.len(), 2);
/// assert!(!JOBS.is_empty());
/// assert!(JOBS.iter().map(|spec| spec.code()).eq(["JOB_NOT_FOUND", "JOB_EXPIRED"]));
/// assert_eq!(JOBS.get("JOB_EXPIRED"), Some(JobError::Expired.spec()));
/// assert_eq!(JOBS.get("JOB_PAUSED"), None);
/// assert!(JOBS.retired().eq(["JOB_PAUSED"]));
/// ```
pub struct Catalog {
    /// In the order of declaration, with retired codes.
    entries: &'static Merged,
    /// A hash table: positions of entries, plus one. A slot that is taken is passed over; at least half are free. Its
    /// length is a power of two.
    slots: &'static [u32],
    lock: Option<Lock>,
}

/// The catalog of numbers that generated code has made constants.
#[must_use]
pub const fn catalog(
    entries: &'static Merged,
    slots: &'static [u32],
    lock: Option<Lock>,
) -> Catalog {
    Catalog { entries, slots, lock }
}

/// Fails the build if a domain has a catalog that does not list a type of the domain.
///
/// # Panics
///
/// Panics if the catalog does not list the type; in const evaluation, that is a compile error.
#[track_caller]
pub const fn assert_listed(catalog: &Catalog, codes: &Codes) {
    assert!(
        is_listed(catalog, codes),
        "this type belongs to a domain whose catalog does not list it: add it to the list of `catalog!`"
    );
}

/// Whether a catalog lists the type of these codes: the first code of its own stands for all. Those of the types that it
/// forwards to may be listed without it.
#[must_use]
pub const fn is_listed(catalog: &Catalog, codes: &Codes) -> bool {
    let mut index = 0;
    while index < codes.entries_len() {
        let entry = codes.entry(index);
        let is_listed = catalog.has(&entry);
        if !is_listed || entry.owner.is(&codes.owner) {
            return is_listed;
        }
        index += 1;
    }
    true
}

impl Catalog {
    /// Iterates over the codes in use, type by type as the catalog lists them, variants as they are declared. A code
    /// that several variants share comes several times.
    #[must_use]
    pub fn iter(&self) -> CatalogIter {
        CatalogIter { entries: self.entries, next: 0, left: self.len() }
    }

    /// Returns the number of codes in use; each variant that shares a code counts.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.entries.used_len()
    }

    /// Returns `true` if no code is in use.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns the facts of a code that is in use; of one that several variants share, those of the first.
    ///
    /// It is a look-up in a static hash table.
    #[must_use]
    pub fn get(&self, code: &str) -> Option<&'static CodeSpec> {
        self.all(code).next()
    }

    /// Iterates over the facts of a code that is in use: of one that several variants share, those of each.
    ///
    /// ```
    /// use errcode::{CodeSpec, Codes, ErrorCodes, catalog, http::StatusCode};
    ///
    /// struct PaymentError;
    ///
    /// impl ErrorCodes for PaymentError {
    ///     const CODES: Codes = Codes::from_specs(&[
    ///         CodeSpec::new("PAYMENT_FAILED", StatusCode::PAYMENT_REQUIRED).with_shared(),
    ///         CodeSpec::new("PAYMENT_FAILED", StatusCode::BAD_GATEWAY).with_shared(),
    ///     ]);
    /// }
    ///
    /// catalog!(static PAYMENTS = [PaymentError]);
    ///
    /// assert!(PAYMENTS.all("PAYMENT_FAILED").map(|spec| spec.status().as_u16()).eq([402, 502]));
    /// assert_eq!(PAYMENTS.get("PAYMENT_FAILED").map(|spec| spec.status().as_u16()), Some(402));
    /// ```
    pub fn all<'a>(
        &self,
        code: &'a str,
    ) -> impl Iterator<Item = &'static CodeSpec> + Clone + use<'_, 'a> {
        let hash = spec::hash(code);
        let mut slot = self.first_slot(hash);
        let taken = std::iter::from_fn(move || {
            let position = self.at(slot)?;
            slot = self.next_slot(slot);
            Some(position)
        });
        taken
            .filter(move |&position| self.entries.hash(position) == hash)
            .filter_map(|position| self.entries.spec(position))
            .filter(move |spec| spec.code() == code)
    }

    /// Iterates over the codes that were released once and are never used again.
    #[must_use]
    pub fn retired(&self) -> RetiredIter {
        RetiredIter { entries: self.entries, next: 0, left: self.entries.retired_len() }
    }

    /// Returns the release that introduced a code: what `since` says, or else what the catalog's lock recorded.
    ///
    /// ```
    /// use errcode::{ApiError, catalog};
    ///
    /// #[derive(Debug, thiserror::Error, ApiError)]
    /// #[error("gone")]
    /// #[api(code = "GONE", status = 410, since = "1.2.0")]
    /// struct Gone;
    ///
    /// catalog!(static CODES = [Gone]);
    ///
    /// assert_eq!(CODES.since("GONE"), Some("1.2.0"));
    /// assert_eq!(CODES.since("LOST"), None);
    /// ```
    #[must_use]
    pub fn since(&self, code: &str) -> Option<&'static str> {
        let declared = self.get(code).and_then(CodeSpec::since);
        declared.or_else(|| self.lock?.since(code))
    }

    /// The slot of the first variant that has the code with this hash.
    const fn find(&self, code: &str, hash: u64) -> Option<usize> {
        self.find_from(self.first_slot(hash), code, hash)
    }

    /// The slot of the next variant that shares the code of the one in `slot`.
    const fn find_next(&self, slot: usize, spec: &CodeSpec) -> Option<usize> {
        self.find_from(self.next_slot(slot), spec.code(), spec.hash())
    }

    const fn find_from(&self, mut slot: usize, code: &str, hash: u64) -> Option<usize> {
        while let Some(position) = self.at(slot) {
            if self.entries.hash(position) == hash
                && let Some(spec) = self.entries.spec(position)
                && same(spec.code(), code)
            {
                return Some(slot);
            }
            slot = self.next_slot(slot);
        }
        None
    }

    /// The facts in a slot that was found.
    const fn spec_in(&self, slot: usize) -> &'static CodeSpec {
        const NOTHING: &CodeSpec = &CodeSpec::new("", http::StatusCode::OK);
        if let Some(position) = self.at(slot)
            && let Some(spec) = self.entries.spec(position)
        {
            return spec;
        }
        NOTHING
    }

    const fn has(&self, wanted: &Entry) -> bool {
        let mut slot = self.first_slot(wanted.hash);
        while let Some(position) = self.at(slot) {
            if self.entries.entry(position).is(wanted) {
                return true;
            }
            slot = self.next_slot(slot);
        }
        false
    }

    const fn has_retired(&self, code: &str, hash: u64) -> bool {
        let mut slot = self.first_slot(hash);
        while let Some(position) = self.at(slot) {
            if self.entries.is_retired(position) && same(self.entries.entry(position).code, code) {
                return true;
            }
            slot = self.next_slot(slot);
        }
        false
    }

    #[allow(clippy::cast_possible_truncation)] // The lower bits of a hash are as good as all.
    const fn first_slot(&self, hash: u64) -> usize {
        hash as usize & (self.slots.len() - 1)
    }

    const fn next_slot(&self, slot: usize) -> usize {
        (slot + 1) & (self.slots.len() - 1)
    }

    /// The position of the entry in a slot; `None` ends a search.
    const fn at(&self, slot: usize) -> Option<usize> {
        (self.slots[slot] as usize).checked_sub(1)
    }
}

impl IntoIterator for &Catalog {
    type Item = &'static CodeSpec;
    type IntoIter = CatalogIter;

    fn into_iter(self) -> CatalogIter {
        self.iter()
    }
}

/// The iterator of [`Catalog::iter`].
#[derive(Debug, Clone)]
pub struct CatalogIter {
    entries: &'static Merged,
    /// The entry to look at next.
    next: usize,
    left: usize,
}

impl Iterator for CatalogIter {
    type Item = &'static CodeSpec;

    fn next(&mut self) -> Option<Self::Item> {
        while self.left > 0 {
            self.next += 1;
            if let Some(spec) = self.entries.spec(self.next - 1) {
                self.left -= 1;
                return Some(spec);
            }
        }
        None
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}

impl ExactSizeIterator for CatalogIter {}
impl FusedIterator for CatalogIter {}

/// The iterator of [`Catalog::retired`].
#[derive(Debug, Clone)]
pub struct RetiredIter {
    entries: &'static Merged,
    /// The entry to look at next.
    next: usize,
    left: usize,
}

impl Iterator for RetiredIter {
    type Item = &'static str;

    fn next(&mut self) -> Option<Self::Item> {
        while self.left > 0 {
            self.next += 1;
            if self.entries.is_retired(self.next - 1) {
                self.left -= 1;
                return Some(self.entries.entry(self.next - 1).code);
            }
        }
        None
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}

impl ExactSizeIterator for RetiredIter {}
impl FusedIterator for RetiredIter {}

impl fmt::Debug for Catalog {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let codes = self.iter().map(CodeSpec::code);
        f.debug_struct("Catalog")
            .field("codes", &codes.collect::<Vec<_>>())
            .field("retired", &self.retired().collect::<Vec<_>>())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The catalog of one type.
    pub(super) fn a_catalog(
        specs: Vec<CodeSpec>,
        retired: &'static [&'static str],
        lock: Option<Lock>,
    ) -> Catalog {
        let codes = Box::leak(Box::new(own(owner("", "", "", ""), specs.leak(), retired)));
        let segments = Box::leak(Box::new([Segment::Inner(codes)]));
        let sources = Box::leak(Box::new(listed(segments)));
        let table = Table::<16, 64>::new(sources);
        let entries = |numbers: [u64; 16]| &*numbers[..table.entries_len()].to_vec().leak();
        let (places, hashes) = (entries(table.places()), entries(table.hashes()));
        let slots = table.slots().to_vec().leak();
        let entries = merged(sources, places, hashes, table.used_len());
        catalog(Box::leak(Box::new(entries)), slots, lock)
    }

    #[test]
    fn retired_codes_stand_beside_those_in_use() {
        let specs = ["A", "B"].map(|code| CodeSpec::new(code, http::StatusCode::GONE));
        let catalog = a_catalog(specs.to_vec(), &["OLD"], None);
        assert!(catalog.iter().map(CodeSpec::code).eq(["A", "B"]));
        assert!(catalog.retired().eq(["OLD"]));
        assert_eq!((catalog.len(), catalog.retired().len()), (2, 1));
        assert_eq!(catalog.get("B").map(CodeSpec::code), Some("B"));
        assert_eq!(catalog.get("OLD"), None);
        assert!(catalog.has_retired("OLD", spec::hash("OLD")));
        assert!(!catalog.has_retired("A", spec::hash("A")));
    }
}
