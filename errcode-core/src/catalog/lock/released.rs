//! What was released, as generated code hands it over: the lines of a lock file.

/// A released code.
pub struct Released {
    pub(super) code: &'static str,
    pub(super) hash: u64,
    pub(super) promise: Promise,
}

pub(super) enum Promise {
    /// Retired.
    NeverAgain,
    /// Only codes are locked.
    Exists,
    Answers(Answer),
}

/// What clients can read of a code.
pub(super) struct Answer {
    /// The number of the line in the file.
    pub(super) line: usize,
    pub(super) status: u16,
    pub(super) retryable: bool,
    /// A number for the code, the details and the headers, as a `CodeSpec` has.
    pub(super) promises: u64,
    pub(super) details: &'static [Detail],
    pub(super) headers: &'static [&'static str],
}

/// Name, kind, and whether it may be left out.
pub(super) type Detail = (&'static str, &'static str, bool);

/// A code that has to stay with all that clients can read.
#[must_use]
#[allow(clippy::too_many_arguments)] // A call costs the compiler less than setters or a struct expression.
pub const fn released(
    code: &'static str,
    hash: u64,
    line: usize,
    status: u16,
    retryable: bool,
    promises: u64,
    details: &'static [(&'static str, &'static str, bool)],
    headers: &'static [&'static str],
) -> Released {
    let answer = Answer { line, status, retryable, promises, details, headers };
    Released { code, hash, promise: Promise::Answers(answer) }
}

/// A code that has to stay.
#[must_use]
pub const fn released_code(code: &'static str, hash: u64) -> Released {
    Released { code, hash, promise: Promise::Exists }
}

/// A code that is never to come back.
#[must_use]
pub const fn retired(code: &'static str, hash: u64) -> Released {
    Released { code, hash, promise: Promise::NeverAgain }
}
