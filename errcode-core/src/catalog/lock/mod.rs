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
//! several variants share has a line for each different answer. Everything but letters, digits and `_-.` is
//! percent-encoded.
//!
//! `parse` reads it at compile time and at runtime; `compare` finds what was broken, at compile time;
//! `write` renders and rewrites it, in the test that `catalog!` generates.

mod compare;
mod parse;
mod write;

use crate::spec;
pub use compare::{breaks, breaks_len};
pub use write::test;

/// The hash of the code that has this percent-encoding.
pub(super) const fn hash_of_encoded(encoded: &[u8]) -> u64 {
    let mut hash = spec::EMPTY_HASH;
    let mut index = 0;
    while index < encoded.len() {
        let byte = match encoded[index] {
            b'%' if index + 2 < encoded.len() => {
                index += 2;
                parse::hex(encoded[index - 1]) << 4 | parse::hex(encoded[index])
            }
            byte => byte,
        };
        hash = spec::hash_byte(hash, byte);
        index += 1;
    }
    hash
}

/// Whether `encoded` is the percent-encoding of `code`.
pub(super) const fn is_encoding_of(encoded: &[u8], code: &str) -> bool {
    parse::is_encoding_of(encoded, code.as_bytes())
}

/// How much of a code is locked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// That it exists.
    Codes,
    /// All that clients can read: its status, retryability, details and headers.
    All,
}

/// A catalog's lock: the file's path from the manifest, and its text.
#[derive(Debug, Clone, Copy)]
pub struct Lock {
    pub(super) path: &'static str,
    pub(super) text: &'static str,
    pub(super) level: Level,
}

/// The lock of generated code.
#[must_use]
pub const fn lock(path: &'static str, text: &'static str, level: Level) -> Lock {
    Lock { path, text, level }
}

impl Lock {
    /// The version of the package that first had a code.
    pub(super) fn since(&self, code: &str) -> Option<&'static str> {
        let mut lines = parse::Lines::new(self.text.as_bytes()).ok()?;
        while let Ok(Some(line)) = lines.next() {
            if line.has_code(code) {
                return str::from_utf8(line.since?).ok();
            }
        }
        None
    }
}
