//! Pieces of texts.

use proc_macro2::TokenStream;

/// A text in one line, in which nothing is invisible.
pub(crate) fn visible(text: &str) -> String {
    let shown = |char: char| match char {
        '"' | '\'' => char.to_string(),
        ' '..='~' => char.to_string(),
        _ if char.is_alphanumeric() => char.to_string(),
        _ => char.escape_default().to_string(),
    };
    text.chars().map(shown).collect()
}

/// `a`, `b` and `c`, each in backticks.
pub(crate) fn listed(names: impl IntoIterator<Item = impl AsRef<str>>) -> String {
    let names: Vec<String> = names.into_iter().map(|name| format!("`{}`", name.as_ref())).collect();
    names.join(", ")
}

/// Tokens as they were most likely written.
pub(crate) fn source(tokens: &TokenStream) -> String {
    let mut text = tokens.to_string();
    for (spaced, tight) in [
        (" :: ", "::"),
        (" . ", "."),
        (" ,", ","),
        (" ;", ";"),
        ("( ", "("),
        (" )", ")"),
        (" !", "!"),
    ] {
        text = text.replace(spaced, tight);
    }
    visible(&text)
}

/// At most `max` characters of a text.
pub(crate) fn shortened(text: &str, max: usize) -> String {
    if text.chars().count() <= max {
        return text.to_owned();
    }
    let start: String = text.chars().take(max).collect();
    format!("{start}…")
}
