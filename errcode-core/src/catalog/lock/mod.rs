//! The lock of a catalog: a file with the released codes, which `catalog!(…, lock = "errcodes.lock")` compares with the
//! codes of the build.
//!
//! ```text
//! # errcode lock, format 1
//! # Released error codes. Rewrite with `ERRCODE_LOCK=overwrite cargo test`, and commit the result.
//! JOB_EXPIRED status=410 retryable=false since=0.1.0 detail=job_id:string header=x-job
//! JOB_PAUSED retired since=0.1.0
//! ```
//!
//! One line a code, sorted, so that it does not move when enums are reordered, and merges as lines do. A code that
//! several variants share has a line for each different answer. Everything but letters, digits and `_-.+` is
//! percent-encoded.
//!
//! `catalog!` reads and checks it while it expands. `released` is what it hands over, `compare` finds at compile time what
//! was broken, and `write` renders and rewrites the file, in the test that `catalog!` generates.

mod compare;
mod released;
mod write;

pub use compare::{breaks, breaks_len};
pub use released::{Released, released, released_code, retired};
pub use write::test;

/// How much of a code is locked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// That it exists.
    Codes,
    /// All that clients can read: its status, retryability, details and headers.
    All,
}

/// A catalog's lock: the text of the file when the catalog was compiled.
#[derive(Debug, Clone, Copy)]
pub struct Lock {
    text: &'static str,
    level: Level,
}

/// The lock of generated code.
#[must_use]
pub const fn lock(text: &'static str, level: Level) -> Lock {
    Lock { text, level }
}

impl Lock {
    /// The version of the package that first had a code.
    pub(super) fn since(&self, code: &str) -> Option<&'static str> {
        let code = write::encoded(code);
        entries(self.text).find(|(released, _)| *released == code).and_then(|(_, since)| since)
    }
}

/// The codes of a lock, percent-encoded, with the versions that first had them. The macro has checked the text.
fn entries(text: &str) -> impl Iterator<Item = (&str, Option<&str>)> {
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(|line| {
        let (code, fields) = line.split_once(' ').unwrap_or((line, ""));
        (code, fields.split(' ').find_map(|field| field.strip_prefix("since=")))
    })
}
