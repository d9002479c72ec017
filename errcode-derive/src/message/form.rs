//! The attribute's form: which keys, and where.

use darling::Error;
use proc_macro2::{Ident, Span};
use syn::{Attribute, ext::IdentExt};

use crate::keys::{self, Key, Place};

pub(crate) fn empty_attribute(attr: &Attribute, place: Place) -> Error {
    at!(
        attr.path(),
        "`#[api]` says nothing here: write keys in parentheses, such as `#[api({})]`, or remove it",
        example(place)
    )
}

pub(crate) fn attribute_with_value(attr: &Attribute) -> Error {
    at!(attr.path(), "`api` takes keys in parentheses: write `#[api(code = \"…\", status = …)]`")
}

const fn example(place: Place) -> &'static str {
    match place {
        Place::Enum => "prefix = \"JOB_\"",
        Place::Struct | Place::Variant => "code = \"JOB_EXPIRED\", status = 410",
        Place::Field => "detail",
    }
}

pub(crate) fn not_a_key(span: Span, place: Place) -> Error {
    at!(&span, "expected a key; the keys of {} are {}", place.name(), keys::list(place))
}

pub(crate) fn missing_comma(span: Span) -> Error {
    at!(&span, "a comma is missing before this: keys are separated by `,`")
}

pub(crate) fn unknown_key(key: &Ident, similar: Option<&Key>, place: Place) -> Error {
    let name = key.unraw();
    match similar {
        Some(similar) if similar.fits(place) => {
            at!(key, "unknown key `{name}`: did you mean `{}`?", similar.name)
        }
        Some(similar) => at!(
            key,
            "unknown key `{name}`: did you mean `{}`? It belongs on {}",
            similar.name,
            similar.home()
        ),
        None => {
            at!(key, "unknown key `{name}`: the keys of {} are {}", place.name(), keys::list(place))
        }
    }
}

pub(crate) fn misplaced_key(key: &Ident, known: &Key, place: Place) -> Error {
    at!(
        key,
        "`{}` does not belong on {}: write `#[api({})]` on {}",
        known.name,
        place.name(),
        known.example,
        known.home()
    )
}

pub(crate) fn repeated_key(key: &Ident) -> Error {
    at!(key, "`{key}` is given twice here: keep one of the two")
}
