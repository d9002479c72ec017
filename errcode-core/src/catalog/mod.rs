//! A service's codes in one table, and the comparison of codes at compile time.

mod codes;
mod entry;
pub mod lock;
mod owner;
mod report;
mod table;
mod text;

use std::{fmt, iter::FusedIterator, slice};

use crate::{CodeSpec, const_str::same, spec};
pub use codes::{Codes, CodesIter, ErrorCodes, Segment, flat, own, range, tree};
pub use entry::Entry;
use lock::Lock;
pub use owner::{Owner, owner};
pub use report::fail;
pub use table::{Sources, Table, count, listed, slots, sources};

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
    /// In the order of declaration; none is `None`.
    specs: &'static [Option<&'static CodeSpec>],
    /// A hash table: positions in `specs`, plus one. A slot that is taken is passed over; at least half are free. Its
    /// length is a power of two.
    slots: &'static [u32],
    retired: &'static [&'static str],
    lock: Option<Lock>,
}

/// The catalog of columns that generated code has made constants.
#[must_use]
pub const fn catalog(
    specs: &'static [Option<&'static CodeSpec>],
    slots: &'static [u32],
    retired: &'static [&'static str],
    lock: Option<Lock>,
) -> Catalog {
    Catalog { specs, slots, retired, lock }
}

/// The hash table of a catalog.
#[must_use]
#[allow(clippy::cast_possible_truncation)] // Nobody has four billion codes.
pub const fn index<const SLOTS: usize>(specs: &[Option<&'static CodeSpec>]) -> [u32; SLOTS] {
    let mut slots = [0; SLOTS];
    let mut position = 0;
    while position < specs.len() {
        if let Some(spec) = specs[position] {
            let mut slot = spec.hash() as usize & (SLOTS - 1);
            while slots[slot] != 0 {
                slot = (slot + 1) & (SLOTS - 1);
            }
            slots[slot] = position as u32 + 1;
        }
        position += 1;
    }
    slots
}

/// Fails the build if a domain has a catalog that does not list a type of the domain.
///
/// # Panics
///
/// Panics if the catalog does not list the type; in const evaluation, that is a compile error.
#[track_caller]
pub const fn assert_listed(catalog: Option<&Catalog>, codes: &Codes) {
    if let Some(catalog) = catalog {
        assert!(
            is_listed(catalog, codes),
            "this type belongs to a domain whose catalog does not list it: add it to the list of `catalog!`"
        );
    }
}

/// Whether a catalog lists the type of these codes: its first code stands for all.
#[must_use]
pub const fn is_listed(catalog: &Catalog, codes: &Codes) -> bool {
    let own = match codes.list {
        codes::List::Own(specs) if !specs.is_empty() => &specs[0],
        codes::List::Flat(entries) if !entries.is_empty() => match entries[0] {
            Some(Entry { spec: Some(spec), .. }) => spec,
            _ => return true,
        },
        _ => return true,
    };
    let mut slot = catalog.first_slot(own.hash());
    while let Some(spec) = catalog.at(slot) {
        if spec.is(own) {
            return true;
        }
        slot = catalog.next_slot(slot);
    }
    false
}

impl Catalog {
    /// Iterates over the codes in use, type by type as the catalog lists them, variants as they are declared. A code
    /// that several variants share comes several times.
    #[must_use]
    pub fn iter(&self) -> CatalogIter {
        CatalogIter(self.specs.iter())
    }

    /// Returns the number of codes in use; each variant that shares a code counts.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.specs.len()
    }

    /// Returns `true` if no code is in use.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.specs.is_empty()
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
            let spec = self.at(slot)?;
            slot = self.next_slot(slot);
            Some(spec)
        });
        taken.filter(move |spec| spec.hash() == hash && spec.code() == code)
    }

    /// Iterates over the codes that were released once and are never used again.
    #[must_use]
    pub fn retired(&self) -> RetiredIter {
        RetiredIter(self.retired.iter())
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

    /// The position of the first variant that has the code with this hash.
    const fn first(&self, code: &str, hash: u64) -> Option<usize> {
        let mut slot = self.first_slot(hash);
        while let Some(spec) = self.at(slot) {
            if spec.hash() == hash && same(spec.code(), code) {
                return Some(self.slots[slot] as usize - 1);
            }
            slot = self.next_slot(slot);
        }
        None
    }

    /// The next variant that shares the code of the one at `position`.
    const fn next_of_code(&self, position: usize) -> Option<usize> {
        let spec = self.spec_at(position);
        if !spec.is_shared() {
            return None;
        }
        let mut next = position + 1;
        while next < self.specs.len() {
            if self.spec_at(next).hash() == spec.hash()
                && same(self.spec_at(next).code(), spec.code())
            {
                return Some(next);
            }
            next += 1;
        }
        None
    }

    const fn spec_at(&self, position: usize) -> &'static CodeSpec {
        const NOTHING: &CodeSpec = &CodeSpec::new("", http::StatusCode::OK);
        match self.specs[position] {
            Some(spec) => spec,
            None => NOTHING,
        }
    }

    const fn has_retired(&self, code: &str) -> bool {
        let mut index = 0;
        while index < self.retired.len() {
            if same(code, self.retired[index]) {
                return true;
            }
            index += 1;
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

    /// What stands in a slot; `None` ends a search.
    const fn at(&self, slot: usize) -> Option<&'static CodeSpec> {
        match self.slots[slot] {
            0 => None,
            position => self.specs[position as usize - 1],
        }
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
pub struct CatalogIter(slice::Iter<'static, Option<&'static CodeSpec>>);

impl Iterator for CatalogIter {
    type Item = &'static CodeSpec;

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().copied().flatten()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl ExactSizeIterator for CatalogIter {}
impl FusedIterator for CatalogIter {}

/// The iterator of [`Catalog::retired`].
#[derive(Debug, Clone)]
pub struct RetiredIter(slice::Iter<'static, &'static str>);

impl Iterator for RetiredIter {
    type Item = &'static str;

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().copied()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl ExactSizeIterator for RetiredIter {}
impl FusedIterator for RetiredIter {}

impl fmt::Debug for Catalog {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let codes = self.iter().map(CodeSpec::code);
        f.debug_struct("Catalog")
            .field("codes", &codes.collect::<Vec<_>>())
            .field("retired", &self.retired)
            .finish_non_exhaustive()
    }
}
