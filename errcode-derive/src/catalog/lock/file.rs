//! The text of a lock, line by line. What it means is in `errcode-core/src/catalog/lock`, which writes it.

use crate::percent::percent_decoded;

/// The first line of a lock, up to the number of its format.
pub(crate) const HEADER: &str = "# errcode lock, format ";

/// The format that is read.
pub(crate) const FORMAT: &str = "1";

/// What is wrong with a lock; lines are counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    Empty,
    CarriageReturns,
    CutShort,
    NotALock,
    NewerFormat,
    ConflictMarkers(usize),
    NotAnEntry(usize),
}

/// A released code.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) number: usize,
    pub(super) code: String,
    pub(super) is_retired: bool,
    /// `None` where codes alone are locked.
    pub(super) status: Option<u16>,
    pub(super) is_retryable: bool,
    pub(super) details: Vec<Detail>,
    pub(super) headers: Vec<String>,
}

#[derive(Debug, PartialEq, Eq)]
pub(super) struct Detail {
    pub(super) name: String,
    /// One of the words that name a kind.
    pub(super) kind: String,
    pub(super) is_optional: bool,
}

/// Reads all lines but comments, or finds the first fault.
pub(super) fn lines(text: &str) -> Result<Vec<Line>, Fault> {
    let Some(first) = text.split('\n').next().filter(|_| !text.is_empty()) else {
        return Err(Fault::Empty);
    };
    if first.ends_with('\r') {
        return Err(Fault::CarriageReturns);
    }
    if is_conflict_marker(first) {
        return Err(Fault::ConflictMarkers(1));
    }
    match first.strip_prefix(HEADER) {
        Some(FORMAT) => {}
        Some(format) if format.parse::<u16>().is_ok() => return Err(Fault::NewerFormat),
        _ => return Err(Fault::NotALock),
    }
    if !text.ends_with('\n') {
        return Err(Fault::CutShort);
    }
    let numbered = text.split('\n').enumerate().skip(1);
    let entries = numbered.filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
    entries.map(|(index, line)| entry(index + 1, line)).collect()
}

fn entry(number: usize, line: &str) -> Result<Line, Fault> {
    if line.ends_with('\r') {
        return Err(Fault::CarriageReturns);
    }
    if is_conflict_marker(line) {
        return Err(Fault::ConflictMarkers(number));
    }
    Line::parse(number, line).ok_or(Fault::NotAnEntry(number))
}

fn is_conflict_marker(line: &str) -> bool {
    ["<<<<", "====", ">>>>", "||||"].iter().any(|marker| line.starts_with(marker))
}

impl Line {
    fn parse(number: usize, line: &str) -> Option<Self> {
        let mut fields = line.split(' ');
        let mut parsed = Self {
            number,
            code: decoded(fields.next()?)?,
            is_retired: false,
            status: None,
            is_retryable: false,
            details: Vec::new(),
            headers: Vec::new(),
        };
        for field in fields {
            match field.split_once('=') {
                None if field == "retired" => parsed.is_retired = true,
                Some(("status", status)) => parsed.status = Some(status.parse().ok()?),
                Some(("retryable", value)) => parsed.is_retryable = value.parse().ok()?,
                Some(("since", version)) => drop(decoded(version)?),
                Some(("detail", detail)) => parsed.details.push(Detail::parse(detail)?),
                Some(("header", name)) => parsed.headers.push(decoded(name)?),
                _ => return None,
            }
        }
        Some(parsed)
    }
}

impl Detail {
    fn parse(field: &str) -> Option<Self> {
        let (name, kind) = field.split_once(':')?;
        let (kind, is_optional) = kind.strip_suffix('?').map_or((kind, false), |kind| (kind, true));
        let is_kind = !kind.is_empty() && kind.bytes().all(|byte| byte.is_ascii_lowercase());
        is_kind.then_some(Self { name: decoded(name)?, kind: kind.to_owned(), is_optional })
    }
}

fn decoded(text: &str) -> Option<String> {
    percent_decoded(text).filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn lock(lines: &str) -> String {
        format!("{HEADER}{FORMAT}\n{lines}")
    }

    #[test]
    fn every_fault_has_its_own_name() {
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
            (lock("A status=99999\n"), Fault::NotAnEntry(2)),
            (lock("A status=400 retryable=maybe\n"), Fault::NotAnEntry(2)),
            (lock("A\nB colour=red\n"), Fault::NotAnEntry(3)),
            (lock("A detail=id\n"), Fault::NotAnEntry(2)),
            (lock("A detail=id:Big\n"), Fault::NotAnEntry(2)),
            (lock("A header=\n"), Fault::NotAnEntry(2)),
            (lock("A  retired\n"), Fault::NotAnEntry(2)),
            (lock(" status=400\n"), Fault::NotAnEntry(2)),
            (lock("A/B\n"), Fault::NotAnEntry(2)),
            (lock("A%2\n"), Fault::NotAnEntry(2)),
            (lock("A%FF\n"), Fault::NotAnEntry(2)),
        ] {
            assert_eq!(lines(&text), Err(fault), "{text:?}");
        }
    }

    #[test]
    fn a_line_is_read_in_full() {
        let text = lock(concat!(
            "# a comment\n\n",
            "B%20C status=429 retryable=true since=0.1.0 detail=plan:string? header=x-limit\n",
            "D retired since=0.1.0\n",
        ));
        let read = lines(&text).unwrap();
        assert_eq!(
            read[0],
            Line {
                number: 4,
                code: "B C".to_owned(),
                is_retired: false,
                status: Some(429),
                is_retryable: true,
                details: vec![Detail {
                    name: "plan".to_owned(),
                    kind: "string".to_owned(),
                    is_optional: true,
                }],
                headers: vec!["x-limit".to_owned()],
            }
        );
        assert_eq!((read[1].code.as_str(), read[1].is_retired, read.len()), ("D", true, 2));
    }

    proptest! {
        #[test]
        fn no_text_panics(text in "[A-Z %=:?\\r\\n<#0-9a-zÄ]{0,80}") {
            let _ = lines(&text);
            let _ = lines(&lock(&text));
        }
    }
}
