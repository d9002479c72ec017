//! What clients would read of an error's source.

use proc_macro2::Span;
use syn::{Member, ext::IdentExt};

use crate::{
    attr::{DisplayText, FormatArg, Shown, shown},
    diagnostics::{
        Errors,
        field::{self as texts, IsPublic},
    },
    format_string::{self, Piece},
    literal::Str,
    model::{Kind, Message, Status, Variant},
};

/// A `Display` that is the public message, or may be as a field decides on the status, shows no source and no backtrace,
/// unless it is exposed on purpose. A hand-written `Display` cannot be looked into.
pub(super) fn check_leak(variant: &Variant, errors: &mut Errors) {
    let (Kind::Coded(coded), Message::Default) = (&variant.kind, &variant.message) else { return };
    let is_public = match coded.status.as_ref().and_then(Status::number) {
        Some(..500) => IsPublic::Always,
        _ if variant.field(|field| field.status.is_some()).is_some() => IsPublic::Below500,
        _ => return,
    };
    match &variant.display {
        Some(DisplayText::Transparent(word)) => {
            errors.push(texts::leaked_transparent(word, is_public));
        }
        Some(DisplayText::Format { literal, arguments }) => {
            if let Some((name, span)) = shown_source(variant, literal, arguments) {
                errors.push(texts::leaked_source(span, &name, is_public));
            }
        }
        None => {}
    }
}

/// The source that a format string shows, and where it says so.
fn shown_source(
    variant: &Variant,
    literal: &Str,
    arguments: &[FormatArg],
) -> Option<(String, Span)> {
    let (pieces, _) = format_string::parse(literal.value());
    let is_argument = |name: &String| {
        arguments.iter().any(|arg| arg.name.as_ref().is_some_and(|own| own == name))
    };
    let named = pieces.iter().find_map(|piece| match piece {
        Piece::Placeholder { argument, .. } => source(variant, argument),
        Piece::Text(_) => None,
    });
    let named = named.filter(|name| !is_argument(name)).map(|name| (name, literal.span()));
    named.or_else(|| {
        arguments.iter().find_map(|argument| match shown(argument)? {
            Shown::Field(name, span) => Some((source(variant, &name)?, span)),
            Shown::Text(DisplayText::Format { literal, arguments }) => {
                shown_source(variant, &literal, &arguments)
            }
            Shown::Text(DisplayText::Transparent(_)) => None,
        })
    })
}

/// The source that a placeholder names; `self` shows every field.
fn source(variant: &Variant, name: &str) -> Option<String> {
    let is_named = |member: &Member| match member {
        Member::Named(ident) => ident.unraw() == name,
        Member::Unnamed(index) => name.trim_start_matches('_') == index.index.to_string(),
    };
    let mut sources = variant.fields.iter().filter(|field| field.is_source);
    let found = sources.find(|field| name == "self" || is_named(&field.member))?;
    Some(match &found.member {
        Member::Named(ident) => ident.unraw().to_string(),
        Member::Unnamed(index) => index.index.to_string(),
    })
}
