//! Code that is written: text, and tokens where the compiler may have to point at what the user wrote.
//!
//! A macro pays for each token that it builds. Text is read by the compiler itself, all at once, which takes a small
//! part of that time; but all of it stands at the derive. So a type that lacks a trait, or a format string that shows
//! what cannot be shown, is handed over as tokens.

use std::fmt::{self, Write as _};

use proc_macro2::{Delimiter, Group, TokenStream};
use quote::{ToTokens, TokenStreamExt};

/// Code, from its beginning to its end.
#[derive(Default)]
pub(super) struct Code {
    /// What comes before the text.
    tokens: Vec<TokenStream>,
    /// Every delimiter that is opened in it is closed in it.
    text: String,
}

/// [`Code`] from a format string and its arguments.
macro_rules! code {
    ($($format:tt)*) => {{
        let mut code = $crate::expand::code::Code::default();
        code.write(::core::format_args!($($format)*));
        code
    }};
}

pub(super) use code;

impl Code {
    pub(super) fn push(&mut self, text: &str) {
        self.text.push_str(text);
        self.text.push('\n');
    }

    pub(super) fn write(&mut self, text: fmt::Arguments<'_>) {
        // A `String` takes all that is written.
        let _ = self.text.write_fmt(text);
        self.text.push('\n');
    }

    pub(super) fn push_tokens(&mut self, tokens: TokenStream) {
        self.flush();
        self.tokens.push(tokens);
    }

    pub(super) fn append(&mut self, code: Self) {
        if !code.tokens.is_empty() {
            self.flush();
            self.tokens.extend(code.tokens);
        }
        self.text.push_str(&code.text);
    }

    /// Appends `{ code }`.
    pub(super) fn braces(&mut self, code: Self) {
        self.group(Delimiter::Brace, code);
    }

    /// Appends `( code )`.
    pub(super) fn parentheses(&mut self, code: Self) {
        self.group(Delimiter::Parenthesis, code);
    }

    /// Appends `[ code ]`.
    pub(super) fn brackets(&mut self, code: Self) {
        self.group(Delimiter::Bracket, code);
    }

    fn group(&mut self, delimiter: Delimiter, code: Self) {
        if !code.tokens.is_empty() {
            return self
                .push_tokens(Group::new(delimiter, code.into_token_stream()).into_token_stream());
        }
        let (open, close) = match delimiter {
            Delimiter::Parenthesis => ("(", ")"),
            Delimiter::Brace => ("{", "}"),
            Delimiter::Bracket => ("[", "]"),
            Delimiter::None => ("", ""),
        };
        self.text.push_str(open);
        self.text.push_str(&code.text);
        self.text.push_str(close);
    }

    pub(super) const fn is_empty(&self) -> bool {
        self.tokens.is_empty() && self.text.is_empty()
    }

    fn flush(&mut self) {
        if !self.text.is_empty() {
            self.tokens.push(lex(&self.text));
            self.text.clear();
        }
    }
}

impl From<TokenStream> for Code {
    fn from(tokens: TokenStream) -> Self {
        Self { tokens: vec![tokens], text: String::new() }
    }
}

impl ToTokens for Code {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.append_all(&self.tokens);
        if !self.text.is_empty() {
            tokens.append_all([lex(&self.text)]);
        }
    }

    fn into_token_stream(mut self) -> TokenStream {
        self.flush();
        self.tokens.into_iter().collect()
    }
}

/// The tokens of a text: by the compiler's own lexer where there is one, as `proc_macro2` would read the text twice.
fn lex(text: &str) -> TokenStream {
    let tokens = if proc_macro::is_available() {
        text.parse().ok().map(|tokens: proc_macro::TokenStream| tokens.into())
    } else {
        text.parse().ok()
    };
    tokens.unwrap_or_else(|| quote::quote!(::core::compile_error!("errcode wrote no Rust");))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_tokens_keep_their_order() {
        let mut code = code!("a ({})", 1);
        code.push_tokens(quote::quote!(b));
        code.push("c");
        let mut inner = code!("d");
        inner.push_tokens(quote::quote!(e));
        code.braces(inner);
        code.parentheses(code!("f"));
        code.append(code!("g"));
        assert_eq!(code.to_token_stream().to_string(), "a (1) b c { d e } (f) g");
        assert_eq!(code.into_token_stream().to_string(), "a (1) b c { d e } (f) g");
        assert!(Code::default().is_empty());
    }
}
