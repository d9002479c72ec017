//! Header names and values (RFC 9110 §5.1, §5.5).

use darling::error::Accumulator;
use syn::LitStr;

use crate::{message, model::HeaderName};

/// Set for every response; a second one would contradict it.
const RESERVED: &[&str] = &["content-type", "content-length", "transfer-encoding", "connection"];

pub(super) fn name(literal: &LitStr, errors: &mut Accumulator) -> HeaderName {
    let lower = literal.value().to_ascii_lowercase();
    if lower.is_empty() || !lower.bytes().all(is_token) {
        errors.push(message::illegal_header_name(literal));
    } else if RESERVED.contains(&lower.as_str()) {
        errors.push(message::reserved_header(literal));
    }
    HeaderName { lower, literal: literal.clone() }
}

pub(super) fn value(literal: &LitStr, errors: &mut Accumulator) {
    let legal = |byte: u8| byte == b'\t' || (b' '..=b'~').contains(&byte);
    if !literal.value().bytes().all(legal) {
        errors.push(message::illegal_header_value(literal));
    }
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
            let mut errors = darling::Error::accumulator();
            value(&LitStr::new(&char.to_string(), proc_macro2::Span::call_site()), &mut errors);
            let accepted = errors.finish().is_ok();
            assert_eq!(
                accepted,
                http::HeaderValue::from_str(&char.to_string()).is_ok(),
                "value {char:?}"
            );
        }
    }
}
