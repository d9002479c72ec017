//! The `docs_url` template: a URL in which `{code}` stands for the code.

use darling::error::Accumulator;
use syn::LitStr;

use crate::message;

const CODE: &str = "{code}";

/// The template, if its only braces are those of `{code}`.
pub(super) fn template(url: &LitStr, errors: &mut Accumulator) -> Option<String> {
    let text = url.value();
    if text.replace(CODE, "").contains(['{', '}']) {
        errors.push(message::docs_url_braces(url));
        return None;
    }
    Some(text)
}

/// Where `code` is documented.
pub(super) fn of(template: &str, code: &str) -> String {
    template.replace(CODE, code)
}
