//! Compares a hand-written Markdown reference with the codes.

mod lines;
mod read;

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

use super::{Reference, entry::Entry};

use read::{Document, Mention};

/// A difference between a document and the codes, or within the document. See [`Reference::compare`].
///
/// Its `Display` is a line of text.
///
/// ```
/// use errcode::{CodeSpec, documents::{Finding, Reference}, http::StatusCode};
///
/// static GONE: CodeSpec = CodeSpec::new("GONE", StatusCode::GONE);
/// let findings = Reference::from_specs([&GONE]).compare("No codes here.");
/// assert_eq!(findings, [Finding::MissingInDocument { code: "GONE".into() }]);
/// assert_eq!(findings[0].to_string(), "`GONE` is missing in the document");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Finding {
    /// The document never mentions a code.
    MissingInDocument {
        /// The code.
        code: String,
    },
    /// No variant has a code that the document mentions.
    MissingInCatalog {
        /// The code.
        code: String,
        /// Where the document mentions it first.
        place: Place,
    },
    /// The document gives a code another status than the catalog.
    Status {
        /// The code.
        code: String,
        /// The statuses that the document gives.
        document: Vec<u16>,
        /// The statuses of the code's variants.
        catalog: Vec<u16>,
        /// Where the document gives them.
        place: Place,
    },
    /// The document says the opposite of the catalog about retries.
    Retryable {
        /// The code.
        code: String,
        /// What the document says.
        document: bool,
        /// Where it says so.
        place: Place,
    },
    /// The document gives a code different statuses at two places.
    TwoStatuses {
        /// The code.
        code: String,
        /// The statuses at the first place.
        first: (Vec<u16>, Place),
        /// The statuses at the other place.
        other: (Vec<u16>, Place),
    },
    /// The document says both that a code is retryable and that it is not.
    TwoRetryable {
        /// The code.
        code: String,
        /// Where it is retryable.
        yes: Place,
        /// Where it is not.
        no: Place,
    },
    /// The document gives some codes a status, but not this one.
    NoStatus {
        /// The code.
        code: String,
    },
    /// The document says of some codes whether they are retryable, but not of this one.
    NoRetryable {
        /// The code.
        code: String,
    },
    /// The document gives a code a status of another class than the heading above promises, such as "(4xx)".
    StatusClass {
        /// The code.
        code: String,
        /// The status that the document gives.
        status: u16,
        /// The first digit of the heading's class.
        class: u16,
        /// Where the document gives it.
        place: Place,
    },
    /// The document's table of statuses has a 4xx or 5xx that it gives to no code.
    UnusedStatus {
        /// The status.
        status: u16,
    },
    /// The document's table of statuses leaves out a status that it gives to a code.
    UnlistedStatus {
        /// The status.
        status: u16,
        /// The codes that have it.
        codes: Vec<String>,
    },
}

/// A place in a document: a line and the heading above it.
///
/// ```
/// use errcode::{CodeSpec, documents::{Finding, Reference}, http::StatusCode};
///
/// static GONE: CodeSpec = CodeSpec::new("GONE", StatusCode::GONE);
/// let findings = Reference::from_specs([&GONE]).compare("# Errors\n\n### GONE\n\nStatus: 404\n");
/// let Finding::Status { place, .. } = &findings[0] else { panic!("{findings:?}") };
/// assert_eq!((place.line, place.heading.as_str()), (3, "GONE"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The line, from 1.
    pub line: usize,
    /// The text of the nearest heading above; empty if there is none.
    pub heading: String,
}

impl Reference {
    /// Compares an existing Markdown reference with the codes.
    ///
    /// It reads codes from tables with a column of codes, from headings that are a code, and from lines that begin with
    /// a code and a status. It finds codes that are missing on either side, statuses and retryability that differ, and
    /// contradictions within the document. Documents whose tables were flattened to lines of text are read too.
    ///
    /// ```
    /// use errcode::{CodeSpec, documents::Reference, http::StatusCode};
    ///
    /// static GONE: CodeSpec = CodeSpec::new("JOB_GONE", StatusCode::GONE);
    /// static LOST: CodeSpec = CodeSpec::new("JOB_LOST", StatusCode::NOT_FOUND);
    ///
    /// let findings = Reference::from_specs([&GONE, &LOST]).compare(
    ///     "## Jobs\n\n| Code | HTTP |\n|---|---|\n| `JOB_GONE` | 404 |\n",
    /// );
    /// let lines: Vec<String> = findings.iter().map(ToString::to_string).collect();
    /// assert_eq!(lines, [
    ///     "`JOB_LOST` is missing in the document",
    ///     "`JOB_GONE` has status 404 at line 5 (Jobs), but 410 in the catalog",
    /// ]);
    /// ```
    #[must_use]
    pub fn compare(&self, markdown: &str) -> Vec<Finding> {
        let entries = self.entries();
        let document = read::read(markdown, |code| entries.iter().any(|e| e.code() == code));
        let by_code = document.by_code();
        let mut findings = Vec::new();
        findings.extend(missing(&entries, &by_code));
        findings.extend(contradictions(&entries, &by_code));
        findings.extend(document.within(&by_code));
        findings
    }
}

type ByCode<'a> = BTreeMap<&'a str, Vec<&'a Mention>>;

/// Codes that only one side has.
fn missing(entries: &[Entry], by_code: &ByCode<'_>) -> Vec<Finding> {
    let known: BTreeSet<&str> = entries.iter().map(Entry::code).collect();
    let in_document = entries
        .iter()
        .filter(|entry| !by_code.contains_key(entry.code()))
        .map(|entry| Finding::MissingInDocument { code: entry.code().to_owned() });
    let in_catalog =
        by_code.iter().filter(|(code, _)| !known.contains(*code)).map(|(code, mentions)| {
            Finding::MissingInCatalog { code: (*code).to_owned(), place: mentions[0].place.clone() }
        });
    in_document.chain(in_catalog).collect()
}

/// What the document says against the catalog.
fn contradictions(entries: &[Entry], by_code: &ByCode<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for entry in entries {
        let statuses: Vec<u16> = entry.specs.iter().map(|spec| spec.status().as_u16()).collect();
        for mention in by_code.get(entry.code()).into_iter().flatten() {
            let agrees = mention.statuses.iter().any(|status| statuses.contains(status));
            if !mention.statuses.is_empty() && !agrees {
                findings.push(Finding::Status {
                    code: entry.code().to_owned(),
                    document: mention.statuses.clone(),
                    catalog: statuses.clone(),
                    place: mention.place.clone(),
                });
            }
            if let Some(retryable) = mention.retryable
                && entry.specs.iter().all(|spec| spec.retryable() != retryable)
            {
                findings.push(Finding::Retryable {
                    code: entry.code().to_owned(),
                    document: retryable,
                    place: mention.place.clone(),
                });
            }
        }
    }
    findings
}

impl Document {
    fn by_code(&self) -> ByCode<'_> {
        let mut by_code = ByCode::new();
        for mention in &self.mentions {
            by_code.entry(mention.code.as_str()).or_default().push(mention);
        }
        by_code
    }

    /// What the document says against itself, and what it leaves out.
    fn within(&self, by_code: &ByCode<'_>) -> Vec<Finding> {
        let mut findings = Vec::new();
        for (code, mentions) in by_code {
            findings.extend(two_statuses(code, mentions));
            findings.extend(two_retryable(code, mentions));
            findings.extend(mentions.iter().filter_map(|mention| other_class(mention)));
        }
        let without = |has: &dyn Fn(&Mention) -> bool| -> Vec<String> {
            if !self.mentions.iter().any(has) {
                return Vec::new();
            }
            let lacks = by_code.iter().filter(|(_, all)| !all.iter().any(|mention| has(mention)));
            lacks.map(|(code, _)| (*code).to_owned()).collect()
        };
        let no_status = without(&|mention| !mention.statuses.is_empty());
        findings.extend(no_status.into_iter().map(|code| Finding::NoStatus { code }));
        let no_retryable = without(&|mention| mention.retryable.is_some());
        findings.extend(no_retryable.into_iter().map(|code| Finding::NoRetryable { code }));
        findings.extend(self.unlisted_statuses());
        findings.extend(self.unused_statuses());
        findings
    }

    fn unlisted_statuses(&self) -> Vec<Finding> {
        let mut unlisted: BTreeMap<u16, BTreeSet<&str>> = BTreeMap::new();
        if !self.statuses.is_empty() {
            for mention in &self.mentions {
                for status in mention.statuses.iter().filter(|s| !self.statuses.contains(s)) {
                    unlisted.entry(*status).or_default().insert(&mention.code);
                }
            }
        }
        let finding = |(status, codes): (u16, BTreeSet<&str>)| Finding::UnlistedStatus {
            status,
            codes: codes.into_iter().map(str::to_owned).collect(),
        };
        unlisted.into_iter().map(finding).collect()
    }

    fn unused_statuses(&self) -> Vec<Finding> {
        let used: BTreeSet<u16> = self.mentions.iter().flat_map(|m| m.statuses.clone()).collect();
        if used.is_empty() {
            // A document without codes has its statuses to say.
            return Vec::new();
        }
        let unused = self.statuses.difference(&used).filter(|status| **status >= 400);
        unused.map(|&status| Finding::UnusedStatus { status }).collect()
    }
}

fn other_class(mention: &Mention) -> Option<Finding> {
    let class = mention.class?;
    let status = *mention.statuses.iter().find(|status| *status / 100 != class)?;
    let place = mention.place.clone();
    Some(Finding::StatusClass { code: mention.code.clone(), status, class, place })
}

fn two_statuses(code: &str, mentions: &[&Mention]) -> Option<Finding> {
    let mut with_status = mentions.iter().filter(|mention| !mention.statuses.is_empty());
    let first = with_status.next()?;
    let other = with_status.find(|mention| mention.statuses != first.statuses)?;
    Some(Finding::TwoStatuses {
        code: code.to_owned(),
        first: (first.statuses.clone(), first.place.clone()),
        other: (other.statuses.clone(), other.place.clone()),
    })
}

fn two_retryable(code: &str, mentions: &[&Mention]) -> Option<Finding> {
    let place = |wanted| {
        let mention = mentions.iter().find(|mention| mention.retryable == Some(wanted))?;
        Some(mention.place.clone())
    };
    Some(Finding::TwoRetryable { code: code.to_owned(), yes: place(true)?, no: place(false)? })
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}", self.line)?;
        if !self.heading.is_empty() {
            write!(f, " ({})", self.heading)?;
        }
        Ok(())
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MissingInDocument { code } => write!(f, "`{code}` is missing in the document"),
            Self::MissingInCatalog { code, place } => {
                write!(f, "`{code}` at {place} is missing in the catalog")
            }
            Self::Status { code, document, catalog, place } => write!(
                f,
                "`{code}` has status {} at {place}, but {} in the catalog",
                or(document),
                or(catalog)
            ),
            Self::Retryable { code, document: true, place } => {
                write!(f, "`{code}` is retryable at {place}, but not in the catalog")
            }
            Self::Retryable { code, document: false, place } => {
                write!(f, "`{code}` is not retryable at {place}, but is in the catalog")
            }
            Self::TwoStatuses { code, first, other } => write!(
                f,
                "`{code}` has status {} at {}, but {} at {}",
                or(&first.0),
                first.1,
                or(&other.0),
                other.1
            ),
            Self::TwoRetryable { code, yes, no } => {
                write!(f, "`{code}` is retryable at {yes}, but not at {no}")
            }
            Self::NoStatus { code } => write!(f, "the document gives `{code}` no status"),
            Self::NoRetryable { code } => {
                write!(f, "the document does not say whether `{code}` is retryable")
            }
            Self::StatusClass { code, status, class, place } => {
                write!(f, "`{code}` has status {status} at {place}, under a heading of {class}xx")
            }
            Self::UnusedStatus { status } => write!(
                f,
                "the document's table of statuses has {status}, which it gives to no code"
            ),
            Self::UnlistedStatus { status, codes } => {
                let codes: Vec<String> = codes.iter().map(|code| format!("`{code}`")).collect();
                write!(
                    f,
                    "the document's table of statuses leaves out {status}, the status of {}",
                    codes.join(", ")
                )
            }
        }
    }
}

fn or(statuses: &[u16]) -> String {
    let statuses: Vec<String> = statuses.iter().map(ToString::to_string).collect();
    statuses.join(" or ")
}
