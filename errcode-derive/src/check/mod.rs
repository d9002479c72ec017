//! The rules that concern more than one attribute, each in a `check_` function.

mod codes;
mod leak;
mod response;
mod transparent;

use crate::{diagnostics::Errors, model::Model};

/// Checks what could be read.
pub(crate) fn check(model: &Model, errors: &mut Errors) {
    codes::check_spelling(model, errors);
    codes::check_duplicates(model, errors);
    codes::check_retired(model, errors);
    codes::check_shared(model, errors);
    for variant in &model.variants {
        transparent::check_transparent(variant, errors);
        leak::check_leak(variant, errors);
        response::check_headers(variant, errors);
        response::check_details(variant, errors);
        response::check_status(variant, errors);
        response::check_retry_after(variant, errors);
        response::check_field_errors(variant, errors);
    }
}
