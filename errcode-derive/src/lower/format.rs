//! The placeholders of a format string, resolved to fields and arguments.

use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};
use quote::format_ident;
use syn::{Member, ext::IdentExt};

use crate::{
    attr::FormatArg,
    binding::binding,
    diagnostics::{Errors, message as texts},
    format_string::{self, Piece, SpecPiece, escaped},
    literal::Str,
    model::{Field, Format},
};

/// Resolves the placeholders of `literal`, which is given to `key`; `None` if anything is wrong with them.
pub(super) fn lower(
    key: &str,
    literal: &Str,
    arguments: Vec<FormatArg>,
    variant: &Ident,
    fields: &[Field],
    errors: &mut Errors,
) -> Option<Format> {
    let text = literal.value();
    let (pieces, fault) = format_string::parse(text);
    let mut resolver = Resolver::new(arguments, fields);
    let rewritten = resolver.resolve(&pieces);
    let members: Vec<String> = fields.iter().map(|field| name_of(&field.member)).collect();
    for unresolved in &resolver.unresolved {
        errors.push(texts::unresolved(key, literal, unresolved, variant, &members));
    }
    if let Some(fault) = fault {
        errors.push(texts::form(key, literal, fault, variant, &members));
        return None;
    }
    for argument in &resolver.arguments {
        if !argument.used {
            errors.push(texts::unused_argument(&argument.written));
        }
    }
    if !resolver.unresolved.is_empty() || resolver.arguments.iter().any(|arg| !arg.used) {
        return None;
    }
    let is_simple = pieces.iter().all(|piece| match piece {
        Piece::Text(_) => true,
        Piece::Placeholder { spec, .. } => spec.is_empty(),
    });
    // The literal as written keeps the carets of the compiler's own messages inside it.
    let literal =
        if rewritten == text { literal.clone() } else { Str::new(&rewritten, literal.span()) };
    Some(resolver.finish(literal, is_simple))
}

/// A field's name in a format string.
fn name_of(member: &Member) -> String {
    match member {
        Member::Named(ident) => ident.unraw().to_string(),
        Member::Unnamed(index) => index.index.to_string(),
    }
}

struct Argument {
    name: Option<String>,
    ident: Ident,
    expr: TokenStream,
    written: TokenStream,
    used: bool,
}

struct Resolver<'a> {
    fields: &'a [Field],
    arguments: Vec<Argument>,
    /// The argument that the next `{}` shows.
    next: usize,
    used_fields: Vec<(Ident, usize)>,
    required_traits: Vec<(usize, &'static str)>,
    /// Fields that the arguments name, by the names they use; `None` for a shorthand such as `.id`.
    locals: Vec<(Ident, usize)>,
    unresolved: Vec<String>,
}

impl<'a> Resolver<'a> {
    fn new(arguments: Vec<FormatArg>, fields: &'a [Field]) -> Self {
        let mut resolver = Self {
            fields,
            arguments: Vec::new(),
            next: 0,
            used_fields: Vec::new(),
            required_traits: Vec::new(),
            locals: Vec::new(),
            unresolved: Vec::new(),
        };
        for (index, FormatArg { name, expr }) in arguments.into_iter().enumerate() {
            let ident = name.clone().unwrap_or_else(|| resolver.free_name(format!("arg_{index}")));
            let written = expr.clone();
            let expr = resolver.expression(expr, true);
            let name = name.map(|name| name.unraw().to_string());
            resolver.arguments.push(Argument { name, ident, expr, written, used: false });
        }
        resolver
    }

    fn resolve(&mut self, pieces: &[Piece]) -> String {
        let mut text = String::new();
        for piece in pieces {
            match piece {
                Piece::Text(literal) => text.push_str(&escaped(literal)),
                Piece::Placeholder { argument, spec } => {
                    text.push('{');
                    if let Some(field) = self.name(argument, &mut text) {
                        self.required_traits.push((field, format_string::required_trait(spec)));
                    }
                    let before_spec = text.len();
                    text.push(':');
                    for piece in spec {
                        match piece {
                            SpecPiece::Text(spec) => text.push_str(spec),
                            SpecPiece::Argument(name) => {
                                self.name(name, &mut text);
                                text.push('$');
                            }
                        }
                    }
                    // `{id:}>` would be a fill.
                    if text.len() == before_spec + 1 {
                        text.truncate(before_spec);
                    }
                    text.push('}');
                }
            }
        }
        text
    }

    /// Writes the name of the argument that shows what a placeholder names; returns the field, if it is one.
    fn name(&mut self, name: &str, text: &mut String) -> Option<usize> {
        if let Some(argument) = self.argument(name) {
            argument.used = true;
            text.push_str(&argument.ident.to_string());
            return None;
        }
        let found = self.fields.iter().position(|field| name_of(&field.member) == name);
        let Some(field) = found.filter(|_| !name.is_empty()) else {
            if !self.unresolved.iter().any(|known| known == name) || name.is_empty() {
                self.unresolved.push(name.to_owned());
            }
            return None;
        };
        let ident = match &self.fields[field].member {
            Member::Named(ident) if *ident == name => ident.clone(),
            // The names of arguments are seen by the format string alone; they must not be those of fields.
            _ => self.free_name(format!("field_{name}")),
        };
        text.push_str(&ident.to_string());
        if !self.used_fields.iter().any(|(known, _)| *known == ident) {
            self.used_fields.push((ident, field));
        }
        Some(field)
    }

    fn argument(&mut self, name: &str) -> Option<&mut Argument> {
        if name.is_empty() {
            self.next += 1;
            let next = self.next - 1;
            return self.arguments.iter_mut().filter(|arg| arg.name.is_none()).nth(next);
        }
        let is_tuple = self.fields.iter().any(|field| matches!(field.member, Member::Unnamed(_)));
        match name.parse::<usize>() {
            // As in thiserror, `{0}` is the field of a tuple variant.
            Ok(_) if is_tuple => None,
            Ok(index) => self.arguments.get_mut(index),
            Err(_) => self.arguments.iter_mut().find(|arg| arg.name.as_deref() == Some(name)),
        }
    }

    /// `name`, or one like it that no field and no argument has.
    fn free_name(&self, mut name: String) -> Ident {
        let is_taken = |name: &str| {
            self.fields.iter().any(|field| name_of(&field.member) == name)
                || self.arguments.iter().any(|argument| argument.ident == name)
        };
        while is_taken(&name) {
            name.push('_');
        }
        format_ident!("{name}")
    }

    /// An expression in which `.id` at its beginning, or after an operator, is the field.
    fn expression(&mut self, tokens: TokenStream, mut begins: bool) -> TokenStream {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut written = TokenStream::new();
        let mut after_dot = false;
        let mut index = 0;
        while let Some(token) = tokens.get(index) {
            index += 1;
            if let (true, TokenTree::Punct(dot), Some(next)) = (begins, token, tokens.get(index))
                && dot.as_char() == '.'
                && let Some((bound, rest)) = self.shorthand(next)
            {
                written.extend([TokenTree::Ident(bound)]);
                written.extend(rest);
                index += 1;
                begins = false;
                continue;
            }
            match token {
                TokenTree::Group(group) => {
                    let inside = self
                        .expression(group.stream(), group.delimiter() != Delimiter::None || begins);
                    let mut group_tokens = Group::new(group.delimiter(), inside);
                    group_tokens.set_span(group.span());
                    written.extend([TokenTree::Group(group_tokens)]);
                    begins = false;
                }
                TokenTree::Ident(ident) => {
                    if !after_dot {
                        self.local(ident);
                    }
                    begins = matches!(
                        ident.to_string().as_str(),
                        "return"
                            | "break"
                            | "if"
                            | "in"
                            | "match"
                            | "mut"
                            | "while"
                            | "as"
                            | "else"
                    );
                    written.extend([token.clone()]);
                }
                TokenTree::Punct(punct) => {
                    begins = !matches!(punct.as_char(), '.' | '?' | '\'');
                    written.extend([token.clone()]);
                }
                TokenTree::Literal(literal) => {
                    if let Some(text) = Str::of(literal) {
                        self.captured(&text);
                    }
                    begins = false;
                    written.extend([token.clone()]);
                }
            }
            after_dot = matches!(token, TokenTree::Punct(punct) if punct.as_char() == '.');
        }
        written
    }

    /// The field in `.id`, `.0` or `.0.1`, bound, and what follows it in the same token.
    fn shorthand(&mut self, token: &TokenTree) -> Option<(Ident, TokenStream)> {
        let text = token.to_string();
        let (name, rest) = match token {
            TokenTree::Ident(ident) => (ident.unraw().to_string(), None),
            TokenTree::Literal(_) => match text.split_once('.') {
                Some((field, rest)) => (field.to_owned(), Some(rest.to_owned())),
                None => (text, None),
            },
            _ => return None,
        };
        let found = self.fields.iter().position(|field| name_of(&field.member) == name);
        let Some(field) = found else {
            self.unresolved.push(name);
            return None;
        };
        let bound = binding(field, token.span());
        if !self.locals.iter().any(|(known, _)| *known == bound) {
            self.locals.push((bound.clone(), field));
        }
        let rest =
            rest.filter(|rest| !rest.is_empty()).and_then(|rest| format!(".{rest}").parse().ok());
        Some((bound, rest.unwrap_or_default()))
    }

    /// The fields that a text shows, if it is that of a macro: `format!("{id}")`.
    fn captured(&mut self, text: &Str) {
        let (pieces, _) = format_string::parse(text.value());
        let names = pieces.into_iter().flat_map(|piece| match piece {
            Piece::Text(_) => Vec::new(),
            Piece::Placeholder { argument, spec } => {
                let of_spec = spec.into_iter().filter_map(|piece| match piece {
                    SpecPiece::Text(_) => None,
                    SpecPiece::Argument(name) => Some(name),
                });
                std::iter::once(argument).chain(of_spec).collect()
            }
        });
        for name in names {
            if let Ok(mut ident) = syn::parse_str::<Ident>(&name) {
                ident.set_span(text.span());
                self.local(&ident);
            }
        }
    }

    /// A field that is named as it is in the variant, `_0` in a tuple.
    fn local(&mut self, ident: &Ident) {
        let name = ident.unraw().to_string();
        let found = self.fields.iter().position(|field| match &field.member {
            Member::Named(field) => field == ident,
            Member::Unnamed(index) => name == format!("_{}", index.index),
        });
        if let Some(field) = found
            && !self.locals.iter().any(|(known, _)| known == ident)
        {
            self.locals.push((ident.clone(), field));
        }
    }

    fn finish(self, literal: Str, is_simple: bool) -> Format {
        Format {
            is_simple: is_simple && self.arguments.is_empty(),
            literal,
            fields: self.used_fields,
            expressions: self.arguments.into_iter().map(|arg| (arg.ident, arg.expr)).collect(),
            locals: self.locals,
            required_traits: self.required_traits,
        }
    }
}
