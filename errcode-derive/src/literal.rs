//! String literals.

use std::fmt;

use proc_macro2::{Literal, Span, TokenStream};
use quote::{ToTokens, TokenStreamExt};
use syn::Lit;

/// A string literal with its text, which is decoded once.
#[derive(Clone)]
pub(crate) struct Str {
    literal: Literal,
    text: String,
}

impl Str {
    /// The literal, if it is a string without a suffix.
    pub(crate) fn of(literal: &Literal) -> Option<Self> {
        let written = literal.to_string();
        let inside = written.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
        let text = match inside {
            // Nothing in it stands for something else.
            Some(text) if !text.as_bytes().contains(&b'\\') => text.to_owned(),
            _ => match Lit::new(literal.clone()) {
                Lit::Str(text) if text.suffix().is_empty() => text.value(),
                _ => return None,
            },
        };
        Some(Self { literal: literal.clone(), text })
    }

    /// A literal at the place of another one.
    pub(crate) fn new(text: &str, span: Span) -> Self {
        let mut literal = Literal::string(text);
        literal.set_span(span);
        Self { literal, text: text.to_owned() }
    }

    pub(crate) fn value(&self) -> &str {
        &self.text
    }

    pub(crate) fn into_value(self) -> String {
        self.text
    }

    pub(crate) fn span(&self) -> Span {
        self.literal.span()
    }
}

/// As it is written.
impl fmt::Display for Str {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.literal.fmt(f)
    }
}

impl ToTokens for Str {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.append(self.literal.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_of_a_string_is_decoded() {
        for written in [
            r#""""#,
            r#""a b""#,
            r#""{id} ä""#,
            r#""\"\\\n\x41\u{e4}""#,
            "\"a \\\n   b\"",
            r##"r#"a "b" \n"#"##,
            r#"r"a""#,
        ] {
            let literal: Literal = written.parse().expect("it is a literal");
            let Lit::Str(known) = Lit::new(literal.clone()) else { panic!("it is a string") };
            assert_eq!(Str::of(&literal).map(|text| text.text), Some(known.value()), "{written}");
        }
        for other in ["1", "'a'", r#"b"a""#, r#"c"a""#, r#""a"suffix"#] {
            let literal: Literal = other.parse().expect("it is a literal");
            assert!(Str::of(&literal).is_none(), "{other}");
        }
    }
}
