//! Pieces of texts.

use proc_macro2::{Delimiter, Span, TokenStream, TokenTree};

use crate::span;

/// A text in one line, in which nothing is invisible.
pub(crate) fn visible(text: &str) -> String {
    let shown = |char: char| match char {
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

/// Tokens as they are written.
pub(crate) fn source(tokens: &TokenStream) -> String {
    let mut text = String::new();
    write(tokens, None, &mut text);
    visible(text.trim())
}

/// Writes tokens, with a space where the source has any; returns the place of the last.
fn write(tokens: &TokenStream, mut last: Option<Span>, text: &mut String) -> Option<Span> {
    for token in tokens.clone() {
        let (first, end) = match &token {
            TokenTree::Group(group) => (group.span_open(), group.span_close()),
            token => (token.span(), token.span()),
        };
        if last.is_some_and(|last| span::are_apart(last, first).unwrap_or(true)) {
            text.push(' ');
        }
        match &token {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::None => ("", ""),
                };
                text.push_str(open);
                let inside = write(&group.stream(), Some(first), text);
                if inside.is_some_and(|inside| span::are_apart(inside, end).unwrap_or(false)) {
                    text.push(' ');
                }
                text.push_str(close);
            }
            token => text.push_str(&token.to_string()),
        }
        last = Some(end);
    }
    last
}

/// At most `max` characters of a text.
pub(crate) fn shortened(text: &str, max: usize) -> String {
    if text.chars().count() <= max {
        return text.to_owned();
    }
    let start: String = text.chars().take(max).collect();
    format!("{start}…")
}
