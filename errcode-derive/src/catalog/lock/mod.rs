//! The lock of a catalog: compared by a constant, and rewritten by a test.
//!
//! The file is read while the macro expands. An `include_str!` makes the compiler note it as a dependency, as an
//! `option_env!` does the variable `ERRCODE_LOCK`: when either changes, the macro expands again. A package that is built
//! for another, from a registry or a git checkout, is released already: its lock is left alone.

mod expand;
mod file;

use std::{
    env,
    ffi::OsStr,
    fs, io,
    path::{Path, PathBuf},
};

use proc_macro2::Ident;
use syn::{Attribute, LitStr};

use super::parse::Level;
use crate::diagnostics::{Errors, lock as texts};
pub(crate) use file::{FORMAT, Fault, HEADER};

/// Switches the comparison off, so that the test that rewrites the file can run.
const VARIABLE: &str = "ERRCODE_LOCK";

pub(super) struct Lock<'a> {
    catalog: &'a Ident,
    /// Those of the catalog.
    attrs: &'a [Attribute],
    path: &'a LitStr,
    level: Level,
    krate: &'a syn::Path,
    purpose: Purpose,
    /// The lines of the file, if it is one.
    released: Option<Vec<file::Line>>,
}

/// What the file is read for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Purpose {
    Compare,
    /// In the test.
    Rewrite,
    /// The package is built for another, which may still ask since when a code exists.
    Inform,
}

impl<'a> Lock<'a> {
    pub(super) fn read(
        (catalog, attrs): (&'a Ident, &'a [Attribute]),
        path: &'a LitStr,
        level: Level,
        krate: &'a syn::Path,
        errors: &mut Errors,
    ) -> Self {
        let manifest = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from).unwrap_or_default();
        let purpose = Purpose::of(&manifest, env::var_os(VARIABLE).as_deref());
        let report = match fs::read(manifest.join(path.value())) {
            Ok(bytes) => {
                let text = str::from_utf8(&bytes).map_err(|_| Fault::NotALock);
                match text.and_then(file::lines) {
                    Ok(lines) => {
                        let released = Some(lines);
                        return Self { catalog, attrs, path, level, krate, purpose, released };
                    }
                    // The test writes it anew: nothing is lost.
                    Err(Fault::Empty) if purpose == Purpose::Rewrite => None,
                    Err(fault) => Some(texts::faulty(path, fault)),
                }
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                (purpose == Purpose::Compare).then(|| texts::missing(path))
            }
            Err(error) => Some(texts::unreadable(path, &error)),
        };
        if let Some(report) = report
            && purpose != Purpose::Inform
        {
            errors.push(report);
        }
        Self { catalog, attrs, path, level, krate, purpose, released: None }
    }
}

impl Purpose {
    /// Any other value than `overwrite` is a mistake, which the test reports, and switches nothing off.
    fn of(manifest: &Path, variable: Option<&OsStr>) -> Self {
        if is_foreign(manifest) {
            Self::Inform
        } else if variable.is_some_and(|value| value == "overwrite") {
            Self::Rewrite
        } else {
            Self::Compare
        }
    }
}

/// Whether a package was fetched to be built for another. Cargo leaves a file in what it fetches.
fn is_foreign(manifest: &Path) -> bool {
    manifest.join(".cargo-checksum.json").is_file()
        || manifest.ancestors().any(|folder| folder.join(".cargo-ok").is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_comparison_is_switched_off_by_one_value_alone() {
        let of = |value: Option<&str>| {
            Purpose::of(Path::new(env!("CARGO_MANIFEST_DIR")), value.map(OsStr::new))
        };
        assert_eq!(of(Some("overwrite")), Purpose::Rewrite);
        for other in [None, Some(""), Some("1"), Some("Overwrite"), Some("check")] {
            assert_eq!(of(other), Purpose::Compare, "{other:?}");
        }
    }
}
