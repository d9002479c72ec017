use serde_core::Serialize;

use super::{Fact, WHOLE, facts, is_link};
use crate::{Envelope, ErrorView};

/// Markdown (RFC 7763), `text/markdown`, for language models and terminals: what went wrong, whether and when to try
/// again, and what to do.
///
/// It says what the JSON envelopes say. Texts are escaped: none of them is taken for markup.
///
/// ```
/// use errcode::{ApiError, RequestContext, envelope::Markdown};
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[error("over the limit of {limit}")]
/// #[api(code = "JOB_LIMIT", status = 429, retry_after = 30, resolution = "Wait for a job to end")]
/// struct JobLimit {
///     #[api(detail)]
///     limit: u32,
/// }
///
/// let body = errcode::to_json::<Markdown>(&JobLimit { limit: 8 }, &RequestContext::new().request_id("req-1"));
/// assert_eq!(
///     String::from_utf8_lossy(&body),
///     concat!(
///         "# Too Many Requests\n\nover the limit of 8\n\n",
///         "- Code: `JOB_LIMIT`\n- Status: 429\n- Retry: the same request may succeed after 30 seconds\n",
///         "- What to do: Wait for a job to end\n- Request: `req-1`\n\n",
///         "## Details\n\n- `limit`: `8`\n",
///     ),
/// );
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Markdown;

impl Envelope for Markdown {
    const CONTENT_TYPE: &'static str = "text/markdown; charset=utf-8";

    /// Builds the text as a string.
    fn body(view: ErrorView<'_>) -> impl Serialize {
        text(view)
    }

    fn write(view: ErrorView<'_>, out: &mut Vec<u8>) {
        out.extend_from_slice(text(view).as_bytes());
    }
}

fn text(view: ErrorView<'_>) -> String {
    let mut text = String::from("# ");
    escape(view.title(), &mut text);
    text.push_str("\n\n");
    paragraph(&view.message(), &mut text);
    text.push_str("\n\n");
    for (label, fact) in facts(&view) {
        text.push_str("- ");
        text.push_str(label);
        text.push_str(": ");
        match fact {
            Fact::Code(value) => code(value, &mut text),
            Fact::Text(value) => escape(&value, &mut text),
            Fact::Url(url) if is_link(url) && !url.starts_with('/') => {
                text.push('<');
                text.push_str(url);
                text.push('>');
            }
            Fact::Url(url) => code(url, &mut text),
        }
        text.push('\n');
    }
    if let Some(fields) = view.field_errors() {
        text.push_str("\n## Fields\n\n");
        for (field, errors) in fields {
            for error in errors {
                text.push_str("- ");
                match field {
                    "" => text.push_str(WHOLE),
                    field => code(field, &mut text),
                }
                text.push_str(": ");
                escape(error.message(), &mut text);
                text.push('\n');
            }
        }
    }
    let mut is_first = true;
    view.details().each_json(|name, json| {
        if std::mem::take(&mut is_first) {
            text.push_str("\n## Details\n\n");
        }
        text.push_str("- ");
        code(name, &mut text);
        text.push_str(": ");
        code(json, &mut text);
        text.push('\n');
    });
    text
}

/// A text that begins a paragraph, and neither a list (CommonMark §5.2) nor indented code (§4.4).
fn paragraph(text: &str, into: &mut String) {
    let line: String = one_line(text).collect();
    let line = line.trim_start();
    let rest = line.trim_start_matches(|char: char| char.is_ascii_digit());
    let (number, _) = line.split_at(line.len() - rest.len());
    into.push_str(number);
    let after = rest.strip_prefix(['.', ')']);
    if !number.is_empty() && after.is_some_and(|after| after.is_empty() || after.starts_with(' ')) {
        into.push('\\');
    }
    escape(rest, into);
}

/// A text on one line, in which no character is markup (CommonMark §2.4) and none is out of sight.
fn escape(text: &str, into: &mut String) {
    for char in one_line(text) {
        if char.is_ascii_punctuation() && !".,:;'()?%/\"".contains(char) {
            into.push('\\');
        }
        into.push(char);
    }
}

/// A code span (CommonMark §6.1), whose fence is longer than any within.
fn code(text: &str, into: &mut String) {
    let longest = text.split(|char| char != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest + 1);
    // A space keeps what begins or ends with the fence's character, or a space, apart from it.
    let is_apart = text.is_empty() || text.starts_with(['`', ' ']) || text.ends_with(['`', ' ']);
    let space = if is_apart { " " } else { "" };
    into.push_str(&fence);
    into.push_str(space);
    into.extend(one_line(text));
    into.push_str(space);
    into.push_str(&fence);
}

fn one_line(text: &str) -> impl Iterator<Item = char> {
    let visible = |char: char| if char.is_control() { ' ' } else { char };
    text.chars().filter(|char| !is_direction(*char)).map(visible)
}

/// Marks that change the direction of what follows (Unicode's bidirectional controls).
const fn is_direction(char: char) -> bool {
    matches!(char, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_no_markup() {
        let escaped = |text: &str| {
            let mut into = String::new();
            escape(text, &mut into);
            into
        };
        assert_eq!(escaped("a *b* [c](d) <e> # f\n- g"), r"a \*b\* \[c\](d) \<e\> \# f \- g");
        assert_eq!(escaped("\u{202e}x & y"), r"x \& y");
    }

    #[test]
    fn a_paragraph_is_no_list_and_no_code() {
        let begun = |text: &str| {
            let mut into = String::new();
            paragraph(text, &mut into);
            into
        };
        assert_eq!(begun("1. a"), r"1\. a");
        assert_eq!(begun("404) *a*"), r"404\) \*a\*");
        assert_eq!(begun("7."), r"7\.");
        assert_eq!(begun("3.5 seconds, 1. a"), "3.5 seconds, 1. a");
        assert_eq!(begun("\t    a"), "a");
    }

    #[test]
    fn code_spans_hold_any_text() {
        let span = |text: &str| {
            let mut into = String::new();
            code(text, &mut into);
            into
        };
        assert_eq!(span("a"), "`a`");
        assert_eq!(span("a`b``c"), "```a`b``c```");
        assert_eq!(span("`"), "`` ` ``");
        assert_eq!(span("a\nb"), "`a b`");
        assert_eq!(span(""), "`  `");
    }
}
