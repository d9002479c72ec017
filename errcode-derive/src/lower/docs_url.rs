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
    template.replace(CODE, &percent_encoded(code))
}

/// As a part of a URL: only a code of the style `any` has characters to encode (RFC 3986 §2.1, §2.3).
fn percent_encoded(code: &str) -> String {
    let encode = |byte: u8| match byte {
        b'-' | b'.' | b'_' | b'~' => char::from(byte).to_string(),
        _ if byte.is_ascii_alphanumeric() => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    code.bytes().map(encode).collect()
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
