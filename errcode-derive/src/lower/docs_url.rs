//! The `docs_url` template: a URL in which `{code}` stands for the code.

use crate::{
    diagnostics::{Errors, value},
    literal::Str,
    percent::percent_encoded,
};

const CODE: &str = "{code}";

/// The template, if its only braces are those of `{code}`.
pub(super) fn template(url: &Str, errors: &mut Errors) -> Option<String> {
    let text = url.value();
    if text.replace(CODE, "").contains(['{', '}']) {
        errors.push(value::docs_url_braces(url));
        return None;
    }
    Some(text.to_owned())
}

/// Where `code` is documented.
pub(super) fn of(template: &str, code: &str) -> String {
    template.replace(CODE, &percent_encoded(code))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_cannot_change_the_url_it_stands_in() {
        let of = |code| of("https://docs.example.com/{code}?v=1#{code}", code);
        assert_eq!(of("JOB_GONE"), "https://docs.example.com/JOB_GONE?v=1#JOB_GONE");
        assert_eq!(
            of("a/b?c#d%"),
            "https://docs.example.com/a%2Fb%3Fc%23d%25?v=1#a%2Fb%3Fc%23d%25"
        );
    }
}
