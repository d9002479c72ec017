//! Codes that no test rendered.

use std::collections::HashSet;

use super::Reference;
use crate::CodeSpec;

impl Reference {
    /// Returns the codes that a test run never rendered.
    ///
    /// `recorded` has a code on each line. With the feature `coverage`, enabled in the dev-dependencies, a
    /// process with `ERRCODE_COVERAGE=/absolute/path` in its environment appends the codes it renders to that file.
    /// The command line does this: `cargo run --example errors -- coverage cargo test` runs the tests and fails if a code
    /// was not rendered.
    ///
    /// ```
    /// use errcode::{CodeSpec, documents::Reference, http::StatusCode};
    ///
    /// static GONE: CodeSpec = CodeSpec::new("GONE", StatusCode::GONE);
    /// static LOST: CodeSpec = CodeSpec::new("LOST", StatusCode::NOT_FOUND);
    /// let missing = Reference::from_specs([&GONE, &LOST]).never_rendered("GONE\n");
    /// assert_eq!(missing, [&LOST]);
    /// ```
    #[must_use]
    pub fn never_rendered(&self, recorded: &str) -> Vec<&'static CodeSpec> {
        let rendered: HashSet<&str> = recorded.lines().map(str::trim_end).collect();
        let entries = self.entries();
        let missing = entries.iter().filter(|entry| !rendered.contains(entry.code()));
        missing.map(super::entry::Entry::spec).collect()
    }
}
