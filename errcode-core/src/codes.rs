use std::iter::FusedIterator;

use crate::{CodeSpec, const_str::same};

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

/// A run of codes of an enum: its own, or all those of a type in a transparent variant.
#[derive(Debug, Clone, Copy)]
pub enum Segment {
    /// Its own codes.
    Own(&'static [CodeSpec]),
    /// Those of the type in a transparent variant.
    Inner(&'static Codes),
}

/// The codes of a type. `checked` says that duplicates within them are reported where the type is defined.
#[must_use]
pub const fn codes(
    name: &'static str,
    origin: &'static str,
    location: &'static str,
    segments: &'static [Segment],
    retired: &'static [&'static str],
    checked: bool,
) -> Codes {
    Codes { name, origin, location, segments, retired, checked }
}

impl Codes {
    /// Each code, in the order of declaration; those of a type that is reached by several ways once.
    #[must_use]
    pub const fn iter(&self) -> CodesIter {
        CodesIter { codes: *self, next: 0, len: self.len() }
    }

    /// The number of codes.
    #[must_use]
    pub const fn len(&self) -> usize {
        let mut walk = Walk { root: *self, types: 0, codes: 0, wanted: None };
        walk.pass(self);
        walk.codes
    }

    /// Whether there are none, as for an enum without variants.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    const fn nth(&self, index: usize) -> Option<&'static CodeSpec> {
        let mut walk = Walk { root: *self, types: 0, codes: 0, wanted: Some(index) };
        walk.pass(self)
    }

    /// Where the type of this origin is met first, counting types on the way through the tree.
    const fn first_visit(&self, origin: &str, types: &mut usize) -> Option<usize> {
        if same(self.origin, origin) {
            return Some(*types);
        }
        *types += 1;
        let mut at = 0;
        while at < self.segments.len() {
            if let Segment::Inner(inner) = self.segments[at]
                && let Some(found) = inner.first_visit(origin, types)
            {
                return Some(found);
            }
            at += 1;
        }
        None
    }
}

/// A way through a tree of types, in the order of declaration, without memory: what was met is found out anew,
/// which is cheap, as trees are small.
struct Walk {
    root: Codes,
    /// The types met so far.
    types: usize,
    /// The codes met so far, those of each type once.
    codes: usize,
    /// The index of the code to stop at.
    wanted: Option<usize>,
}

impl Walk {
    /// Goes through `codes`; returns the wanted code if it is there.
    const fn pass(&mut self, codes: &Codes) -> Option<&'static CodeSpec> {
        let first = self.root.first_visit(codes.origin, &mut 0);
        let is_first = matches!(first, Some(first) if first == self.types);
        self.types += 1;
        let mut at = 0;
        while at < codes.segments.len() {
            match codes.segments[at] {
                Segment::Own(_) if !is_first => {}
                Segment::Own(specs) => {
                    if let Some(wanted) = self.wanted
                        && wanted < self.codes + specs.len()
                    {
                        return Some(&specs[wanted - self.codes]);
                    }
                    self.codes += specs.len();
                }
                Segment::Inner(inner) => {
                    if let Some(found) = self.pass(inner) {
                        return Some(found);
                    }
                }
            }
            at += 1;
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
