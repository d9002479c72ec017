//! Text in HTML.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use pulldown_cmark_escape::escape_html;

use crate::documents::text::{self, Part};

/// Escapes text for an element or a quoted attribute.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // Writing to a string does not fail.
    let _ = escape_html(&mut out, &text::visible(text));
    out
}

/// Renders a text and its code spans.
pub(super) fn inline(text: &str) -> String {
    let part = |part| match part {
        Part::Plain(text) => escape(text),
        Part::Code(code) => self::code(code),
    };
    text::parts(text).into_iter().map(part).collect()
}

pub(super) fn code(code: &str) -> String {
    format!("<code>{}</code>", escape(code))
}

/// Renders preformatted lines.
pub(super) fn pre(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(escape).collect();
    format!("<pre><code>{}</code></pre>", lines.join("\n"))
}

/// Renders a link to a web page. A URL with another scheme, such as `javascript:`, is rendered as text.
pub(super) fn link(url: &str) -> String {
    let text = escape(url);
    if is_web(url) { format!("<a href=\"{text}\">{text}</a>") } else { text }
}

/// Returns `true` if a URL is relative or has the scheme `http` or `https`.
pub(super) fn is_web(url: &str) -> bool {
    let url = url.trim().to_ascii_lowercase();
    let scheme = url.split(['/', '?', '#']).next().unwrap_or_default();
    url.starts_with("https://") || url.starts_with("http://") || !scheme.contains(':')
}

/// The characters that an id cannot have, and those that would end or escape a fragment.
const NOT_IN_IDS: &AsciiSet = &NON_ALPHANUMERIC.remove(b'_').remove(b'-').remove(b'.');

/// Returns the id of a code's section, which is also the fragment of its URL.
pub(super) fn anchor(code: &str) -> String {
    utf8_percent_encode(code, NOT_IN_IDS).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_text() {
        assert_eq!(inline("a `<b>` & \"c\""), "a <code>&lt;b&gt;</code> &amp; &quot;c&quot;");
    }

    #[test]
    fn only_web_pages_are_linked() {
        for url in ["https://a.example/x:y", "HTTP://a", "errors/A", "/errors?x=a:b", "#A", ""] {
            assert!(is_web(url), "{url}");
        }
        for url in ["javascript:alert(1)", " JavaScript:alert(1)", "data:text/html,x", "mailto:a@b"]
        {
            assert!(!is_web(url), "{url}");
        }
    }

    #[test]
    fn anchors_have_no_spaces() {
        assert_eq!(anchor("JOB_EXPIRED"), "JOB_EXPIRED");
        assert_eq!(anchor("a b%\""), "a%20b%25%22");
    }
}
