//! Text in HTML.

use crate::documents::text::{self, Part};

/// Escapes text for an element or a quoted attribute.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text::visible(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
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

/// Returns the id of a code's section, which is also the fragment of its URL. Characters other than ASCII letters, digits,
/// `_`, `-` and `.` are percent-encoded.
pub(super) fn anchor(code: &str) -> String {
    let mut out = String::with_capacity(code.len());
    for byte in code.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.') {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
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
