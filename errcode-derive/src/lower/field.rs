use darling::error::Accumulator;
use proc_macro2::Span;
use syn::{LitStr, Member, ext::IdentExt};

use super::{header, value};
use crate::{
    attr::{DetailName, FieldArgs, FieldHeader, FieldItem, Given},
    message,
    model::Field,
};

pub(super) fn lower(item: FieldItem<'_>, errors: &mut Accumulator) -> Field {
    let FieldItem { member, ty, keys: _, args } = item;
    let FieldArgs { detail, header, retry_after, field_errors } = args;
    let header = value(header, errors).map(|FieldHeader(name)| header::name(&name, errors));
    Field {
        detail: lower_detail(detail, &member, errors),
        header,
        retry_after: flag(retry_after, errors),
        field_errors: flag(field_errors, errors),
        member,
        ty: ty.clone(),
    }
}

/// The span of a flag that was given.
fn flag<T>(given: Given<T>, errors: &mut Accumulator) -> Option<Span> {
    errors.handle(given?).map(|keyed| keyed.key.span())
}

fn lower_detail(
    given: Given<DetailName>,
    member: &Member,
    errors: &mut Accumulator,
) -> Option<(String, Span)> {
    let given = errors.handle(given?)?;
    match (given.value, member) {
        (DetailName(Some(name)), _) => {
            if name.value().is_empty() {
                errors.push(message::empty_detail_name(&name));
            }
            Some((name.value(), LitStr::span(&name)))
        }
        (DetailName(None), Member::Named(ident)) => {
            Some((ident.unraw().to_string(), given.key.span()))
        }
        (DetailName(None), Member::Unnamed(_)) => {
            errors.push(message::unnamed_detail(&given.key));
            None
        }
    }
}
