//! `pub static NAME = [Type, …]`, and options after it.

use proc_macro2::{TokenStream, TokenTree};
use syn::{
    Attribute, Ident, LitStr, Path, Token, Type, Visibility,
    ext::IdentExt,
    parse::{Parse, ParseStream, Parser},
    spanned::Spanned,
};

use crate::{
    comma_list,
    crate_path::ItemPath,
    diagnostics::{Errors, catalog as texts},
    suggest,
};

/// What a catalog lists, and where it is locked.
pub(super) struct Catalog {
    pub(super) attrs: Vec<Attribute>,
    pub(super) visibility: Visibility,
    pub(super) name: Ident,
    pub(super) types: Vec<Type>,
    pub(super) krate: Option<Path>,
    pub(super) lock: Option<LitStr>,
    pub(super) level: Level,
}

/// How much of a code is locked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Level {
    Codes,
    All,
}

/// Reads what can be read, and reports the rest.
pub(super) fn parse(input: TokenStream, errors: &mut Errors) -> Option<Catalog> {
    let read = |input: ParseStream<'_>| Ok(catalog(input, errors));
    let result = Parser::parse2(read, input);
    result.unwrap_or_else(|error| {
        errors.push(error.into());
        None
    })
}

fn catalog(input: ParseStream<'_>, errors: &mut Errors) -> Option<Catalog> {
    let form = |input: ParseStream<'_>| texts::catalog_form(input.span());
    let header = |input: ParseStream<'_>| -> syn::Result<_> {
        let attrs = input.call(Attribute::parse_outer)?;
        let visibility = input.parse()?;
        input.parse::<Token![static]>()?;
        let name = input.parse()?;
        if input.peek(Token![:]) {
            // `static NAME: Catalog = …`: the type is known.
            input.parse::<Token![:]>()?;
            input.parse::<Type>()?;
        }
        input.parse::<Token![=]>()?;
        Ok((attrs, visibility, name))
    };
    let Ok((attrs, visibility, name)) = header(input) else {
        errors.push(form(input));
        skip(input);
        return None;
    };
    let Some(types) = list(input, errors) else {
        errors.push(form(input));
        skip(input);
        return None;
    };
    let mut catalog =
        Catalog { attrs, visibility, name, types, krate: None, lock: None, level: Level::All };
    options(input, &mut catalog, errors);
    Some(catalog)
}

fn skip(input: ParseStream<'_>) {
    while input.parse::<TokenTree>().is_ok() {}
}

/// `[Type, …]`; each element that is no type is reported, and the rest is read.
fn list(input: ParseStream<'_>, errors: &mut Errors) -> Option<Vec<Type>> {
    if !input.peek(syn::token::Bracket) {
        return None;
    }
    let bracketed = |input: ParseStream<'_>| -> syn::Result<TokenStream> {
        let content;
        syn::bracketed!(content in input);
        content.parse()
    };
    let elements = bracketed(input).ok()?;
    let mut types = Vec::new();
    // In a list of types, every `<` opens generic arguments.
    for element in comma_list::split(elements, |_| true) {
        let has_attribute = begins_with_attribute(&element);
        let element: TokenStream = element.into_iter().collect();
        let span = element.span();
        if has_attribute {
            errors.push(texts::attribute_in_list(span));
            continue;
        }
        match syn::parse2::<Type>(element) {
            Ok(
                ty @ (Type::Path(_)
                | Type::Reference(_)
                | Type::Group(_)
                | Type::Paren(_)
                | Type::Macro(_)),
            ) => types.push(ty),
            Ok(_) | Err(_) => errors.push(texts::not_a_listed_type(span)),
        }
    }
    Some(types)
}

fn begins_with_attribute(element: &[TokenTree]) -> bool {
    matches!(element.first(), Some(TokenTree::Punct(sign)) if sign.as_char() == '#')
}

/// `, key = value` after the list, and a `;` at the end.
fn options(input: ParseStream<'_>, catalog: &mut Catalog, errors: &mut Errors) {
    let mut seen: Vec<String> = Vec::new();
    let mut level = None;
    while !input.is_empty() {
        if input.peek(Token![,]) || input.peek(Token![;]) {
            let _ = input.parse::<TokenTree>();
            continue;
        }
        let Ok(key) = Ident::parse_any(input) else {
            errors.push(texts::catalog_option_expected(input.span()));
            return skip(input);
        };
        let name = key.unraw().to_string();
        if seen.contains(&name) {
            errors.push(texts::duplicate_option(&key));
        }
        seen.push(name.clone());
        if input.parse::<Token![=]>().is_err() {
            errors.push(texts::catalog_option_value(&key));
            skip_to_comma(input);
            continue;
        }
        match name.as_str() {
            "crate" => match parse_value::<ItemPath>(input) {
                Ok(path) => catalog.krate = Some(path.0),
                Err(_) => errors.push(texts::catalog_option_value(&key)),
            },
            "lock" => match parse_value::<LitStr>(input) {
                Ok(path) => catalog.lock = Some(path),
                Err(_) => errors.push(texts::catalog_option_value(&key)),
            },
            "level" => match parse_value::<LitStr>(input) {
                Ok(value) => match value.value().as_str() {
                    "codes" => level = Some((key, Level::Codes)),
                    "all" => level = Some((key, Level::All)),
                    _ => errors.push(texts::unknown_level(&value)),
                },
                Err(_) => errors.push(texts::catalog_option_value(&key)),
            },
            _ => {
                let similar = suggest::nearest(&name, ["lock", "level", "crate"].into_iter());
                errors.push(texts::unknown_catalog_option(&key, similar));
                skip_to_comma(input);
            }
        }
    }
    if let Some((key, level)) = level {
        if !seen.iter().any(|key| key == "lock") {
            errors.push(texts::level_without_lock(&key));
        }
        catalog.level = level;
    }
}

/// A value that ends at a comma or with the input; of any other, all up to there is skipped.
fn parse_value<T: Parse>(input: ParseStream<'_>) -> syn::Result<T> {
    let ahead = input.fork();
    let is_value = ahead.parse::<T>().is_ok()
        && (ahead.is_empty() || ahead.peek(Token![,]) || ahead.peek(Token![;]));
    if is_value {
        return input.parse();
    }
    skip_to_comma(input);
    Err(input.error("expected another value"))
}

fn skip_to_comma(input: ParseStream<'_>) {
    while !input.is_empty() && !input.peek(Token![,]) {
        let _ = input.parse::<TokenTree>();
    }
}
