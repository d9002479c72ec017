//! Where the crate `errcode` is.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::{format_ident, quote};
use syn::{Path, parse_quote};

/// Its path unless `crate = …` says another.
pub(crate) fn default() -> Path {
    parse_quote!(::errcode)
}

/// The path that the facade's `macro_rules!` hands on as `($crate)`, so that a renamed dependency is found; and the
/// rest of the input.
pub(crate) fn handed_on(input: TokenStream) -> (Path, TokenStream) {
    let mut tokens = input.clone().into_iter();
    if let Some(TokenTree::Group(group)) = tokens.next()
        && group.delimiter() == Delimiter::Parenthesis
        && let Ok(path) = syn::parse2(group.stream())
    {
        return (path, tokens.collect());
    }
    (default(), input)
}

/// The hidden module of the facade with what generated code needs. Its name has the version, so that nobody depends on
/// it by accident: it changes without notice.
pub(crate) fn support(krate: &Path) -> TokenStream {
    let module = format_ident!("__private{}", env!("CARGO_PKG_VERSION_PATCH"));
    quote!(#krate::#module)
}
