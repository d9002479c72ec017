//! Statuses: those whose number the macro can know.

use proc_macro2::TokenStream;
use quote::ToTokens;

use crate::{
    attr::StatusExpr,
    diagnostics::{Errors, status as texts},
    model::Status,
    status,
};

/// The status, unless an error cannot have it.
pub(super) fn lower(given: &StatusExpr, errors: &mut Errors) -> Option<Status> {
    match given {
        StatusExpr::Number(literal) => match literal.base10_parse() {
            Ok(number) if status::is_allowed(number) => Some(Status::Number(number)),
            _ => {
                errors.push(texts::not_allowed(literal, &literal.to_string()));
                None
            }
        },
        StatusExpr::Path(path) => {
            let mut names = path.path.segments.iter().rev();
            let (name, ty) = (names.next()?, names.next());
            // The compiler knows any other path; see the check that `expand` writes for it.
            if ty.is_none_or(|ty| ty.ident != "StatusCode") {
                return Some(Status::Path(path.clone(), None));
            }
            match status::number_of(&name.ident.to_string()) {
                None => errors.push(texts::unknown_name(&name.ident)),
                Some(number) if !status::is_allowed(number) => {
                    errors.push(texts::not_allowed(path, &number.to_string()));
                }
                number => return Some(Status::Path(path.clone(), number)),
            }
            None
        }
    }
}

/// The type of a constant that [`lower`] reports.
pub(super) fn rejected_type(given: &StatusExpr) -> Option<TokenStream> {
    let StatusExpr::Path(path) = given else { return None };
    let mut ty = path.path.clone();
    let name = ty.segments.pop()?;
    ty.segments.pop_punct();
    let is_known = ty.segments.last()?.ident == "StatusCode";
    let is_allowed = status::number_of(&name.ident.to_string()).is_some_and(status::is_allowed);
    (is_known && !is_allowed).then(|| ty.into_token_stream())
}
