//! What a build has broken of what was released, found at compile time.

use super::{
    Level, Lock,
    parse::{Line, Lines, Promise, is_encoding_of},
};
use crate::{CodeSpec, DetailSpec, catalog::Catalog, catalog::text::Text, const_str::equal};

/// The number of breaks that are told of one by one.
const MOST: usize = 50;

/// The length of [`breaks`]; 0 if nothing is broken.
#[must_use]
pub const fn breaks_len(catalog: &Catalog, lock: Lock) -> usize {
    write_breaks(catalog, lock, &mut [])
}

/// What to tell the author of a catalog about its lock: a line for each break, or what is wrong with the file.
#[must_use]
pub const fn breaks<const LEN: usize>(catalog: &Catalog, lock: Lock) -> [u8; LEN] {
    let mut text = [b' '; LEN];
    write_breaks(catalog, lock, &mut text);
    text
}

const fn write_breaks(catalog: &Catalog, lock: Lock, into: &mut [u8]) -> usize {
    let mut report = Report { text: Text::new(into), breaks: 0, lock };
    let mut lines = match Lines::new(lock.text.as_bytes()) {
        Ok(lines) => lines,
        Err(fault) => {
            fault.write(lock.path, &mut report.text);
            return report.text.len();
        }
    };
    loop {
        match lines.next() {
            Ok(Some(line)) => report.line(catalog, &line),
            Ok(None) => break,
            Err(fault) => {
                report.new_line();
                fault.write(lock.path, &mut report.text);
                return report.text.len();
            }
        }
    }
    report.end()
}

struct Report<'a> {
    text: Text<'a>,
    breaks: usize,
    lock: Lock,
}

impl Report<'_> {
    const fn line(&mut self, catalog: &Catalog, line: &Line<'_>) {
        let used = catalog.first_encoded(line.code);
        match (line.is_retired, used) {
            (true, None) => {}
            (true, Some(position)) => {
                if self.begin() {
                    self.text.write_all(&["retired code `"]);
                    self.text.write(line.code);
                    self.text.write_all(&["` is used again by "]);
                    self.write_user(catalog.spec_at(position));
                    self.text
                        .write_all(&[": clients may still know its old meaning; use a new code"]);
                }
            }
            (false, None) => {
                if !catalog.has_retired(line.code) && self.begin() {
                    self.text.write_all(&["released code `"]);
                    self.text.write(line.code);
                    self.text.write_all(&["` is gone"]);
                    if let Some(status) = line.status {
                        self.text.write_all(&[" (it had status "]);
                        self.text.write_number(status as usize);
                        self.text.write_all(&[")"]);
                    }
                    self.text.write_all(&[
                        ": bring it back, or list it in `retired(...)` of the type that had it",
                    ]);
                }
            }
            (false, Some(position)) => {
                if matches!(self.lock.level, Level::All) && line.status.is_some() {
                    self.answers(catalog, line, position);
                }
            }
        }
    }

    /// A code that is in use: one of its variants has to keep what was released.
    const fn answers(&mut self, catalog: &Catalog, line: &Line<'_>, first: usize) {
        let mut position = Some(first);
        while let Some(at) = position {
            if keeps(catalog.spec_at(at), line) {
                return;
            }
            position = catalog.next_of_code(at);
        }
        let spec = catalog.spec_at(first);
        if catalog.next_of_code(first).is_some() {
            if self.begin() {
                self.text.write_all(&[
                    "no variant of the shared code `",
                    spec.code(),
                    "` answers any more as line ",
                ]);
                self.text.write_number(line.number);
                self.text.write_all(&[" of the lock says"]);
            }
            return;
        }
        if let Some(status) = line.status
            && status != spec.status().as_u16()
            && self.begin_about(spec)
        {
            self.text.write_all(&["its status was "]);
            self.text.write_number(status as usize);
            self.text.write_all(&[", it is "]);
            self.text.write_number(spec.status().as_u16() as usize);
        }
        if line.is_retryable != spec.retryable() && self.begin_about(spec) {
            let [was, is] = if line.is_retryable { ["true", "false"] } else { ["false", "true"] };
            self.text.write_all(&["`retryable` was ", was, ", it is ", is]);
        }
        let mut promises = line.promises();
        while let Some(promise) = promises.next() {
            self.promise(spec, promise);
        }
    }

    const fn promise(&mut self, spec: &CodeSpec, promise: Promise<'_>) {
        match promise {
            Promise::Header(name) => {
                if !has_header(spec, name) && self.begin_about(spec) {
                    self.text.write_all(&["header `"]);
                    self.text.write(name);
                    self.text.write_all(&["` is gone"]);
                }
            }
            Promise::Detail(name, kind, optional) => match detail(spec, name) {
                None => {
                    if self.begin_about(spec) {
                        self.text.write_all(&["detail `"]);
                        self.text.write(name);
                        self.text.write_all(&["` ("]);
                        self.text.write(kind);
                        self.text.write_all(&[") is gone"]);
                    }
                }
                Some(detail) => {
                    if !keeps_kind(detail, kind, optional) && self.begin_about(spec) {
                        self.text.write_all(&["detail `", detail.name(), "` was "]);
                        self.write_kind(kind, optional);
                        self.text.write_all(&[", it is "]);
                        self.write_kind(detail.kind().as_str().as_bytes(), detail.is_optional());
                    }
                }
            },
        }
    }

    const fn write_kind(&mut self, kind: &[u8], optional: bool) {
        self.text.write_all(&[if optional { "optional " } else { "" }]);
        self.text.write(kind);
    }

    /// Counts a break; returns whether there is room to tell of it.
    const fn begin(&mut self) -> bool {
        self.breaks += 1;
        if self.breaks > MOST {
            return false;
        }
        self.new_line();
        true
    }

    const fn begin_about(&mut self, spec: &CodeSpec) -> bool {
        if !self.begin() {
            return false;
        }
        self.text.write_all(&["released code `", spec.code(), "` of "]);
        self.write_user(spec);
        self.text.write_all(&[": "]);
        true
    }

    const fn write_user(&mut self, spec: &CodeSpec) {
        self.text.write_all(&["`", spec.variant(), "` (", spec.location(), ")"]);
    }

    const fn new_line(&mut self) {
        if self.text.len() > 0 {
            self.text.write_all(&["\n"]);
        }
    }

    const fn end(mut self) -> usize {
        if self.breaks > MOST {
            self.text.write_all(&["\nand "]);
            self.text.write_number(self.breaks - MOST);
            self.text.write_all(&[" more"]);
        }
        if self.breaks > 0 {
            self.text.write_all(&[
                "\nto release the change all the same, run `ERRCODE_LOCK=overwrite cargo test` and commit `",
                self.lock.path,
                "`",
            ]);
        }
        self.text.len()
    }
}

/// Whether a variant answers as was released.
const fn keeps(spec: &CodeSpec, line: &Line<'_>) -> bool {
    if let Some(status) = line.status
        && status != spec.status().as_u16()
    {
        return false;
    }
    if line.is_retryable != spec.retryable() {
        return false;
    }
    let mut promises = line.promises();
    while let Some(promise) = promises.next() {
        let kept = match promise {
            Promise::Header(name) => has_header(spec, name),
            Promise::Detail(name, kind, optional) => match detail(spec, name) {
                Some(detail) => keeps_kind(detail, kind, optional),
                None => false,
            },
        };
        if !kept {
            return false;
        }
    }
    true
}

const fn has_header(spec: &CodeSpec, name: &[u8]) -> bool {
    let headers = spec.headers();
    let mut index = 0;
    while index < headers.len() {
        if is_encoding_of(name, headers[index].as_bytes()) {
            return true;
        }
        index += 1;
    }
    false
}

const fn detail(spec: &CodeSpec, name: &[u8]) -> Option<&'static DetailSpec> {
    let details = spec.details();
    let mut index = 0;
    while index < details.len() {
        if is_encoding_of(name, details[index].name().as_bytes()) {
            return Some(&details[index]);
        }
        index += 1;
    }
    None
}

/// Whether a client that reads the released kind can read this one. Nothing was promised of an unknown kind.
const fn keeps_kind(detail: &DetailSpec, kind: &[u8], optional: bool) -> bool {
    (equal(kind, detail.kind().as_str().as_bytes()) || equal(kind, b"unknown"))
        && (optional || !detail.is_optional())
}
