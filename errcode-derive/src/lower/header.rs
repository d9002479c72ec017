//! Header names and values (RFC 9110 §5.1, §5.5).

use crate::{
    diagnostics::{Errors, field},
    literal::Str,
    model::HeaderName,
};

/// Set for every response; a second one would contradict it.
const RESERVED: &[&str] = &[
    "content-type",
    "content-length",
    "transfer-encoding",
    "connection",
    "trailer",
    "te",
    "keep-alive",
    "proxy-connection",
];

/// The name, unless an error cannot declare it.
pub(super) fn name(literal: &Str, errors: &mut Errors) -> Option<HeaderName> {
    let lowercase = literal.value().to_ascii_lowercase();
    if lowercase.is_empty() || !lowercase.bytes().all(is_token) {
        errors.push(field::invalid_header_name(literal));
        return None;
    }
    if RESERVED.contains(&lowercase.as_str()) {
        errors.push(field::reserved_header(literal));
        return None;
    }
    Some(HeaderName { lowercase, literal: literal.clone() })
}

/// Whether the value is legal.
pub(super) fn value(literal: &Str, errors: &mut Errors) -> bool {
    let is_legal = literal.value().bytes().all(|byte| matches!(byte, b'\t' | b' '..=b'~'));
    if !is_legal {
        errors.push(field::invalid_header_value(literal));
    }
    is_legal
}

/// `tchar` of RFC 9110 §5.6.2.
fn is_token(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_http_crate_takes_every_name_and_value_that_passes() {
        for byte in 0..=u8::MAX {
            let as_name = http::HeaderName::from_bytes(&[byte]).is_ok();
            assert_eq!(is_token(byte), as_name, "name {byte}");
        }
        for char in (0..=0x7f_u8).map(char::from) {
            let mut errors = Errors::default();
            value(&Str::new(&char.to_string(), proc_macro2::Span::call_site()), &mut errors);
            let accepted = errors.finish().is_none();
            assert_eq!(
                accepted,
                http::HeaderValue::from_str(&char.to_string()).is_ok(),
                "value {char:?}"
            );
        }
    }
}
