//! What the author of a catalog is told of duplicates.

use super::{entry::Entry, text::Text};

/// Fails the build with a report, at the place of the call.
///
/// # Panics
///
/// Always: in const evaluation, a panic is a compile error.
#[track_caller]
pub const fn fail(report: &[u8]) {
    match core::str::from_utf8(report) {
        Ok(text) => panic!("{}", text),
        Err(_) => panic!("duplicate codes"),
    }
}

/// The number of duplicates that are told of one by one.
const MOST: usize = 20;

/// The text about the duplicates of a source.
pub(super) struct Report<'a> {
    text: Text<'a>,
    duplicates: usize,
    /// Whether a duplicate could be shared.
    may_be_shared: bool,
    /// Whether a file is one of several packages.
    names_packages: bool,
}

impl<'a> Report<'a> {
    pub(super) const fn new(into: &'a mut [u8]) -> Self {
        Self { text: Text::new(into), duplicates: 0, may_be_shared: false, names_packages: false }
    }

    /// Adds a line about two entries of one code.
    pub(super) const fn duplicate(&mut self, first: &Entry, second: &Entry) {
        self.duplicates += 1;
        if self.duplicates > MOST {
            return;
        }
        self.names_packages = !first.owner.has_package_of(&second.owner);
        if self.text.len() > 0 {
            self.write("\n");
        }
        match (first.spec, second.spec) {
            (Some(a), Some(b)) => {
                self.write_all(&["duplicate code `", first.code, "`: used by "]);
                self.write_user(first);
                self.write(" and by ");
                self.write_user(second);
                match (a.is_shared(), b.is_shared()) {
                    (true, false) => self.write_unshared(second),
                    (false, true) => self.write_unshared(first),
                    _ => self.may_be_shared = true,
                }
            }
            (None, None) => {
                self.write_all(&["duplicate retired code `", first.code, "`: retired by "]);
                self.write_user(first);
                self.write(" and by ");
                self.write_user(second);
                self.write("; keep it in `retired(...)` of one of them");
            }
            (Some(_), None) => self.write_reuse(first, second),
            (None, Some(_)) => self.write_reuse(second, first),
        }
    }

    /// Ends the text; returns its length.
    pub(super) const fn end(mut self) -> usize {
        if self.duplicates > MOST {
            self.write("\nand ");
            self.write_number(self.duplicates - MOST);
            self.write(" more");
        }
        if self.may_be_shared {
            self.write("\nchange one of the codes, or list it in `shared(...)` of both types if it is meant to be one");
        }
        self.text.len()
    }

    const fn write_unshared(&mut self, entry: &Entry) {
        self.write_all(&["; `", entry.owner.name, "` has to list it in `shared(...)` too"]);
    }

    /// A code that is in use although it was retired.
    const fn write_reuse(&mut self, used: &Entry, retired: &Entry) {
        self.write_all(&["retired code `", used.code, "` is used by "]);
        self.write_user(used);
        self.write(" and retired by ");
        self.write_user(retired);
        self.write(": clients may still know its old meaning; use a new code");
    }

    /// The variant or, of a retired code, the type, and where it is.
    const fn write_user(&mut self, entry: &Entry) {
        let owner = &entry.owner;
        let (name, location) = match entry.spec {
            Some(spec) if !spec.variant().is_empty() => (spec.variant(), spec.location()),
            _ => (owner.name, owner.location),
        };
        if let Some(call) = owner.call {
            if name.is_empty() {
                self.write_all(&["the codes at `", call.file(), ":"]);
            } else {
                self.write_all(&["`", name, "` (", call.file(), ":"]);
            }
            self.write_number(call.line() as usize);
            self.write(if name.is_empty() { "`" } else { ")" });
            return;
        }
        self.write_all(&["`", name, "` (", location]);
        if self.names_packages {
            self.write_all(&[" of `", owner.package(), "`"]);
        }
        self.write(")");
    }

    const fn write_all(&mut self, pieces: &[&str]) {
        self.text.write_all(pieces);
    }

    const fn write_number(&mut self, number: usize) {
        self.text.write_number(number);
    }

    const fn write(&mut self, piece: &str) {
        self.text.write(piece.as_bytes());
    }
}
