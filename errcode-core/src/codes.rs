use std::iter::FusedIterator;

use crate::{CodeSpec, private::Segment};

/// The codes of an error type, and of every error type it passes on.
///
/// The derive implements it; `errcode::catalog!` takes types that have it.
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
    message = "`{Self}` has no codes: the trait `errcode::ErrorCodes` is not implemented for it",
    label = "this type lists no error codes",
    note = "add `#[derive(errcode::ApiError)]` to the definition of `{Self}`"
)]
pub trait ErrorCodes {
    /// The codes, in the order in which the variants are declared.
    const CODES: Codes;
}

/// A list of codes that is known while compiling. See [`ErrorCodes::CODES`].
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
    /// The type's name.
    pub(crate) name: &'static str,
    /// What tells this type from every other.
    pub(crate) origin: &'static str,
    pub(crate) location: &'static str,
    pub(crate) segments: &'static [Segment],
    pub(crate) retired: &'static [&'static str],
    /// Whether clashes within this tree are reported where the type is defined.
    pub(crate) checked: bool,
}

impl Codes {
    /// Each code once for every way it is reached, in the order of declaration.
    #[must_use]
    pub const fn iter(&self) -> CodesIter {
        CodesIter { codes: *self, next: 0, len: self.len() }
    }

    /// The number of codes.
    #[must_use]
    pub const fn len(&self) -> usize {
        let mut len = 0;
        let mut at = 0;
        while at < self.segments.len() {
            len += self.segments[at].len();
            at += 1;
        }
        len
    }

    /// Whether there are none, as for an enum without variants.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn nth(&self, mut index: usize) -> Option<&'static CodeSpec> {
        for segment in self.segments {
            let len = segment.len();
            if index < len {
                return match segment {
                    Segment::Own(specs) => specs.get(index),
                    Segment::Inner(codes) => codes.nth(index),
                };
            }
            index -= len;
        }
        None
    }
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
    next: usize,
    len: usize,
}

impl Iterator for CodesIter {
    type Item = &'static CodeSpec;

    fn next(&mut self) -> Option<Self::Item> {
        let spec = self.codes.nth(self.next)?;
        self.next += 1;
        Some(spec)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.len - self.next;
        (left, Some(left))
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
