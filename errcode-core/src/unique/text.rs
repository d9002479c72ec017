//! What the author of a catalog is told of a clash.

use super::Entry;

/// Fails the build with the text of some clashes, where the call stands.
///
/// # Panics
///
/// Always: in const evaluation, a panic is an error of the compiler's.
#[track_caller]
pub const fn fail(clashes: &[u8]) {
    match core::str::from_utf8(clashes) {
        Ok(text) => panic!("{}", text),
        Err(_) => panic!("codes are used twice"),
    }
}

/// Writes one line from `end` on, and returns where it ends.
pub(super) const fn clash(first: &Entry, second: &Entry, into: &mut [u8], end: usize) -> usize {
    match (first.spec, second.spec) {
        (Some(_), Some(_)) => {
            let end = write_all(into, end, &["code `", first.code, "` is used twice: by "]);
            let end = write_all(into, end, &who(first));
            let end = write_all(into, end, &[" and by "]);
            let end = write_all(into, end, &who(second));
            write(into, end, "; write another code at one of them")
        }
        (None, None) => {
            let end = write_all(into, end, &["code `", first.code, "` is retired twice: by "]);
            let end = write_all(into, end, &who(first));
            let end = write_all(into, end, &[" and by "]);
            let end = write_all(into, end, &who(second));
            write(into, end, "; keep it in the `retired(...)` of one of them")
        }
        (Some(_), None) => revival(first, second, into, end),
        (None, Some(_)) => revival(second, first, into, end),
    }
}

/// A code that is in use though it was retired.
const fn revival(live: &Entry, retired: &Entry, into: &mut [u8], end: usize) -> usize {
    let end = write_all(into, end, &["code `", live.code, "` is used by "]);
    let end = write_all(into, end, &who(live));
    let end = write_all(into, end, &[", but "]);
    let end = write_all(into, end, &who(retired));
    let why = " has retired it: clients may still know its old meaning; write a new code at `";
    write_all(into, end, &[why, live.variant(), "`"])
}

/// The variant or, of a retired code, the type, and where it stands.
const fn who(entry: &Entry) -> [&'static str; 5] {
    ["`", entry.variant(), "` (", entry.location(), ")"]
}

impl Entry {
    const fn variant(&self) -> &'static str {
        match self.spec {
            Some(spec) => spec.variant(),
            None => self.owner.name,
        }
    }

    const fn location(&self) -> &'static str {
        match self.spec {
            Some(spec) => spec.location(),
            None => self.owner.location,
        }
    }
}

const fn write_all(into: &mut [u8], mut end: usize, pieces: &[&str]) -> usize {
    let mut at = 0;
    while at < pieces.len() {
        end = write(into, end, pieces[at]);
        at += 1;
    }
    end
}

/// Copies `piece` if there is room; returns where it would end.
pub(super) const fn write(into: &mut [u8], start: usize, piece: &str) -> usize {
    let piece = piece.as_bytes();
    let end = start + piece.len();
    if end <= into.len() {
        let mut at = 0;
        while at < piece.len() {
            into[start + at] = piece[at];
            at += 1;
        }
    }
    end
}
