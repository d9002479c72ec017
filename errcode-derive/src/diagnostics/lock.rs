//! The file of a catalog's lock.

use std::io;

use syn::LitStr;

use super::{
    Report,
    text::{shortened, visible},
};
use crate::catalog::{FORMAT, Fault, HEADER};

const RESTORE: &str =
    "restore it from version control, or delete it and run `ERRCODE_LOCK=overwrite cargo test`";

pub(crate) fn missing(path: &LitStr) -> Report {
    error!(
        path,
        "lock file `{}` not found beside Cargo.toml: run `ERRCODE_LOCK=overwrite cargo test` to write it",
        shown(path)
    )
}

pub(crate) fn unreadable(path: &LitStr, error: &io::Error) -> Report {
    error!(path, "lock file `{}` cannot be read: {error}", shown(path))
}

pub(crate) fn faulty(path: &LitStr, fault: Fault) -> Report {
    let file = shown(path);
    match fault {
        Fault::Empty => error!(path, "lock file `{file}` is empty: {RESTORE}"),
        Fault::CarriageReturns => error!(
            path,
            "lock file `{file}` has CRLF line endings: add the line `{file} text eol=lf` to .gitattributes, and check the file out again"
        ),
        Fault::CutShort => {
            error!(path, "lock file `{file}` is cut short, its last line has no end: {RESTORE}")
        }
        Fault::NotALock => {
            error!(path, "lock file `{file}` does not begin with `{HEADER}{FORMAT}`: {RESTORE}")
        }
        Fault::NewerFormat => error!(
            path,
            "lock file `{file}` was written by a newer version of errcode: update errcode"
        ),
        Fault::ConflictMarkers(line) => error!(
            path,
            "lock file `{file}` has git's conflict markers in line {line}: keep the lines of both sides, and remove the markers"
        ),
        Fault::NotAnEntry(line) => {
            error!(path, "lock file `{file}` has an invalid entry in line {line}: {RESTORE}")
        }
    }
}

fn shown(path: &LitStr) -> String {
    shortened(&visible(&path.value()), 200)
}
