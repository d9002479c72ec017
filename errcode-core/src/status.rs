//! What is known of a status code at compile time: RFC 9110 §15 and the registry it founded.

use http::StatusCode;

/// Returns whether an error can have this status: a 2xx that can carry a body, a 4xx or a 5xx.
///
/// 204 and 205 have no content (RFC 9110 §15.3.5, §15.3.6); 1xx are interim responses and 3xx send the
/// client elsewhere. Unregistered codes of the allowed classes, such as 499, are fine.
#[must_use]
pub const fn is_allowed(status: u16) -> bool {
    matches!(status, 200..=203 | 206..=299 | 400..=599)
}

/// The status of a number that the macro has checked.
#[must_use]
#[inline]
pub const fn status(number: u16) -> StatusCode {
    match StatusCode::from_u16(number) {
        Ok(status) => status,
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

/// Whether a request that got this status may be repeated unchanged, unless its code says otherwise.
#[inline]
pub(crate) const fn is_retryable(status: u16) -> bool {
    matches!(status, 408 | 425 | 429 | 502 | 503 | 504)
}

/// The reason phrase of `status`.
///
/// A status that is not registered has the phrase of its class's `x00`: a recipient that does not know a
/// status treats it as that one (RFC 9110 §15).
pub(crate) const fn reason_phrase(status: u16) -> &'static str {
    match status {
        201 => "Created",
        202 => "Accepted",
        203 => "Non Authoritative Information",
        204 => "No Content",
        205 => "Reset Content",
        206 => "Partial Content",
        207 => "Multi-Status",
        208 => "Already Reported",
        226 => "IM Used",
        401 => "Unauthorized",
        402 => "Payment Required",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        406 => "Not Acceptable",
        407 => "Proxy Authentication Required",
        408 => "Request Timeout",
        409 => "Conflict",
        410 => "Gone",
        411 => "Length Required",
        412 => "Precondition Failed",
        413 => "Payload Too Large",
        414 => "URI Too Long",
        415 => "Unsupported Media Type",
        416 => "Range Not Satisfiable",
        417 => "Expectation Failed",
        418 => "I'm a teapot",
        421 => "Misdirected Request",
        422 => "Unprocessable Entity",
        423 => "Locked",
        424 => "Failed Dependency",
        425 => "Too Early",
        426 => "Upgrade Required",
        428 => "Precondition Required",
        429 => "Too Many Requests",
        431 => "Request Header Fields Too Large",
        451 => "Unavailable For Legal Reasons",
        501 => "Not Implemented",
        502 => "Bad Gateway",
        503 => "Service Unavailable",
        504 => "Gateway Timeout",
        505 => "HTTP Version Not Supported",
        506 => "Variant Also Negotiates",
        507 => "Insufficient Storage",
        508 => "Loop Detected",
        510 => "Not Extended",
        511 => "Network Authentication Required",
        400..=499 => "Bad Request",
        500..=599 => "Internal Server Error",
        _ => "OK",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_phrases_are_those_of_the_http_crate() {
        for number in (200..300).chain(400..600) {
            let status = StatusCode::from_u16(number).unwrap();
            let class = StatusCode::from_u16(number / 100 * 100).unwrap();
            let expected = status.canonical_reason().or(class.canonical_reason());
            assert_eq!(Some(reason_phrase(number)), expected, "{number}");
        }
    }

    #[test]
    fn statuses_without_a_body_and_interim_ones_are_no_errors() {
        for refused in [0, 99, 100, 199, 204, 205, 300, 304, 399, 600, 999, 1000] {
            assert!(!is_allowed(refused), "{refused}");
        }
        for allowed in [200, 203, 206, 299, 400, 410, 499, 500, 507, 599] {
            assert!(is_allowed(allowed), "{allowed}");
        }
    }
}
