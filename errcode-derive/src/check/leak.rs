//! What clients would read of an error's source.

use syn::{Member, ext::IdentExt};

use crate::{
    attr::{DisplayText, shown_field},
    diagnostics::{Errors, field as texts},
    format_string::{self, Piece},
    model::{Kind, Message, Status, Variant},
};

/// A `Display` that is the public message shows no source and no backtrace, unless it is exposed on purpose. A
/// hand-written `Display` cannot be looked into.
pub(super) fn check_leak(variant: &Variant, errors: &mut Errors) {
    let (Kind::Coded(coded), Message::Default) = (&variant.kind, &variant.message) else { return };
    let is_public =
        coded.status.as_ref().and_then(Status::number).is_some_and(|number| number < 500);
    if !is_public {
        return;
    }
    match &variant.display {
        Some(DisplayText::Transparent(word)) => errors.push(texts::leaked_transparent(word)),
        Some(DisplayText::Format { literal, arguments }) => {
            let (pieces, _) = format_string::parse(literal.value());
            let named = pieces.iter().find_map(|piece| match piece {
                Piece::Placeholder { argument, .. } => source(variant, argument),
                Piece::Text(_) => None,
            });
            let named = named.filter(|name| {
                !arguments.iter().any(|arg| arg.name.as_ref().is_some_and(|own| own == name))
            });
            if let Some(name) = named {
                errors.push(texts::leaked_source(literal.span(), &name));
                return;
            }
            let shown = arguments.iter().filter_map(shown_field);
            if let Some((name, span)) =
                shown.into_iter().find_map(|(name, span)| Some((source(variant, &name)?, span)))
            {
                errors.push(texts::leaked_source(span, &name));
            }
        }
        None => {}
    }
}

/// The source that a placeholder names.
fn source(variant: &Variant, name: &str) -> Option<String> {
    let is_named = |member: &Member| match member {
        Member::Named(ident) => ident.unraw() == name,
        Member::Unnamed(index) => name.trim_start_matches('_') == index.index.to_string(),
    };
    let found = variant.fields.iter().find(|field| field.is_source && is_named(&field.member));
    found.map(|_| name.trim_start_matches('_').to_owned())
}
