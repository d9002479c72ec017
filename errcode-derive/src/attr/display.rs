//! The text of `Display` where another derive writes it: thiserror's `#[error("…")]`, snafu's `display("…")`,
//! displaydoc's `#[displaydoc("…")]`, `derive_more`'s `#[display("…")]`, and a comment, which is displaydoc's or snafu's.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use syn::{Field, Type};

use super::{
    docs,
    entries::Written,
    item::Attribute,
    tokens::{Tokens, parts},
    value::{FormatArg, format_arg},
};
use crate::{literal::Str, type_name::inside};

/// What `Display` shows.
pub(crate) enum DisplayText {
    Format {
        literal: Str,
        arguments: Vec<FormatArg>,
    },
    /// The lines of a comment.
    Comment(Vec<Str>),
    /// The text of the variant's only field.
    Transparent(Ident),
}

impl DisplayText {
    pub(super) fn from_attrs(attrs: &[Attribute]) -> Option<Self> {
        for name in ["error", "display", "displaydoc"] {
            if let Some(list) = lists(attrs, name).next() {
                return Self::format(list);
            }
        }
        for part in lists(attrs, "snafu").flat_map(parts) {
            match option(&part) {
                Some((name, _)) if name == "transparent" => return Some(Self::Transparent(name)),
                Some((name, Some(list))) if name == "display" => return Self::format(&list),
                _ => {}
            }
        }
        // A comment with a placeholder is another derive's, if the field is a source. It shows the first paragraph.
        let is_empty = |line: &Str| line.value().trim().is_empty();
        let shown: Vec<Str> =
            docs::comments(attrs).skip_while(is_empty).take_while(|line| !is_empty(line)).collect();
        shown.iter().any(|line| line.value().contains('{')).then_some(Self::Comment(shown))
    }

    fn format(list: &TokenStream) -> Option<Self> {
        let mut parts = parts(list).into_iter();
        match parts.next()?.as_slice().first()? {
            TokenTree::Ident(word) if word == "transparent" => {
                Some(Self::Transparent(word.clone()))
            }
            TokenTree::Literal(literal) => Some(Self::Format {
                literal: Str::of(literal)?,
                arguments: parts.filter_map(|part| format_arg(&part)).collect(),
            }),
            _ => None,
        }
    }
}

/// Whether the field holds what caused the error, or a backtrace.
pub(super) fn is_source(field: &Field, attrs: &[Attribute]) -> bool {
    let mut options = lists(attrs, "snafu").chain(lists(attrs, "error")).flat_map(parts);
    let said = options.find_map(|part| match option(&part)? {
        (name, list) if name == "source" || name == "backtrace" => {
            Some(list.is_none_or(|list| list.to_string() != "false"))
        }
        (name, _) if name == "not" || name == "ignore" => Some(false),
        _ => None,
    });
    said.unwrap_or_else(|| {
        let is_marked =
            |attr: &Attribute| matches!(attr.name.as_str(), "source" | "from" | "backtrace");
        field.ident.as_ref().is_some_and(|name| name == "source")
            || attrs.iter().any(is_marked)
            || is_backtrace(&field.ty)
    })
}

fn is_backtrace(ty: &Type) -> bool {
    if let Some(inner) = inside(ty, &["Option", "Box", "Arc", "Rc"]) {
        return is_backtrace(inner);
    }
    let Type::Path(path) = ty else { return false };
    path.path.segments.last().is_some_and(|last| last.ident == "Backtrace")
}

/// The insides of each `#[name(...)]`.
fn lists<'a>(attrs: &'a [Attribute], name: &'a str) -> impl Iterator<Item = &'a TokenStream> {
    attrs.iter().filter(move |attr| attr.name == name).filter_map(|attr| match &attr.written {
        Written::List(list) => Some(list),
        Written::Nothing | Written::Value(_) => None,
    })
}

/// `name` or `name(list)`
fn option(part: &Tokens) -> Option<(Ident, Option<TokenStream>)> {
    match part.as_slice() {
        [TokenTree::Ident(name), TokenTree::Group(group), ..] => {
            Some((name.clone(), Some(group.stream())))
        }
        [TokenTree::Ident(name), ..] => Some((name.clone(), None)),
        _ => None,
    }
}

/// What an argument shows.
pub(crate) enum Shown {
    /// `.name`, `.0`, `&name`, `(name)`, `.name.to_string()`
    Field(String, Span),
    /// `format!("…")`
    Text(DisplayText),
}

/// What an argument shows of the fields; `None` for any other expression, which shows what it computes.
pub(crate) fn shown(argument: &FormatArg) -> Option<Shown> {
    shown_by(argument.expr.clone())
}

fn shown_by(expr: TokenStream) -> Option<Shown> {
    let is_prefix = |token: &TokenTree| matches!(token, TokenTree::Punct(p) if matches!(p.as_char(), '.' | '&' | '*'));
    let tokens: Vec<TokenTree> = expr.into_iter().skip_while(is_prefix).collect();
    match tokens.as_slice() {
        [TokenTree::Group(group)] => return shown_by(group.stream()),
        [.., TokenTree::Ident(name), TokenTree::Punct(bang), TokenTree::Group(list)]
            if bang.as_char() == '!' && (name == "format" || name == "format_args") =>
        {
            return DisplayText::format(&list.stream()).map(Shown::Text);
        }
        _ => {}
    }
    let (first, rest) = tokens.split_first()?;
    let rest: String = rest.iter().map(ToString::to_string).collect();
    let shows_it =
        rest.is_empty() || rest.starts_with(".to_string(") || rest.starts_with(".as_ref(");
    shows_it.then(|| Shown::Field(first.to_string(), first.span()))
}
