//! Texts of attributes and doc comments: plain text with code spans in backticks.

use std::borrow::Cow;

/// A part of a text.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Part<'a> {
    Plain(&'a str),
    /// The content of a code span, without its backticks.
    Code(&'a str),
}

/// Splits a text at its code spans. A run of backticks without a closing run of the same length is plain.
pub(super) fn parts(text: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut plain = 0;
    let mut at = 0;
    while let Some(open) = text[at..].find('`').map(|found| at + found) {
        let fence = run(&text[open..]);
        let start = open + fence;
        at = match closing(&text[start..], fence) {
            Some(len) => {
                push_plain(&mut parts, &text[plain..open]);
                parts.push(Part::Code(&text[start..start + len]));
                plain = start + len + fence;
                plain
            }
            None => start,
        };
    }
    push_plain(&mut parts, &text[plain..]);
    parts
}

fn push_plain<'a>(parts: &mut Vec<Part<'a>>, text: &'a str) {
    if !text.is_empty() {
        parts.push(Part::Plain(text));
    }
}

/// The number of backticks that a text begins with.
fn run(text: &str) -> usize {
    text.bytes().take_while(|&byte| byte == b'`').count()
}

/// Where the run of exactly `fence` backticks begins.
fn closing(text: &str, fence: usize) -> Option<usize> {
    let mut at = 0;
    while let Some(found) = text[at..].find('`') {
        at += found;
        let len = run(&text[at..]);
        if len == fence {
            return Some(at);
        }
        at += len;
    }
    None
}

/// Returns a text as one line, with control characters and directional formatting characters as escapes such as
/// `\u{202e}`.
pub(super) fn visible(text: &str) -> Cow<'_, str> {
    if !text.contains(|c: char| c.is_control() || is_reordering(c) || is_line_break(c)) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    // A line break of Windows is one space, as any other.
    let text = text.replace("\r\n", "\n");
    for c in text.chars() {
        match c {
            c if is_line_break(c) || c == '\t' => out.push(' '),
            c if c.is_control() || is_reordering(c) => out.extend(c.escape_unicode()),
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// Returns `true` for the characters that end a line of a document or of JavaScript.
fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{2028}' | '\u{2029}')
}

/// Returns `true` for directional formatting characters: embeddings, overrides and isolates. The marks,
/// U+200E, U+200F and U+061C, only affect their neighbors and are kept.
pub(super) fn is_reordering(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Escapes the characters of [`visible`] and `<` in JSON, so that it can be embedded in HTML.
///
/// The result is the same JSON value, and a JavaScript expression.
pub(super) fn escape_json(json: &str) -> Cow<'_, str> {
    // None of these occurs outside of a string in JSON.
    let special = |c: char| {
        is_reordering(c) || matches!(c, '<' | '\u{2028}' | '\u{2029}' | '\u{7f}'..='\u{9f}')
    };
    if !json.contains(special) {
        return Cow::Borrowed(json);
    }
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        if special(c) {
            out.push_str(&format!("\\u{:04x}", u32::from(c)));
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_spans_end_at_a_run_of_the_same_length() {
        use Part::{Code, Plain};

        assert_eq!(parts(""), []);
        assert_eq!(
            parts("Include `X-Api-Key` header"),
            [Plain("Include "), Code("X-Api-Key"), Plain(" header")]
        );
        assert_eq!(parts("``a`b`` c"), [Code("a`b"), Plain(" c")]);
        assert_eq!(parts("a ` b"), [Plain("a ` b")]);
        assert_eq!(parts("a `` b `c`"), [Plain("a `` b "), Code("c")]);
        assert_eq!(parts("```"), [Plain("```")]);
        assert_eq!(parts("`é`ü"), [Code("é"), Plain("ü")]);
    }

    #[test]
    fn what_reorders_text_is_visible() {
        assert_eq!(visible("plain"), "plain");
        assert_eq!(visible("a\u{202e}b\u{0}\r\nc\u{2028}d"), "a\\u{202e}b\\u{0} c d");
        assert_eq!(visible("\u{200f}שלום"), "\u{200f}שלום");
    }

    #[test]
    fn escaped_json_is_the_same_value() {
        let text = "</script><!-- \u{202e} \u{2028} \u{85}";
        let json = serde_json::to_string(text).unwrap();
        let escaped = escape_json(&json);
        assert!(!escaped.contains('<') && !escaped.contains('\u{202e}'), "{escaped}");
        assert_eq!(serde_json::from_str::<String>(&escaped).unwrap(), text);
    }
}
