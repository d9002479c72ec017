//! Where a token stands in the user's source.

use proc_macro2::Span;

/// `"src/jobs.rs:12"`, or empty where no compiler is running (in this crate's own tests).
pub(crate) fn location(span: Span) -> String {
    if !proc_macro::is_available() {
        return String::new();
    }
    let span = span.unwrap();
    format!("{}:{}", span.file(), span.line())
}

/// [`location`] with the column.
pub(crate) fn position(span: Span) -> String {
    if !proc_macro::is_available() {
        return String::new();
    }
    let span = span.unwrap();
    format!("{}:{}:{}", span.file(), span.line(), span.column())
}
