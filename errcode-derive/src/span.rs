//! Where a token stands in the user's source.

use proc_macro2::Span;

use crate::package_path;

/// `"src/jobs.rs:12"`, or empty where no compiler is running (in this crate's own tests).
pub(crate) fn location(span: Span) -> String {
    if !proc_macro::is_available() {
        return String::new();
    }
    let span = span.unwrap();
    format!("{}:{}", package_path::file(span), span.line())
}

/// [`location`] with the column.
pub(crate) fn position(span: Span) -> String {
    if !proc_macro::is_available() {
        return String::new();
    }
    let span = span.unwrap();
    format!("{}:{}:{}", span.file(), span.line(), span.column())
}

/// Where a span begins, for sorting.
pub(crate) fn line_and_column(span: Span) -> (usize, usize) {
    if !proc_macro::is_available() {
        return (0, 0);
    }
    let span = span.unwrap();
    (span.line(), span.column())
}

/// Whether there is space between two tokens in the source; `None` where that is not known.
pub(crate) fn are_apart(before: Span, after: Span) -> Option<bool> {
    if !proc_macro::is_available() {
        return None;
    }
    let (before, after) = (before.unwrap().end(), after.unwrap().start());
    Some((before.line(), before.column()) != (after.line(), after.column()))
}
