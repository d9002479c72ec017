//! Tokens that are taken apart as they are.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::{ToTokens, TokenStreamExt};

/// Tokens as they were read. The compiler builds a stream and takes it apart again, which costs more than what is
/// read costs.
#[derive(Clone, Default)]
pub(crate) struct Tokens(Vec<TokenTree>);

impl Tokens {
    pub(crate) fn stream(&self) -> TokenStream {
        self.0.iter().cloned().collect()
    }

    pub(crate) const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn as_slice(&self) -> &[TokenTree] {
        &self.0
    }

    /// The token, if it is the only one: without the invisible delimiters around what a `macro_rules!` fragment matched.
    pub(crate) fn only(&self) -> Option<TokenTree> {
        match self.0.as_slice() {
            [TokenTree::Group(group)] if group.delimiter() == Delimiter::None => {
                Self::from(group.stream()).only()
            }
            [token] => Some(token.clone()),
            _ => None,
        }
    }

    /// The tokens without these delimiters.
    pub(super) fn ungrouped(&self) -> TokenStream {
        match self.0.as_slice() {
            [TokenTree::Group(group)] if group.delimiter() == Delimiter::None => {
                Self::from(group.stream()).ungrouped()
            }
            _ => self.stream(),
        }
    }
}

impl From<TokenStream> for Tokens {
    fn from(tokens: TokenStream) -> Self {
        tokens.into_iter().collect()
    }
}

impl FromIterator<TokenTree> for Tokens {
    fn from_iter<I: IntoIterator<Item = TokenTree>>(tokens: I) -> Self {
        Self(tokens.into_iter().collect())
    }
}

impl ToTokens for Tokens {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.append_all(&self.0);
    }
}

/// The parts of a list between its commas; a comma at the end ends the last part.
pub(super) fn parts(tokens: &TokenStream) -> Vec<Tokens> {
    let mut parts = vec![Tokens::default()];
    for token in tokens.clone() {
        match &token {
            TokenTree::Punct(punct) if punct.as_char() == ',' => parts.push(Tokens::default()),
            _ => {
                if let Some(Tokens(part)) = parts.last_mut() {
                    part.push(token);
                }
            }
        }
    }
    if parts.last().is_some_and(Tokens::is_empty) {
        parts.pop();
    }
    parts
}
