//! Patterns that bind some fields of a variant.

use std::fmt::Write as _;

use syn::{Ident, Member};

use super::code::{Code, code};
use crate::model::Variant;

/// `Self::Expired`, or `Self` for a struct.
fn path(variant: &Variant) -> String {
    if variant.is_struct { "Self".to_owned() } else { format!("Self::{}", text_of(&variant.ident)) }
}

/// An identifier in text, which is read in this crate's edition: a word that became a keyword after the user's edition
/// is `r#` there.
fn text_of(name: &Ident) -> String {
    match name.to_string() {
        word if word == "gen" => "r#gen".to_owned(),
        word => word,
    }
}

/// Matches the variant whatever its fields.
pub(super) fn any(variant: &Variant) -> String {
    path(variant) + " { .. }"
}

/// Matches the variant and binds these fields, each to the [`binding`](crate::binding::binding) of its index.
pub(super) fn binding_fields(variant: &Variant, fields: impl IntoIterator<Item = usize>) -> String {
    let mut pattern = path(variant) + " { ";
    for index in fields {
        let _ = match &variant.fields[index].member {
            Member::Named(name) => write!(pattern, "{}: __field_{index}, ", text_of(name)),
            Member::Unnamed(at) => write!(pattern, "{}: __field_{index}, ", at.index),
        };
    }
    pattern + ".. }"
}

/// `pattern => value,`
pub(super) fn arm(pattern: &str, value: Code) -> Code {
    let mut arm = code!("{pattern} =>");
    arm.append(value);
    arm.push(",");
    arm
}

/// `match self { arms }`, also for an enum without variants.
pub(super) fn match_self(arms: Code) -> Code {
    if arms.is_empty() {
        return code!("match *self {{}}");
    }
    let mut matched = code!("match self");
    matched.braces(arms);
    matched
}
