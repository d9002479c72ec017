//! Percent-encoding (RFC 3986 §2.1).

/// As a part of a URL: only a code of the style `any` has characters to encode (RFC 3986 §2.1, §2.3).
pub(crate) fn percent_encoded(code: &str) -> String {
    let encode = |byte: u8| match byte {
        b'-' | b'.' | b'_' | b'~' => char::from(byte).to_string(),
        _ if byte.is_ascii_alphanumeric() => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    code.bytes().map(encode).collect()
}
