//! `#[api(...)]` as a list of entries, tolerant: a faulty entry is reported and the next one is read.

use darling::{ast::NestedMeta, error::Accumulator};
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::{
    Attribute, Expr, Ident, MacroDelimiter, Meta, MetaList, MetaNameValue, Path, Token, Type,
    ext::IdentExt,
    parse::{ParseStream, Parser},
    token::Paren,
};

use crate::{
    keys::{self, Key, Place},
    message,
};

/// The entries of every `#[api(...)]` among `attrs` that belong at `place`, each key once.
pub(super) fn entries(attrs: &[Attribute], place: Place, errors: &mut Accumulator) -> Entries {
    let mut all = Entries::default();
    for attr in attrs.iter().filter(|attr| attr.path().is_ident("api")) {
        match &attr.meta {
            Meta::List(list) if !list.tokens.is_empty() => {
                let read = |input: ParseStream<'_>| {
                    list_of(input, place, &mut all, errors);
                    Ok(())
                };
                if let Err(error) = Parser::parse2(read, list.tokens.clone()) {
                    errors.push(error.into());
                }
            }
            other => {
                if place != Place::Enum {
                    // The message says to write both.
                    all.attempted.extend(["code", "status"]);
                }
                errors.push(match other {
                    Meta::NameValue(_) => message::attribute_with_value(attr),
                    Meta::List(_) | Meta::Path(_) => message::empty_attribute(attr, place),
                });
            }
        }
    }
    all
}

#[derive(Default)]
pub(super) struct Entries {
    pub(super) list: Vec<(Ident, NestedMeta)>,
    /// Keys that were meant to be given, but reported: they are not missing too.
    pub(super) attempted: Vec<&'static str>,
}

impl Entries {
    fn add(&mut self, key: Ident, entry: Meta, place: Place, errors: &mut Accumulator) {
        let name = key.unraw().to_string();
        match Key::of(&name) {
            None => {
                let similar = keys::similar(&name, place);
                self.attempted.extend(similar.map(|similar| similar.name));
                errors.push(message::unknown_key(&key, similar, place));
            }
            Some(known) if !known.fits(place) => {
                errors.push(message::misplaced_key(&key, known, place));
            }
            Some(_) if self.has(&name) && !may_repeat(&name, place) => {
                errors.push(message::repeated_key(&key));
            }
            Some(_) => self.list.push((key, NestedMeta::Meta(entry))),
        }
    }

    fn has(&self, name: &str) -> bool {
        self.list.iter().any(|(key, _)| key.unraw() == name)
    }
}

fn may_repeat(name: &str, place: Place) -> bool {
    matches!(name, "detail" | "header") && place != Place::Field
}

fn list_of(input: ParseStream<'_>, place: Place, entries: &mut Entries, errors: &mut Accumulator) {
    while !input.is_empty() {
        let Ok(key) = Ident::parse_any(input) else {
            errors.push(message::not_a_key(input.span(), place));
            skip_to_comma(input);
            continue;
        };
        match entry(&key, input, place) {
            Ok(meta) => entries.add(key, meta, place, errors),
            Err(error) => {
                entries.attempted.extend(Key::of(&key.to_string()).map(|known| known.name));
                errors.push(error);
                skip_to_comma(input);
                continue;
            }
        }
        if input.is_empty() {
            return;
        }
        if input.parse::<Token![,]>().is_err() {
            errors.push(message::missing_comma(input.span()));
            // What follows is read as the next entry if it can be one.
            if !input.peek(Ident::peek_any) {
                skip_to_comma(input);
            }
        }
    }
}

fn skip_to_comma(input: ParseStream<'_>) {
    while !input.is_empty() && input.parse::<Token![,]>().is_err() {
        let _ = input.parse::<TokenTree>();
    }
}

/// What follows a key: nothing, `= value` or `(list)`.
fn entry(key: &Ident, input: ParseStream<'_>, place: Place) -> darling::Result<Meta> {
    let path = Path::from(key.clone());
    if input.peek(Token![=]) {
        let eq_token: Token![=] = input.parse()?;
        let value = value(key, input).map_err(|_| message::missing_value(key, place))?;
        return Ok(Meta::NameValue(MetaNameValue { path, eq_token, value }));
    }
    if input.peek(Paren) {
        let (tokens, span) = input.step(|cursor| match cursor.group(Delimiter::Parenthesis) {
            Some((inside, span, rest)) => Ok(((inside.token_stream(), span), rest)),
            None => Err(cursor.error("expected parentheses")),
        })?;
        return Ok(Meta::List(MetaList {
            path,
            delimiter: MacroDelimiter::Paren(Paren { span }),
            tokens,
        }));
    }
    Ok(Meta::Path(path))
}

/// A type where the key takes one (`Google<Mine>` is no expression), else an expression.
fn value(key: &Ident, input: ParseStream<'_>) -> syn::Result<Expr> {
    if key == "envelope" && !input.peek(syn::Lit) {
        return input
            .parse::<Type>()
            .map(|ty| Expr::Verbatim(quote::ToTokens::into_token_stream(ty)));
    }
    input.parse()
}

/// The string literals of a list such as `("A", "B")`; `None` if it holds anything else.
pub(super) fn literals(tokens: &TokenStream) -> Option<Vec<syn::LitStr>> {
    let list = syn::punctuated::Punctuated::<Expr, Token![,]>::parse_terminated;
    let list = list.parse2(tokens.clone()).ok()?;
    list.iter().map(super::value::string_of).collect()
}
