//! One field: what of it a response carries.

use proc_macro2::Span;
use syn::{LitStr, Member, Type, ext::IdentExt};

use super::header;
use crate::{
    attr::{self, Arg, FieldArgs, FieldDetail, FieldHeader, Flag, SpannedKey},
    diagnostics::{Errors, field},
    model::{Detail, Field, inside},
};

pub(super) fn lower(item: attr::Field<'_>, errors: &mut Errors) -> Field {
    let attr::Field { member, ty, keys: _, args, is_source } = item;
    let FieldArgs { detail, header, status, retry_after, field_errors, transparent: _ } = args;
    Field {
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
            (name.value(), LitStr::span(&name))
        }
        (None, Member::Named(ident)) => (ident.unraw().to_string(), given.key.span()),
        (None, Member::Unnamed(_)) => {
            errors.push(field::unnamed_detail(&given.key));
            return None;
        }
    };
    let kind = match kind {
        None => kind_of(ty),
        Some(written) => {
            let known = KINDS.iter().find(|(name, _)| *name == written.value());
            if known.is_none() {
                errors.push(field::unknown_kind(&written, KINDS.iter().map(|(name, _)| *name)));
            }
            known.map_or("Unknown", |(_, kind)| kind)
        }
    };
    Some(Detail { name, span, skip_if, kind })
}

/// The kinds by name, and the variants of `errcode::DetailKind`.
const KINDS: [(&str, &str); 7] = [
    ("string", "Str"),
    ("integer", "Integer"),
    ("number", "Number"),
    ("boolean", "Boolean"),
    ("list", "List"),
    ("object", "Object"),
    ("unknown", "Unknown"),
];

/// The JSON kind of a type as it is written; serde alone knows it of any other.
fn kind_of(ty: &Type) -> &'static str {
    match ty {
        Type::Group(group) => return kind_of(&group.elem),
        Type::Paren(paren) => return kind_of(&paren.elem),
        Type::Reference(reference) => return kind_of(&reference.elem),
        Type::Array(_) | Type::Slice(_) => return "List",
        Type::Tuple(tuple) if tuple.elems.len() > 1 => return "List",
        _ => {}
    }
    if let Some(inner) = inside(ty, &["Option", "Box", "Arc", "Rc", "Cow"]) {
        return kind_of(inner);
    }
    let Type::Path(path) = ty else { return "Unknown" };
    let Some(last) = path.path.segments.last() else { return "Unknown" };
    match last.ident.to_string().as_str() {
        "String" | "str" | "char" => "Str",
        "u8" | "u16" | "u32" | "u64" | "u128" | "usize" | "i8" | "i16" | "i32" | "i64" | "i128"
        | "isize" | "NonZeroU8" | "NonZeroU16" | "NonZeroU32" | "NonZeroU64" | "NonZeroUsize" => {
            "Integer"
        }
        "f32" | "f64" => "Number",
        "bool" => "Boolean",
        "Vec" | "VecDeque" | "HashSet" | "BTreeSet" | "LinkedList" => "List",
        "HashMap" | "BTreeMap" => "Object",
        _ => "Unknown",
    }
}
