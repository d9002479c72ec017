//! One field: what of it a response carries.

use proc_macro2::Span;
use syn::{Member, Type, ext::IdentExt};

use super::header;
use crate::{
    attr::{self, Arg, FieldArgs, FieldDetail, FieldHeader, Flag, SpannedKey},
    detail_kind::DetailKind,
    diagnostics::{Errors, field},
    model::{Detail, Field},
    type_name::{inside, is_plain},
};

pub(super) fn lower(item: attr::Field<'_>, errors: &mut Errors) -> Field {
    let attr::Field { member, ty, keys: _, args, is_source } = item;
    let FieldArgs { detail, header, status, retry_after, field_errors, transparent: _ } = args;
    let inside_option = inside(ty, &["Option"]);
    Field {
        is_option: inside_option.is_some(),
        is_plain: is_plain(inside_option.unwrap_or(ty)),
        detail: match detail {
            Arg::Given(given) => lower_detail(given, &member, ty, errors),
            Arg::Absent | Arg::Reported => None,
        },
        header: header.value().and_then(|FieldHeader(name)| header::name(&name, errors)),
        status: flag(&status),
        retry_after: flag(&retry_after),
        field_errors: flag(&field_errors),
        member,
        ty: ty.clone(),
        is_source,
    }
}

/// The span of a flag that was given.
fn flag(arg: &Arg<Flag>) -> Option<Span> {
    arg.key().map(proc_macro2::Ident::span)
}

fn lower_detail(
    given: SpannedKey<FieldDetail>,
    member: &Member,
    ty: &Type,
    errors: &mut Errors,
) -> Option<Detail> {
    let FieldDetail { name, skip_if, kind } = given.value;
    let (name, span) = match (name, member) {
        (Some(name), _) => {
            if name.value().is_empty() {
                errors.push(field::empty_detail_name(&name));
            }
            let span = name.span();
            (name.into_value(), span)
        }
        (None, Member::Named(ident)) => (ident.unraw().to_string(), given.key.span()),
        (None, Member::Unnamed(_)) => {
            errors.push(field::unnamed_detail(&given.key));
            return None;
        }
    };
    let kind = match kind {
        None => DetailKind::of(ty),
        Some(written) => DetailKind::from_word(written.value()).unwrap_or_else(|| {
            errors.push(field::unknown_kind(&written));
            DetailKind::Unknown
        }),
    };
    Some(Detail { name, span, skip_if, kind })
}
