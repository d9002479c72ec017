//! Reads the entries of `#[api(...)]`, tolerant: a faulty entry is reported and the next one is read.

use std::ops::Range;

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use syn::{ext::IdentExt, parse::Parser};

use super::{
    entries::{Entries, Entry, Written},
    item::Attribute,
    schema::{self, Form, Key, Target, Usage},
    tokens::Tokens,
};
use crate::{
    comma_list::is_arrow,
    diagnostics::{Errors, attribute},
};

/// Reads the entries of every `#[api(...)]` among `attrs`.
pub(super) fn read(attrs: &[Attribute], target: Target, errors: &mut Errors) -> Entries {
    let mut entries = Entries::default();
    for attr in attrs.iter().filter(|attr| attr.name == "api") {
        match &attr.written {
            Written::List(list) if !list.is_empty() => {
                let tokens: Vec<TokenTree> = list.clone().into_iter().collect();
                Reader { tokens: &tokens, next: 0, target, entries: &mut entries, errors }.read();
                if entries.is_empty() && target != Target::Enum {
                    // Nothing could be read: what is missing may be in it.
                    entries.report_required();
                }
            }
            Written::Value(_) => {
                entries.report_required();
                errors.push(attribute::with_value(attr));
            }
            Written::List(_) | Written::Nothing => {
                if target != Target::Enum {
                    entries.report_required();
                }
                errors.push(attribute::empty(attr, target));
            }
        }
    }
    entries
}

struct Reader<'a> {
    tokens: &'a [TokenTree],
    next: usize,
    target: Target,
    entries: &'a mut Entries,
    errors: &'a mut Errors,
}

/// How a key was written.
struct WrittenKey {
    ident: Ident,
    name: String,
    /// Its tokens, from the first to the last.
    tokens: Range<usize>,
    /// Whether it is one identifier.
    plain: bool,
}

impl Reader<'_> {
    fn read(&mut self) {
        while self.next < self.tokens.len() {
            if let Some(key) = self.key() {
                self.entry(&key);
            } else {
                self.no_key();
            }
            match self.peek(0) {
                None => return,
                Some(TokenTree::Punct(punct)) if punct.as_char() == ',' => self.next += 1,
                Some(TokenTree::Punct(punct)) if punct.as_char() == ';' => {
                    self.errors.push(attribute::semicolon(punct));
                    self.next += 1;
                }
                Some(other) => self.errors.push(attribute::missing_comma(other)),
            }
        }
    }

    fn peek(&self, ahead: usize) -> Option<&TokenTree> {
        self.tokens.get(self.next + ahead)
    }

    fn is_punct(&self, ahead: usize, char: char) -> bool {
        matches!(self.peek(ahead), Some(TokenTree::Punct(punct)) if punct.as_char() == char)
    }

    /// `code`, and what was meant to be a key: `"code"`, `docs-url`, `errcode::code`.
    fn key(&mut self) -> Option<WrittenKey> {
        let start = self.next;
        let (first, mut name, mut plain) = match self.peek(0)? {
            TokenTree::Ident(ident) => (ident.clone(), unraw(ident), true),
            TokenTree::Literal(literal) if self.is_punct(1, '=') || self.is_punct(1, ':') => {
                let text = literal.to_string();
                let name = text.trim_matches('"').to_owned();
                let ident = Ident::parse_any.parse_str(&name).ok()?;
                (Ident::new(&ident.to_string(), literal.span()), name, false)
            }
            _ => return None,
        };
        self.next += 1;
        while let (Some(TokenTree::Punct(punct)), Some(TokenTree::Ident(next))) =
            (self.peek(0), self.peek(1))
        {
            if punct.as_char() != '-' {
                break;
            }
            name.push('_');
            name.push_str(&unraw(next));
            plain = false;
            self.next += 2;
        }
        while self.is_punct(0, ':') && self.is_punct(1, ':') {
            let Some(TokenTree::Ident(next)) = self.peek(2) else { break };
            name = unraw(next);
            plain = false;
            self.next += 3;
        }
        Some(WrittenKey { ident: first, name, tokens: start..self.next, plain })
    }

    fn stream(&self, range: Range<usize>) -> TokenStream {
        self.tokens[range].iter().cloned().collect()
    }

    fn entry(&mut self, key: &WrittenKey) {
        let known = Key::named(&key.name);
        let usage = known.and_then(|known| known.usage(self.target));
        let (written, fault) = self.after_key(key, usage);
        let (Some(known), Some(usage)) = (known, usage) else {
            return self.unknown(key, known, &written);
        };
        if !key.plain {
            self.errors.push(attribute::key_form(
                &self.stream(key.tokens.clone()),
                known,
                &written,
            ));
            return self.entries.report(Some(known));
        }
        if let Some(fault) = fault {
            self.errors.push(fault);
            return self.entries.report(Some(known));
        }
        let entry = Entry { key: key.ident.clone(), known, usage, target: self.target, written };
        match self.entries.first(known) {
            Some(earlier) if !usage.repeats => {
                self.errors.push(attribute::duplicate_key(&entry, earlier));
                // Two lists are meant as one: what stands in the second is not missing from the first.
                if let (Written::List(first), Written::List(second)) =
                    (&mut earlier.written, entry.written)
                {
                    *first = quote::quote!(#first, #second);
                }
            }
            _ => self.entries.push(entry),
        }
    }

    fn unknown(&mut self, key: &WrittenKey, known: Option<&'static Key>, written: &Written) {
        let tokens = self.stream(key.tokens.clone());
        if let Some(known) = known {
            self.entries.misplaced.push(known.name);
            return self.errors.push(attribute::misplaced_key(
                &tokens,
                known,
                written,
                self.target,
            ));
        }
        if let (true, Written::List(list)) = (key.ident == "api", written) {
            self.entries.report_required();
            return self.errors.push(attribute::nested(&tokens, list));
        }
        let similar = schema::similar(&key.name, self.target);
        if let Some(similar) = similar {
            if similar.usage(self.target).is_some() {
                self.entries.report(Some(similar));
            } else {
                self.entries.misplaced.push(similar.name);
            }
        }
        self.errors.push(attribute::unknown_key(&tokens, similar, self.target));
    }

    /// What follows a key: nothing, `= value` or `(list)`; or what was meant as one of them.
    fn after_key(
        &mut self,
        key: &WrittenKey,
        usage: Option<&'static Usage>,
    ) -> (Written, Option<crate::diagnostics::Report>) {
        let form = usage.map_or(Form::Path, |usage| usage.form);
        match self.peek(0) {
            Some(TokenTree::Punct(punct)) if matches!(punct.as_char(), '=' | ':') => {
                let is_equals = punct.as_char() == '=';
                let punct = punct.clone();
                let at = self.next;
                self.next += 1;
                while self.is_punct(0, '=') || is_equals && self.is_punct(0, '>') {
                    self.next += 1;
                }
                let value = self.value(form);
                let fault = if value.is_empty() {
                    Some(attribute::missing_value(&key.ident, usage))
                } else if is_equals && self.tokens.get(at + 1).is_some_and(is_arrow_or_equals) {
                    Some(attribute::other_equals(&punct, &key.name, &value.stream()))
                } else if is_equals {
                    None
                } else {
                    Some(attribute::colon(&punct, &key.name, &value.stream()))
                };
                (Written::Value(value), fault)
            }
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Parenthesis => {
                let list = group.stream();
                self.next += 1;
                (Written::List(list), None)
            }
            Some(TokenTree::Group(group)) if group.delimiter() != Delimiter::None => {
                let report = attribute::brackets(group, &key.name);
                self.next += 1;
                (Written::Nothing, Some(report))
            }
            Some(TokenTree::Literal(_) | TokenTree::Group(_)) => {
                let value = self.value(form);
                let report = attribute::missing_equals(&key.ident, &value.stream());
                (Written::Value(value), Some(report))
            }
            Some(TokenTree::Ident(_)) if form != Form::Flag && !self.is_new_key(0) => {
                let value = self.value(form);
                let report = attribute::missing_equals(&key.ident, &value.stream());
                (Written::Value(value), Some(report))
            }
            _ => (Written::Nothing, None),
        }
    }

    /// The tokens of a value: to the next comma, or to a key before which the comma is missing.
    fn value(&mut self, form: Form) -> Tokens {
        let start = self.next;
        // Text without its quotes may hold commas and words that are keys.
        let is_bare_text = form.is_text()
            && matches!(self.peek(0), Some(TokenTree::Ident(_)))
            && !self.is_punct(1, '!');
        let mut angles = 0_usize;
        while let Some(token) = self.peek(0) {
            match token {
                TokenTree::Punct(punct) => match punct.as_char() {
                    ',' if angles == 0 && (!is_bare_text || self.is_last_comma()) => break,
                    ';' => break,
                    '<' if form == Form::Type => angles += 1,
                    '>' if !is_arrow(&self.tokens[..self.next]) => {
                        angles = angles.saturating_sub(1);
                    }
                    _ => {}
                },
                TokenTree::Ident(_) if self.next > start => {
                    let after_operator = matches!(self.tokens[self.next - 1], TokenTree::Punct(ref punct) if punct.as_char() != '>');
                    let starts_entry =
                        if is_bare_text { self.is_punct(1, '=') } else { self.is_new_key(0) };
                    if !after_operator && starts_entry {
                        break;
                    }
                }
                _ => {}
            }
            self.next += 1;
        }
        self.tokens[start..self.next].iter().cloned().collect()
    }

    /// Whether the comma here is no part of a text without its quotes.
    fn is_last_comma(&self) -> bool {
        self.peek(1).is_none()
            || matches!(self.peek(1), Some(TokenTree::Ident(ident))
                if Key::named(&ident.to_string()).is_some() || self.is_new_key(1))
    }

    /// Whether an entry begins here: `word =`, or a known key.
    fn is_new_key(&self, ahead: usize) -> bool {
        let Some(TokenTree::Ident(ident)) = self.peek(ahead) else { return false };
        let is_known =
            || Key::named(&unraw(ident)).is_some_and(|key| key.usage(self.target).is_some());
        match self.peek(ahead + 1) {
            Some(TokenTree::Punct(punct)) => match punct.as_char() {
                '=' => !self.is_punct(ahead + 2, '='),
                ',' => is_known(),
                _ => false,
            },
            Some(TokenTree::Group(group)) => {
                group.delimiter() == Delimiter::Parenthesis && is_known()
            }
            None => is_known(),
            Some(_) => false,
        }
    }

    /// Reports what cannot be a key, to the next entry: `("LOST", 404)`, `= "A"`.
    fn no_key(&mut self) {
        let start = self.next;
        let mut literals = Vec::new();
        while let Some(token) = self.peek(0) {
            if let TokenTree::Literal(literal) = token {
                literals.push(literal.to_string());
            }
            let ends = matches!(token, TokenTree::Punct(punct) if punct.as_char() == ',')
                && !matches!(self.peek(1), Some(TokenTree::Literal(_)));
            if ends {
                break;
            }
            self.next += 1;
        }
        let tokens = self.stream(start..self.next.max(start + 1));
        if !literals.is_empty() && self.target != Target::Enum {
            self.entries.report_required();
        }
        self.errors.push(attribute::not_a_key(&tokens, &literals, self.target));
    }
}

/// The text of an identifier without `r#`.
fn unraw(ident: &Ident) -> String {
    let text = ident.to_string();
    text.strip_prefix("r#").map(str::to_owned).unwrap_or(text)
}

/// What makes another operator of an `=` before it.
fn is_arrow_or_equals(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(punct) if matches!(punct.as_char(), '=' | '>'))
}
