//! What `Display` shows of the error's source.

use proc_macro2::Span;
use syn::{Member, ext::IdentExt};

use crate::{
    attr::{DisplayText, FormatArg, Shown, shown},
    format_string::{self, Piece},
    literal::Str,
    model::{Field, Message, ShownSource},
};

/// The first source or backtrace that is shown, where `Display` may be the public message without being exposed on
/// purpose. A hand-written `Display` cannot be looked into.
pub(super) fn lower(
    display: Option<DisplayText>,
    message: &Message,
    fields: &[Field],
) -> Option<ShownSource> {
    let field = |(name, span)| ShownSource::Field(name, span);
    match display.filter(|_| matches!(message, Message::Default))? {
        DisplayText::Transparent(word) => Some(ShownSource::Inner(word)),
        DisplayText::Format { literal, arguments } => {
            in_format(fields, &literal, &arguments).map(field)
        }
        DisplayText::Comment(lines) => {
            let shown = lines.iter().find_map(|line| in_format(fields, line, &[]));
            shown.map(field)
        }
    }
}

/// The source that a format string shows, and where it says so.
fn in_format(fields: &[Field], literal: &Str, arguments: &[FormatArg]) -> Option<(String, Span)> {
    let (pieces, _) = format_string::parse(literal.value());
    let is_argument = |name: &String| {
        arguments.iter().any(|arg| arg.name.as_ref().is_some_and(|own| own == name))
    };
    let mut named = pieces.iter().filter_map(|piece| match piece {
        Piece::Placeholder { argument, .. } => source(fields, argument),
        Piece::Text(_) => None,
    });
    let named = named.find(|name| !is_argument(name)).map(|name| (name, literal.span()));
    named.or_else(|| {
        arguments.iter().find_map(|argument| match shown(argument)? {
            Shown::Field(name, span) => Some((source(fields, &name)?, span)),
            Shown::Text(DisplayText::Format { literal, arguments }) => {
                in_format(fields, &literal, &arguments)
            }
            Shown::Text(DisplayText::Comment(_) | DisplayText::Transparent(_)) => None,
        })
    })
}

/// The source that a placeholder names; `self` shows every field.
fn source(fields: &[Field], name: &str) -> Option<String> {
    let is_named = |member: &Member| match member {
        Member::Named(ident) => ident.unraw() == name,
        Member::Unnamed(index) => name.trim_start_matches('_') == index.index.to_string(),
    };
    let mut sources = fields.iter().filter(|field| field.is_source);
    let found = sources.find(|field| name == "self" || is_named(&field.member))?;
    Some(match &found.member {
        Member::Named(ident) => ident.unraw().to_string(),
        Member::Unnamed(index) => index.index.to_string(),
    })
}
