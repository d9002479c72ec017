use std::{fmt, iter::Copied, slice};

use crate::{CodeSpec, spec};

/// All codes of a service, each once: what `errcode::catalog!` defines.
///
/// It is a table made while compiling: nothing runs at start-up and nothing is allocated.
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
#[derive(Clone, Copy)]
pub struct Catalog {
    /// In the order of declaration.
    pub(crate) specs: &'static [&'static CodeSpec],
    /// Indices into `specs`.
    pub(crate) by_hash: &'static [usize],
    pub(crate) retired: &'static [&'static str],
}

impl Catalog {
    /// The codes in use: enum by enum as the catalog lists them, variants as they are declared.
    pub fn iter(&self) -> Copied<slice::Iter<'static, &'static CodeSpec>> {
        self.specs.iter().copied()
    }

    /// The number of codes in use.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.specs.len()
    }

    /// Whether no code is in use.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.specs.is_empty()
    }

    /// The code with this name, if it is in use: a binary search.
    #[must_use]
    pub fn get(&self, code: &str) -> Option<&'static CodeSpec> {
        let hash = spec::hash(code);
        let start = self.by_hash.partition_point(|&at| self.specs[at].hash() < hash);
        self.by_hash[start..]
            .iter()
            .map(|&at| self.specs[at])
            .take_while(|spec| spec.hash() == hash)
            .find(|spec| spec.code() == code)
    }

    /// The codes that were released once and are never used again.
    pub fn retired(&self) -> Copied<slice::Iter<'static, &'static str>> {
        self.retired.iter().copied()
    }
}

impl IntoIterator for &Catalog {
    type Item = &'static CodeSpec;
    type IntoIter = Copied<slice::Iter<'static, &'static CodeSpec>>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl fmt::Debug for Catalog {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let codes = self.specs.iter().map(|spec| spec.code());
        f.debug_struct("Catalog")
            .field("codes", &codes.collect::<Vec<_>>())
            .field("retired", &self.retired)
            .finish_non_exhaustive()
    }
}
