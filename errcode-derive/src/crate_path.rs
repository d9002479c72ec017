//! Where the crate `errcode` is.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::{format_ident, quote};
use syn::{
    Path,
    parse::{Parse, ParseStream},
    parse_quote,
};

/// The path of a crate, a module or an item, as in `use`.
pub(crate) struct ItemPath(pub(crate) Path);

impl Parse for ItemPath {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let path = Path::parse_mod_style(input)?;
        let names: Vec<String> =
            path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        let is_keyword =
            |name: &String| matches!(name.as_str(), "self" | "Self" | "super" | "crate");
        // Keywords are in front, and name an item only together with a name; `crate` is one.
        let in_front = names.iter().take_while(|name| is_keyword(name)).count();
        let is_item = match names.get(..in_front).unwrap_or_default() {
            [] => true,
            [first] if first == "crate" => path.leading_colon.is_none(),
            [first, rest @ ..] => {
                path.leading_colon.is_none()
                    && matches!(first.as_str(), "self" | "super")
                    && rest.iter().all(|name| name == "super")
                    && (in_front < names.len() || !rest.is_empty())
            }
        };
        if is_item && !names.iter().skip(in_front).any(is_keyword) {
            Ok(Self(path))
        } else {
            Err(input.error("expected the path of an item"))
        }
    }
}

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
