//! Tokens that are taken apart as they are.

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};
use quote::{ToTokens, TokenStreamExt};

use crate::comma_list;

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

/// The parts of a list between its commas; a comma at the end ends the last part. Those in generic arguments,
/// `collect::<Map<_, _>>()` or `<Map<u8, u8>>::len(x)`, end none.
pub(super) fn parts(tokens: &TokenStream) -> Vec<Tokens> {
    comma_list::split(tokens.clone(), opens_generics).into_iter().map(Tokens).collect()
}

/// Whether a `<` after this token is no operator: after `::`, and where an operand begins.
fn opens_generics(before: Option<&TokenTree>) -> bool {
    match before {
        None => true,
        Some(TokenTree::Punct(punct)) => match punct.as_char() {
            '?' => false,
            // The second of `<<` is none.
            '<' => punct.spacing() == Spacing::Alone,
            _ => true,
        },
        Some(TokenTree::Ident(_) | TokenTree::Group(_) | TokenTree::Literal(_)) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(list: &str) -> Vec<String> {
        let list = list.parse().expect("a list is made of tokens");
        let without_space = |part: &Tokens| part.stream().to_string().replace(' ', "");
        parts(&list).iter().map(without_space).collect()
    }

    #[test]
    fn commas_in_generic_arguments_end_no_part() {
        assert_eq!(split("a, b(c, d),"), ["a", "b(c,d)"]);
        assert_eq!(split("a::<B<_, _>>(), c"), ["a::<B<_,_>>()", "c"]);
        assert_eq!(split("<A<B, C>>::d, e"), ["<A<B,C>>::d", "e"]);
        assert_eq!(split("x = <A<B, C> as D>::E, f"), ["x=<A<B,C>asD>::E", "f"]);
        assert_eq!(split("a::<fn(B) -> C, D>(), e"), ["a::<fn(B)->C,D>()", "e"]);
    }

    #[test]
    fn operators_are_no_generic_arguments() {
        assert_eq!(split("a < b, c > d"), ["a<b", "c>d"]);
        assert_eq!(split("a << b, c >> d"), ["a<<b", "c>>d"]);
        assert_eq!(split("f(a) <= b?, c"), ["f(a)<=b?", "c"]);
        assert_eq!(split("a - <B<C, D>>::E, f"), ["a-<B<C,D>>::E", "f"]);
        assert_eq!(split(".a? < .b, c"), [".a?<.b", "c"]);
    }
}
