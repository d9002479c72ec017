//! Reads what a document says of codes.

use std::collections::BTreeSet;

use super::{
    Place,
    lines::{self, Line},
};

/// What a document says of a code at one place.
#[derive(Debug)]
pub(super) struct Mention {
    pub(super) code: String,
    /// Empty if no status is given, several for the likes of "502/503".
    pub(super) statuses: Vec<u16>,
    pub(super) retryable: Option<bool>,
    /// The first digit of the statuses that the headings above promise, as in "(4xx)".
    pub(super) class: Option<u16>,
    pub(super) place: Place,
}

#[derive(Debug, Default)]
pub(super) struct Document {
    pub(super) mentions: Vec<Mention>,
    /// The statuses of the document's own table of statuses.
    pub(super) statuses: BTreeSet<u16>,
}

/// Reads a document. What looks like no code is one all the same if it `is_known`.
pub(super) fn read(markdown: &str, is_known: impl Fn(&str) -> bool) -> Document {
    let lines = lines::lines(markdown);
    let mut reader = Reader {
        document: Document::default(),
        is_known,
        place: Place { line: 0, heading: String::new() },
        heading_statuses: Vec::new(),
        class: None,
        section: None,
        listing: None,
    };
    let mut fenced = false;
    let mut index = 0;
    while let Some(line) = lines.get(index) {
        reader.place.line = line.number;
        if line.text.starts_with("```") || line.text.starts_with("~~~") {
            fenced = !fenced;
        } else if !fenced {
            let table = table(&lines[index..]);
            if !table.is_empty() {
                reader.table(&table);
                index += table.len();
                continue;
            }
            reader.line(&line.text);
        }
        index += 1;
    }
    reader.document
}

struct Reader<F> {
    document: Document,
    is_known: F,
    place: Place,
    /// The statuses that the heading above names.
    heading_statuses: Vec<u16>,
    /// The first digit of the class that a heading above names. A heading that is a code is below it.
    class: Option<u16>,
    /// The mention of the code that is the heading above.
    section: Option<usize>,
    /// Whether lines that begin with a code are rows of a table whose columns were lost, and whether one of them was for
    /// retries.
    listing: Option<Listing>,
}

#[derive(Clone, Copy)]
enum Listing {
    Codes { retryable: bool },
    Statuses,
}

impl<F: Fn(&str) -> bool> Reader<F> {
    fn line(&mut self, text: &str) {
        if let Some(heading) = heading(text) {
            self.heading(heading);
        } else if let Some(listing) = listing(text) {
            self.listing = Some(listing);
        } else if matches!(self.listing, Some(Listing::Statuses)) && leading_status(text).is_some()
        {
            self.document.statuses.extend(leading_status(text));
        } else if let Some(mention) = self.row(text) {
            self.document.mentions.push(mention);
        } else if let Some(section) = self.section {
            self.property(section, text);
        } else if !text.is_empty() {
            self.listing = None;
        }
    }

    fn heading(&mut self, heading: &str) {
        heading.clone_into(&mut self.place.heading);
        self.heading_statuses = statuses(heading);
        self.listing = None;
        let code = name(heading);
        if !self.is_code(code) {
            self.class = class(heading);
        }
        self.section = self.is_code(code).then(|| {
            self.mention(code, Vec::new(), None);
            self.document.mentions.len() - 1
        });
    }

    /// A row of a table whose columns were lost, such as `CODE 401 Yes Text` or `CODE (401)`.
    fn row(&self, text: &str) -> Option<Mention> {
        let (code, rest) = text.split_once(' ')?;
        if !self.is_code(code) {
            return None;
        }
        let status = rest.trim_start_matches('(').get(..3).map(statuses).unwrap_or_default();
        let ends = rest.trim_start_matches('(').get(3..)?.starts_with([' ', ')']);
        let is_whole = rest.starts_with('(') && rest.ends_with(')') && rest.len() == 5;
        match self.listing {
            _ if is_whole && !status.is_empty() => Some(self.mentioned(code, status, None)),
            Some(Listing::Codes { retryable }) if !status.is_empty() && ends => {
                let retryable = retryable.then(|| yes_or_no(&rest[3..])).flatten();
                Some(self.mentioned(code, status, retryable))
            }
            Some(Listing::Codes { .. }) => Some(self.mentioned(code, Vec::new(), None)),
            _ => None,
        }
    }

    /// A line such as `- **HTTP Status**: 410 Gone` below a code's heading.
    fn property(&mut self, section: usize, text: &str) {
        let Some((name, value)) = text.split_once(':') else { return };
        let name: String = name.to_lowercase().replace(['*', '-', '`'], "").trim().to_owned();
        let mention = &mut self.document.mentions[section];
        match column(&name) {
            Some(Column::Status) if mention.statuses.is_empty() => {
                mention.statuses = statuses(value);
            }
            Some(Column::Retryable) if mention.retryable.is_none() => {
                mention.retryable = yes_or_no(value);
            }
            _ => {}
        }
    }

    fn table(&mut self, rows: &[&Line]) {
        self.section = None;
        self.listing = None;
        let head = cells(&rows[0].text);
        let column_of =
            |wanted| head.iter().position(|name| column(&name.to_lowercase()) == Some(wanted));
        let (status, retryable) = (column_of(Column::Status), column_of(Column::Retryable));
        let rows: Vec<(usize, Vec<String>)> =
            rows[2..].iter().map(|row| (row.number, cells(&row.text))).collect();
        let first = |row: &[String]| row.first().map(|cell| name(cell).to_owned());
        let is_status = |cell: &str| cell.len() == 3 && !statuses(cell).is_empty();
        if rows.iter().all(|(_, row)| first(row).is_some_and(|cell| is_status(&cell))) {
            self.document.statuses.extend(rows.iter().flat_map(|(_, row)| statuses(&row[0])));
            return;
        }
        let Some(code) = column_of(Column::Code) else { return };
        for (number, row) in rows {
            self.place.line = number;
            let Some(cell) = row.get(code) else { continue };
            let name = name(cell);
            if !self.is_code(name) {
                continue;
            }
            let statuses = match status {
                Some(status) => row.get(status).map(|cell| statuses(cell)).unwrap_or_default(),
                None => self.heading_statuses.clone(),
            };
            let retryable = retryable.and_then(|column| row.get(column)).and_then(|c| yes_or_no(c));
            self.mention(name, statuses, retryable);
        }
    }

    fn mention(&mut self, code: &str, statuses: Vec<u16>, retryable: Option<bool>) {
        let mention = self.mentioned(code, statuses, retryable);
        self.document.mentions.push(mention);
    }

    fn mentioned(&self, code: &str, statuses: Vec<u16>, retryable: Option<bool>) -> Mention {
        let (class, place) = (self.class, self.place.clone());
        Mention { code: code.to_owned(), statuses, retryable, class, place }
    }

    fn is_code(&self, text: &str) -> bool {
        (self.is_known)(text) || looks_like_code(text)
    }
}

/// A name without its code span, emphasis and link.
fn name(text: &str) -> &str {
    let text = text.trim().trim_matches(['*', '`']);
    let text = match text.strip_prefix('[').and_then(|text| text.split_once("](")) {
        Some((text, _)) => text,
        None => text,
    };
    text.trim_matches(['*', '`', ' '])
}

/// Whether the text is of capital letters, digits and `_`, four at least.
fn looks_like_code(text: &str) -> bool {
    text.len() >= 4
        && text.starts_with(|c: char| c.is_ascii_uppercase())
        && text.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'_')
}

fn heading(text: &str) -> Option<&str> {
    let level = text.bytes().take_while(|&byte| byte == b'#').count();
    let heading = text[level..].strip_prefix(' ')?;
    (1..=6).contains(&level).then(|| heading.trim().trim_end_matches('#').trim_end())
}

/// The first digit of a class of statuses, such as "4xx".
fn class(heading: &str) -> Option<u16> {
    let mut words = heading.split(|c: char| !c.is_ascii_alphanumeric());
    words.find_map(|word| word.strip_suffix("xx")?.parse().ok())
}

/// The status that a line begins with.
fn leading_status(text: &str) -> Option<u16> {
    let (status, _) = text.split_once(' ')?;
    (status.len() == 3).then(|| statuses(status).pop())?
}

/// The header of a table whose columns were lost: it begins with "Code", "Error Code" or "Status".
fn listing(text: &str) -> Option<Listing> {
    let text = text.to_lowercase();
    if text.starts_with("status ") && text.contains("meaning") {
        return Some(Listing::Statuses);
    }
    let rest = text.strip_prefix("error ").unwrap_or(&text).strip_prefix("code ")?;
    let retryable = rest.contains("retr");
    (retryable || rest.contains("status") || rest.contains("http"))
        .then_some(Listing::Codes { retryable })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    Code,
    Status,
    Retryable,
}

/// What a column of this name, in lowercase, holds.
fn column(name: &str) -> Option<Column> {
    if name.contains("retr") && !name.contains("after") {
        Some(Column::Retryable)
    } else if name.contains("status") || name.starts_with("http") {
        Some(Column::Status)
    } else if name.contains("code") || name == "error" {
        Some(Column::Code)
    } else {
        None
    }
}

/// The lines of the table that these lines begin with: none if they do not begin with one.
fn table(lines: &[Line]) -> Vec<&Line> {
    let is_row = |line: &&Line| line.text.starts_with('|') && line.text.len() > 1;
    let is_rule = |line: &Line| {
        line.text.contains("--") && line.text.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '))
    };
    match lines {
        [head, rule, rows @ ..] if is_row(&head) && is_rule(rule) => {
            [head, rule].into_iter().chain(rows.iter().take_while(is_row)).collect()
        }
        _ => Vec::new(),
    }
}

/// The cells of a row, without escapes.
pub(in crate::documents) fn cells(row: &str) -> Vec<String> {
    let row = row.trim().trim_start_matches('|');
    let row = row.strip_suffix('|').unwrap_or(row);
    let mut cells = vec![String::new()];
    let mut chars = row.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\\' if chars.peek() == Some(&'|') => {
                chars.next();
                push(&mut cells, '|');
            }
            '|' => cells.push(String::new()),
            c => push(&mut cells, c),
        }
    }
    cells.iter().map(|cell| cell.trim().to_owned()).collect()
}

fn push(cells: &mut [String], c: char) {
    if let Some(cell) = cells.last_mut() {
        cell.push(c);
    }
}

/// The HTTP statuses of a text: numbers of three digits from 200.
fn statuses(text: &str) -> Vec<u16> {
    text.split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| word.len() == 3)
        .filter_map(|word| word.parse().ok())
        .filter(|status| (200..600).contains(status))
        .collect()
}

/// Reads the beginning of an answer.
fn yes_or_no(text: &str) -> Option<bool> {
    text.split(|c: char| !c.is_alphanumeric() && !matches!(c, '✅' | '❌' | '✓' | '✗')).find_map(
        |word| match word.to_lowercase().as_str() {
            "yes" | "true" | "✅" | "✓" => Some(true),
            "no" | "false" | "never" | "❌" | "✗" => Some(false),
            _ => None,
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(markdown: &str) -> Vec<(String, Vec<u16>, Option<bool>)> {
        let mentions = read(markdown, |code| code == "ok").mentions;
        mentions.into_iter().map(|m| (m.code, m.statuses, m.retryable)).collect()
    }

    #[test]
    fn tables_are_read_by_their_columns() {
        assert_eq!(
            said(
                "| Code | HTTP | Retryable |\n|---|---|---|\n| `LOST` | 404 | ❌ No |\n| ok | 200 | Yes |"
            ),
            [("LOST".into(), vec![404], Some(false)), ("ok".into(), vec![200], Some(true))]
        );
        assert_eq!(
            said("### 502/503 - Away\n\n|Code|Text|\n|--|--|\n|LOST|a \\| b|\n"),
            [("LOST".into(), vec![502, 503], None)]
        );
        assert_eq!(
            said("|Error|Status|\n|--|--|\n|[`LOST`](#lost)|404|\n|**`GONE`**|410|\n"),
            [("LOST".into(), vec![404], None), ("GONE".into(), vec![410], None)]
        );
    }

    #[test]
    fn headings_and_lines_are_read() {
        assert_eq!(
            said(
                "#### LOST\n- **HTTP Status**: 404 Not Found\n- **Retryable**: no\n- **Status**: 500"
            ),
            [("LOST".into(), vec![404], Some(false))]
        );
        assert_eq!(
            said(
                "Code HTTP Status Retryable Text\nLOST 404 ❌ No Lost\nAWAY 503 ✅ Yes Away\n\nGONE (410)"
            ),
            [
                ("LOST".into(), vec![404], Some(false)),
                ("AWAY".into(), vec![503], Some(true)),
                ("GONE".into(), vec![410], None),
            ]
        );
        assert_eq!(said("HTTP 404 is no code\n```\nLOST (404)\n```"), []);
    }

    #[test]
    fn a_table_of_statuses_has_no_codes() {
        let document = read("| Code | Meaning |\n|---|---|\n| `404` | Lost |", |_| false);
        assert!(document.mentions.is_empty());
        assert_eq!(document.statuses, BTreeSet::from([404]));
    }
}
