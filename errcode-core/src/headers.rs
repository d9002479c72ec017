//! The headers of a response.

use std::fmt::{self, Write as _};

use http::{
    HeaderMap, HeaderValue,
    header::{CONTENT_TYPE, HeaderName, RETRY_AFTER},
};

use crate::{Envelope, ErrorView, HasEnvelope};

/// Whether a header belongs to the connection or the framing of the message (RFC 9110 §7.6.1, RFC 9112 §6): the server sends
/// it, and a second one would break the response.
fn is_reserved(name: &HeaderName) -> bool {
    matches!(
        name.as_str(),
        "content-length"
            | "transfer-encoding"
            | "connection"
            | "trailer"
            | "te"
            | "keep-alive"
            | "proxy-connection"
    )
}

/// Returns what the error declares, `Content-Type`, at most one `Retry-After`, and what the envelope adds.
pub(crate) fn of_response<E: Envelope>(view: ErrorView<'_>) -> HeaderMap {
    let mut headers = view.error_headers();
    let content_type = const { content_type::<E>() };
    if headers.try_insert(CONTENT_TYPE, content_type.clone()).is_err() {
        // A hand-written error has filled the map to its limit; no client would take so many.
        headers = HeaderMap::from_iter([(CONTENT_TYPE, content_type)]);
    }
    if let Some(seconds) = view.retry_after_secs() {
        let _ = headers.try_insert(RETRY_AFTER, HeaderValue::from(seconds));
    }
    E::headers(view, &mut headers);
    if headers.len() > headers.keys_len() {
        keep_first(&mut headers, &CONTENT_TYPE);
        keep_first(&mut headers, &RETRY_AFTER);
    }
    let reserved: Vec<HeaderName> =
        headers.keys().filter(|name| is_reserved(name)).cloned().collect();
    for name in reserved {
        headers.remove(name);
    }
    headers
}

/// The envelope's `CONTENT_TYPE`, checked at compile time.
pub(crate) const fn content_type<E: Envelope>() -> HeaderValue {
    assert_content_type(E::CONTENT_TYPE);
    HeaderValue::from_static(E::CONTENT_TYPE)
}

/// Fails the build for a `CONTENT_TYPE` that is not a legal header value (RFC 9110 §5.5, visible ASCII).
///
/// # Panics
///
/// Panics on such a value; in const evaluation, that is a compile error.
#[track_caller]
pub const fn assert_content_type(value: &str) {
    let bytes = value.as_bytes();
    let mut is_legal = !bytes.is_empty();
    let mut index = 0;
    while index < bytes.len() {
        is_legal &= matches!(bytes[index], b'\t' | b' '..=b'~');
        index += 1;
    }
    assert!(
        is_legal,
        "invalid `CONTENT_TYPE`: expected a media type such as \"application/json\", in visible ASCII"
    );
}

/// [`assert_content_type`] of an error type's envelope.
#[track_caller]
pub const fn assert_envelope<E: HasEnvelope + ?Sized>() {
    assert_content_type(<E::Envelope as Envelope>::CONTENT_TYPE);
}

/// A client that finds two values of a header that has one takes either.
fn keep_first(headers: &mut HeaderMap, name: &HeaderName) {
    if headers.get_all(name).iter().nth(1).is_some()
        && let Some(first) = headers.get(name).cloned()
    {
        headers.insert(name, first);
    }
}

/// Begins with the headers of the error in a transparent field.
pub fn inherit_headers(headers: &mut HeaderMap, inherited: HeaderMap) {
    *headers = inherited;
}

/// Adds a header that is the same for every occurrence; the macro has checked that its value is legal.
pub fn insert_static(headers: &mut HeaderMap, name: &HeaderName, value: &'static str) {
    headers.insert(name, HeaderValue::from_static(value));
}

/// Servers and clients refuse a response whose head is much longer, and the error's code with it.
const MAX_HEADER_LEN: usize = 8 * 1024;

/// Adds a declared header, unless its value is not a legal field value (RFC 9110 §5.5, visible ASCII) or too long.
pub fn insert_header(headers: &mut HeaderMap, name: &HeaderName, value: &dyn fmt::Display) {
    let mut text = String::new();
    if write!(text, "{value}").is_ok()
        && text.is_ascii()
        && text.len() <= MAX_HEADER_LEN
        && let Ok(value) = HeaderValue::from_str(&text)
    {
        headers.insert(name, value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn illegal_header_values_are_left_out() {
        struct Fails;
        impl fmt::Display for Fails {
            fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
                Err(fmt::Error)
            }
        }
        let mut headers = HeaderMap::new();
        let long = "a".repeat(MAX_HEADER_LEN + 1);
        for illegal in ["a\r\nSet-Cookie: b", "\0", "\u{7f}", "näh", &long] {
            insert_header(&mut headers, &HeaderName::from_static("x-a"), &illegal);
        }
        insert_header(&mut headers, &HeaderName::from_static("x-a"), &Fails);
        assert!(headers.is_empty());
        insert_header(&mut headers, &HeaderName::from_static("x-a"), &42);
        assert_eq!(headers["x-a"], "42");
    }
}
