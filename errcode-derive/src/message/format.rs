//! The format string of `message`.

use darling::Error;
use proc_macro2::Ident;
use syn::{LitStr, Member, ext::IdentExt};

use crate::{lower::Fault, model::Field};

pub(crate) fn format(literal: &LitStr, fault: &Fault, variant: &Ident, fields: &[Field]) -> Error {
    let names: Vec<_> =
        fields.iter().map(|field| format!("`{{{}}}`", member(&field.member))).collect();
    let names = match names.as_slice() {
        [] => format!("`{variant}` has no fields"),
        names => format!("the fields of `{variant}` are {}", names.join(", ")),
    };
    match fault {
        Fault::Unnamed => {
            at!(literal, "a placeholder of `message` has to name a field: {names}")
        }
        Fault::Unknown(name) => {
            at!(literal, "`message` names `{name}`, which is no field: {names}")
        }
        Fault::Unclosed => {
            at!(
                literal,
                "`message` has a `{{` without its `}}`: write `{{{{` for a brace in the text"
            )
        }
        Fault::Unopened => {
            at!(
                literal,
                "`message` has a `}}` without its `{{`: write `}}}}` for a brace in the text"
            )
        }
    }
}

fn member(member: &Member) -> String {
    match member {
        Member::Named(ident) => ident.unraw().to_string(),
        Member::Unnamed(index) => index.index.to_string(),
    }
}
