//! `pub Coordinator { name = "…", docs_url = "…", envelope = Type, catalog = CATALOG }`

use proc_macro2::{Ident, TokenStream, TokenTree};
use syn::{
    Attribute, LitStr, Token, Type, Visibility, braced,
    ext::IdentExt,
    parse::{Parse, ParseStream, Parser},
};

use crate::{
    crate_path::ItemPath,
    diagnostics::{Errors, domain as texts, value},
};

pub(super) struct Domain {
    pub(super) attrs: Vec<Attribute>,
    pub(super) visibility: Visibility,
    pub(super) ident: Ident,
    pub(super) name: Option<LitStr>,
    pub(super) docs_url: Option<LitStr>,
    pub(super) envelope: Option<Type>,
    pub(super) catalog: Option<ItemPath>,
    pub(super) krate: Option<ItemPath>,
}

/// Reads what can be read, and reports the rest.
pub(super) fn parse(input: TokenStream, errors: &mut Errors) -> Option<Domain> {
    let all = input.clone();
    let read = |input: ParseStream<'_>| {
        let domain = domain(input, errors);
        if domain.is_none() {
            while input.parse::<TokenTree>().is_ok() {}
        }
        Ok(domain)
    };
    let parsed = Parser::parse2(read, input).ok().flatten();
    if parsed.is_none() {
        errors.push(texts::form(&all));
    }
    parsed
}

fn domain(input: ParseStream<'_>, errors: &mut Errors) -> Option<Domain> {
    let attrs = input.call(Attribute::parse_outer).ok()?;
    let visibility = input.parse().ok()?;
    // Written as the struct that it becomes.
    let _ = input.parse::<Option<Token![struct]>>();
    let ident = input.parse().ok()?;
    let options = |input: ParseStream<'_>| -> syn::Result<TokenStream> {
        let content;
        braced!(content in input);
        content.parse()
    };
    let options = options(input).ok()?;
    let _ = input.parse::<Option<Token![;]>>();
    if !input.is_empty() {
        return None;
    }
    let mut domain = Domain {
        attrs,
        visibility,
        ident,
        name: None,
        docs_url: None,
        envelope: None,
        catalog: None,
        krate: None,
    };
    let read = |input: ParseStream<'_>| {
        read_options(input, &mut domain, errors);
        Ok(())
    };
    Parser::parse2(read, options).ok()?;
    Some(domain)
}

fn read_options(input: ParseStream<'_>, domain: &mut Domain, errors: &mut Errors) {
    let mut seen: Vec<String> = Vec::new();
    while !input.is_empty() {
        let Ok(key) = Ident::parse_any(input) else {
            let found = skipped(input);
            errors.push(texts::unknown_option(&found));
            let _ = input.parse::<Token![,]>();
            continue;
        };
        let name = key.unraw().to_string();
        if seen.contains(&name) {
            errors.push(texts::duplicate_option(&key));
        }
        seen.push(name.clone());
        let is_assigned = input.parse::<Token![=]>().is_ok();
        let value = skipped(input);
        let _ = input.parse::<Token![,]>();
        let read = match name.as_str() {
            "name" => set(&mut domain.name, value),
            "docs_url" => set(&mut domain.docs_url, value),
            "envelope" => set(&mut domain.envelope, value),
            "catalog" => set(&mut domain.catalog, value),
            "crate" => set(&mut domain.krate, value),
            _ => {
                errors.push(texts::unknown_option(&quote::quote!(#key)));
                continue;
            }
        };
        if !read || !is_assigned {
            errors.push(texts::option_value(&key));
        }
    }
    if let Some(url) = &domain.docs_url
        && url.value().replace("{code}", "").contains(['{', '}'])
    {
        errors.push(value::docs_url_braces(url));
    }
}

fn set<T: Parse>(option: &mut Option<T>, tokens: TokenStream) -> bool {
    *option = syn::parse2(tokens).ok();
    option.is_some()
}

/// The tokens up to a comma outside of generic arguments.
fn skipped(input: ParseStream<'_>) -> TokenStream {
    let mut tokens = TokenStream::new();
    let mut depth = 0_usize;
    while !input.is_empty() && (depth > 0 || !input.peek(Token![,])) {
        let Ok(token) = input.parse::<TokenTree>() else { break };
        match &token {
            TokenTree::Punct(punct) if punct.as_char() == '<' => depth += 1,
            TokenTree::Punct(punct) if punct.as_char() == '>' => depth = depth.saturating_sub(1),
            _ => {}
        }
        tokens.extend([token]);
    }
    tokens
}
