//! Percent-encoding (RFC 3986 §2.1).

use std::fmt::Write as _;

/// As a part of a URL: only a code of the style `any` has characters to encode (RFC 3986 §2.1, §2.3).
pub(crate) fn percent_encoded(code: &str) -> String {
    let mut encoded = String::with_capacity(code.len());
    for byte in code.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            encoded.push(char::from(byte));
        } else {
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

/// The text that was encoded; `None` if a byte is neither encoded nor one that stands for itself, or the text is not UTF-8.
pub(crate) fn percent_decoded(encoded: &str) -> Option<String> {
    let mut bytes = encoded.bytes();
    let mut decoded = Vec::with_capacity(encoded.len());
    while let Some(byte) = bytes.next() {
        decoded.push(match byte {
            b'%' => hex(bytes.next()?)? << 4 | hex(bytes.next()?)?,
            b'-' | b'.' | b'_' | b'~' | b'+' => byte,
            _ if byte.is_ascii_alphanumeric() => byte,
            _ => return None,
        });
    }
    String::from_utf8(decoded).ok()
}

/// The value of a hexadecimal digit, in the case that the encoding has.
fn hex(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'A'..=b'F' => Some(digit - b'A' + 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn decoding_undoes_encoding(text: String) {
            prop_assert_eq!(percent_decoded(&percent_encoded(&text)), Some(text));
        }
    }

    #[test]
    fn what_is_not_encoded_is_refused() {
        for text in ["A B", "A%2", "A%2f", "A/B", "A%FF", "\u{e4}"] {
            assert_eq!(percent_decoded(text), None, "{text:?}");
        }
    }
}
