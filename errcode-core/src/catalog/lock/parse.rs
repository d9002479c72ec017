//! The text of a lock, line by line. All of it runs in const evaluation as well.

use crate::{catalog::text::Text, const_str::equal};

/// The first line of a lock that this version reads and writes, up to the number of its format.
pub(super) const HEADER: &str = "# errcode lock, format ";

/// The format that this version reads and writes.
pub(super) const FORMAT: &str = "1";

/// What is wrong with a lock, and in which line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    Empty,
    CarriageReturns,
    CutShort,
    NotALock,
    NewerFormat,
    ConflictMarkers(usize),
    NotAnEntry(usize),
}

impl Fault {
    /// Says what is wrong and what to do.
    pub(super) const fn write(self, path: &str, text: &mut Text<'_>) {
        text.write_all(&["lock file `", path, "` "]);
        match self {
            Self::Empty => text.write_all(&["is empty: ", RESTORE]),
            Self::CarriageReturns => text.write_all(&[
                "has CRLF line endings: add the line `",
                path,
                " text eol=lf` to .gitattributes, and check the file out again",
            ]),
            Self::CutShort => {
                text.write_all(&["is cut short, its last line has no end: ", RESTORE]);
            }
            Self::NotALock => {
                text.write_all(&["does not begin with `", HEADER, FORMAT, "`: ", RESTORE]);
            }
            Self::NewerFormat => {
                text.write_all(&["was written by a newer version of errcode: update errcode"]);
            }
            Self::ConflictMarkers(line) => {
                text.write_all(&["has git's conflict markers in line "]);
                text.write_number(line);
                text.write_all(&[": keep the lines of both sides, and remove the markers"]);
            }
            Self::NotAnEntry(line) => {
                text.write_all(&["has an invalid entry in line "]);
                text.write_number(line);
                text.write_all(&[": ", RESTORE]);
            }
        }
    }
}

const RESTORE: &str =
    "restore it from version control, or delete it and run `ERRCODE_LOCK=overwrite cargo test`";

/// A released code.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'t> {
    /// Percent-encoded.
    pub(super) code: &'t [u8],
    pub(super) is_retired: bool,
    /// `None` where codes alone are locked.
    pub(super) status: Option<u16>,
    pub(super) is_retryable: bool,
    pub(super) since: Option<&'t [u8]>,
    /// What follows the code.
    fields: &'t [u8],
    pub(super) number: usize,
}

impl<'t> Line<'t> {
    const fn parse(line: &'t [u8], number: usize) -> Result<Self, Fault> {
        let (code, fields) = split(line, b' ');
        let mut parsed = Self {
            code,
            is_retired: false,
            status: None,
            is_retryable: false,
            since: None,
            fields,
            number,
        };
        let mut is_valid = !code.is_empty() && is_encoded(code);
        let mut rest = fields;
        while !rest.is_empty() {
            let (field, after) = split(rest, b' ');
            rest = after;
            let (key, value) = split(field, b'=');
            match key {
                b"retired" => parsed.is_retired = true,
                b"status" => {
                    parsed.status = number_of(value);
                    is_valid &= parsed.status.is_some();
                }
                b"retryable" => {
                    parsed.is_retryable = matches!(value, b"true");
                    is_valid &= matches!(value, b"true" | b"false");
                }
                b"since" => parsed.since = Some(value),
                b"detail" | b"header" => is_valid &= !value.is_empty(),
                _ => is_valid = false,
            }
        }
        if is_valid { Ok(parsed) } else { Err(Fault::NotAnEntry(number)) }
    }

    pub(super) const fn has_code(&self, code: &str) -> bool {
        is_encoding_of(self.code, code.as_bytes())
    }

    /// The details and headers.
    pub(super) const fn promises(&self) -> Promises<'t> {
        Promises { rest: self.fields }
    }
}

/// Something that a released code promises to clients.
#[derive(Debug, Clone, Copy)]
pub(super) enum Promise<'t> {
    /// Name, kind, and whether it may be left out.
    Detail(&'t [u8], &'t [u8], bool),
    Header(&'t [u8]),
}

/// What a line promises, one by one.
pub(super) struct Promises<'t> {
    rest: &'t [u8],
}

impl<'t> Promises<'t> {
    pub(super) const fn next(&mut self) -> Option<Promise<'t>> {
        while !self.rest.is_empty() {
            let (field, rest) = split(self.rest, b' ');
            self.rest = rest;
            match split(field, b'=') {
                (b"detail", value) => {
                    let (name, kind) = split(value, b':');
                    return Some(match kind {
                        [kind @ .., b'?'] => Promise::Detail(name, kind, true),
                        kind => Promise::Detail(name, kind, false),
                    });
                }
                (b"header", name) => return Some(Promise::Header(name)),
                _ => {}
            }
        }
        None
    }
}

/// The lines of a lock, without its comments.
pub(super) struct Lines<'t> {
    rest: &'t [u8],
    number: usize,
}

impl<'t> Lines<'t> {
    pub(super) const fn new(text: &'t [u8]) -> Result<Self, Fault> {
        let (first, rest) = split(text, b'\n');
        if text.is_empty() {
            return Err(Fault::Empty);
        }
        if let [.., b'\r'] = first {
            return Err(Fault::CarriageReturns);
        }
        if is_conflict_marker(first) {
            return Err(Fault::ConflictMarkers(1));
        }
        let Some(format) = without_prefix(first, HEADER.as_bytes()) else {
            return Err(Fault::NotALock);
        };
        if !equal(format, FORMAT.as_bytes()) {
            let is_number = number_of(format).is_some();
            return Err(if is_number { Fault::NewerFormat } else { Fault::NotALock });
        }
        if text[text.len() - 1] != b'\n' {
            return Err(Fault::CutShort);
        }
        Ok(Self { rest, number: 1 })
    }

    pub(super) const fn next(&mut self) -> Result<Option<Line<'t>>, Fault> {
        while !self.rest.is_empty() {
            let (line, rest) = split(self.rest, b'\n');
            self.rest = rest;
            self.number += 1;
            match line {
                [] | [b'#', ..] => {}
                [.., b'\r'] => return Err(Fault::CarriageReturns),
                line if is_conflict_marker(line) => {
                    return Err(Fault::ConflictMarkers(self.number));
                }
                line => {
                    return match Line::parse(line, self.number) {
                        Ok(line) => Ok(Some(line)),
                        Err(fault) => Err(fault),
                    };
                }
            }
        }
        Ok(None)
    }
}

const fn is_conflict_marker(line: &[u8]) -> bool {
    matches!(
        line,
        [b'<', b'<', b'<', b'<', ..]
            | [b'=', b'=', b'=', b'=', ..]
            | [b'>', b'>', b'>', b'>', ..]
            | [b'|', b'|', b'|', b'|', ..]
    )
}

/// What stands before the first `separator`, and what after it.
const fn split(text: &[u8], separator: u8) -> (&[u8], &[u8]) {
    let mut index = 0;
    while index < text.len() {
        if text[index] == separator {
            let (before, from) = text.split_at(index);
            return (before, from.split_at(1).1);
        }
        index += 1;
    }
    (text, &[])
}

const fn without_prefix<'t>(text: &'t [u8], prefix: &[u8]) -> Option<&'t [u8]> {
    if text.len() < prefix.len() {
        return None;
    }
    let (start, rest) = text.split_at(prefix.len());
    if equal(start, prefix) { Some(rest) } else { None }
}

const fn number_of(digits: &[u8]) -> Option<u16> {
    if digits.is_empty() || digits.len() > 4 {
        return None;
    }
    let mut number = 0;
    let mut index = 0;
    while index < digits.len() {
        if !digits[index].is_ascii_digit() {
            return None;
        }
        number = number * 10 + (digits[index] - b'0') as u16;
        index += 1;
    }
    Some(number)
}

/// The value of a hexadecimal digit, as the encoding writes it; 0 for anything else.
pub(super) const fn hex(digit: u8) -> u8 {
    match digit {
        b'0'..=b'9' => digit - b'0',
        b'A'..=b'F' => digit - b'A' + 10,
        _ => 0,
    }
}

/// Whether a byte stands for itself.
pub(super) const fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.')
}

const fn is_encoded(text: &[u8]) -> bool {
    let mut index = 0;
    while index < text.len() {
        if !is_plain(text[index]) && text[index] != b'%' {
            return false;
        }
        index += 1;
    }
    true
}

/// Whether `encoded` is the percent-encoding of `plain`.
pub(super) const fn is_encoding_of(encoded: &[u8], plain: &[u8]) -> bool {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    let (mut at, mut index) = (0, 0);
    while index < plain.len() {
        let byte = plain[index];
        if is_plain(byte) {
            if at >= encoded.len() || encoded[at] != byte {
                return false;
            }
            at += 1;
        } else {
            if at + 3 > encoded.len()
                || encoded[at] != b'%'
                || encoded[at + 1] != HEX[(byte >> 4) as usize]
                || encoded[at + 2] != HEX[(byte & 15) as usize]
            {
                return false;
            }
            at += 3;
        }
        index += 1;
    }
    at == encoded.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Result<Vec<String>, Fault> {
        let mut lines = Lines::new(text.as_bytes())?;
        let mut codes = Vec::new();
        while let Some(line) = lines.next()? {
            codes.push(String::from_utf8_lossy(line.code).into_owned());
        }
        Ok(codes)
    }

    #[test]
    fn every_fault_has_its_own_name() {
        let lock = |lines: &str| format!("{HEADER}{FORMAT}\n{lines}");
        for (text, fault) in [
            (String::new(), Fault::Empty),
            ("\n".to_owned(), Fault::NotALock),
            ("[package]\n".to_owned(), Fault::NotALock),
            (format!("{HEADER}{FORMAT}\r\n"), Fault::CarriageReturns),
            (lock("A status=400 retryable=false\r\n"), Fault::CarriageReturns),
            (format!("{HEADER}2\n"), Fault::NewerFormat),
            (format!("{HEADER}x\n"), Fault::NotALock),
            (lock("A status=400 retry"), Fault::CutShort),
            (format!("<<<<<<< HEAD\n{}", lock("")), Fault::ConflictMarkers(1)),
            (lock("A\n=======\nB\n"), Fault::ConflictMarkers(3)),
            (lock("A\n>>>>>>> main\n"), Fault::ConflictMarkers(3)),
            (lock("A status=four\n"), Fault::NotAnEntry(2)),
            (lock("A status=400 retryable=maybe\n"), Fault::NotAnEntry(2)),
            (lock("A\nB colour=red\n"), Fault::NotAnEntry(3)),
            (lock(" status=400\n"), Fault::NotAnEntry(2)),
            (lock("A/B\n"), Fault::NotAnEntry(2)),
        ] {
            assert_eq!(lines(&text), Err(fault), "{text:?}");
        }
        assert_eq!(lines(&lock("# a comment\n\nA\nB%20C retired\n")).unwrap(), ["A", "B%20C"]);
    }

    #[test]
    fn an_encoding_is_that_of_one_text() {
        assert!(is_encoding_of(b"A%20b-_.", b"A b-_."));
        assert!(is_encoding_of("%C3%84".as_bytes(), "Ä".as_bytes()));
        for other in [b"A%20".as_slice(), b"A", b"A%20bc", b"A%2", b"a%20b"] {
            assert!(!is_encoding_of(other, b"A b"), "{other:?}");
        }
    }
}
