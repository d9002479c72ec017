use std::fmt;

use http::StatusCode;

use crate::{ApiError, FieldErrors};

/// What a web framework answers itself, before or instead of a handler.
///
/// One line in a service's own enum takes all of it, so that it is in the service's catalog and documents:
///
/// ```
/// use errcode::{ApiError, FrameworkError};
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// enum ShopError {
///     #[error("no such order")]
///     #[api(code = "ORDER_NOT_FOUND", status = 404)]
///     NotFound,
///
///     #[error(transparent)]
///     #[api(transparent)]
///     Framework(#[from] FrameworkError),
/// }
///
/// assert_eq!(ShopError::from(FrameworkError::RouteNotFound).code(), "ROUTE_NOT_FOUND");
/// ```
///
/// A service that wants codes of its own writes `From<FrameworkError>` with a `match`, and has `framework_errors_as` of
/// the framework's `Errors` use it. The enum is closed, so the compiler says which kind is not covered.
#[derive(Debug, Clone, ApiError)]
#[api(crate = crate, category = "HTTP")]
pub enum FrameworkError {
    /// No such route
    #[api(code = "ROUTE_NOT_FOUND", status = 404, message = "No route matches this path")]
    RouteNotFound,

    /// Method not allowed
    ///
    /// The route exists for other methods, which the `Allow` header lists.
    #[api(
        code = "METHOD_NOT_ALLOWED",
        status = 405,
        message = "This route does not allow the method"
    )]
    MethodNotAllowed,

    /// Body too large
    #[api(code = "BODY_TOO_LARGE", status = 413, message = "The request body is too large")]
    BodyTooLarge,

    /// Unsupported media type
    #[api(
        code = "UNSUPPORTED_MEDIA_TYPE",
        status = 415,
        message = "The content type or encoding is not supported here"
    )]
    UnsupportedMediaType,

    /// Malformed body
    ///
    /// The body cannot be parsed, or was cut short.
    #[api(code = "MALFORMED_BODY", status = 400, message = "The request body cannot be parsed")]
    MalformedBody {
        /// What the parser says.
        reason: String,
    },

    /// Invalid body
    ///
    /// The body can be parsed and has another shape than expected.
    #[api(code = "INVALID_BODY", status = 422, message = "The request body is not valid")]
    InvalidBody {
        /// Which field is wrong, where the framework knows it.
        #[api(field_errors)]
        errors: FieldErrors,
    },

    /// Invalid path
    #[api(code = "INVALID_PATH", status = 400, message = "A parameter in the path is not valid")]
    InvalidPath {
        /// Which parameter is wrong, where the framework knows it.
        #[api(field_errors)]
        errors: FieldErrors,
    },

    /// Invalid query
    #[api(code = "INVALID_QUERY", status = 400, message = "A parameter of the query is not valid")]
    InvalidQuery {
        /// Which parameter is wrong, where the framework knows it.
        #[api(field_errors)]
        errors: FieldErrors,
    },

    /// Invalid header
    #[api(code = "INVALID_HEADER", status = 400, message = "A header is missing or not valid")]
    InvalidHeader {
        /// Which header is wrong, where the framework knows it.
        #[api(field_errors)]
        errors: FieldErrors,
    },

    /// Invalid form
    #[api(code = "INVALID_FORM", status = 422, message = "The form is not valid")]
    InvalidForm {
        /// Which field is wrong, where the framework knows it.
        #[api(field_errors)]
        errors: FieldErrors,
    },

    /// Request timed out
    ///
    /// The service did not answer in the time that it gives a request.
    #[api(code = "REQUEST_TIMED_OUT", status = 504, message = "The request took too long")]
    TimedOut {
        /// The status of the response: that of the layer which ended the request, 504 or 408. Documents list the code
        /// under 504.
        #[api(status)]
        status: StatusCode,
    },

    /// Service overloaded
    #[api(code = "OVERLOADED", status = 503, message = "The service is overloaded")]
    Overloaded,

    /// Internal error
    ///
    /// A defect of the service.
    #[api(code = "INTERNAL_ERROR", status = 500)]
    Panic {
        /// The panic's message, which is private.
        message: String,
    },

    /// HTTP error
    ///
    /// Any other status that a framework or middleware answers with.
    #[api(code = "HTTP_ERROR", status = 500, message("{}", .status.canonical_reason().unwrap_or("HTTP error")))]
    Other {
        /// The status of the response.
        #[api(status)]
        status: StatusCode,
        /// What was wrong, which is private.
        reason: String,
    },
}

impl FrameworkError {
    /// Returns the kind that a status stands for, for an answer of which nothing else is known.
    ///
    /// A 404 need not mean that there is no route, so it is [`Other`](Self::Other), as is each status that several
    /// causes share. An error after the extraction, such as that of a field of axum's `Multipart`, has a status, too:
    /// `FrameworkError::from_status(error.status())`.
    ///
    /// ```
    /// use errcode::{ApiError, FrameworkError, http::StatusCode};
    ///
    /// assert_eq!(FrameworkError::from_status(StatusCode::PAYLOAD_TOO_LARGE).code(), "BODY_TOO_LARGE");
    /// assert_eq!(FrameworkError::from_status(StatusCode::FORBIDDEN).status(), 403);
    /// ```
    #[must_use]
    pub fn from_status(status: StatusCode) -> Self {
        match status {
            StatusCode::PAYLOAD_TOO_LARGE => Self::BodyTooLarge,
            StatusCode::UNSUPPORTED_MEDIA_TYPE => Self::UnsupportedMediaType,
            StatusCode::GATEWAY_TIMEOUT | StatusCode::REQUEST_TIMEOUT => Self::TimedOut { status },
            StatusCode::SERVICE_UNAVAILABLE => Self::Overloaded,
            status => Self::Other { status, reason: String::new() },
        }
    }
}

/// The private text, for logs: it says more than the public message where more is known.
impl fmt::Display for FrameworkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::RouteNotFound => f.write_str("no route matches the path"),
            Self::MethodNotAllowed => f.write_str("method not allowed"),
            Self::BodyTooLarge => f.write_str("request body too large"),
            Self::UnsupportedMediaType => f.write_str("unsupported media type"),
            Self::MalformedBody { reason } => write!(f, "malformed request body: {reason}"),
            Self::InvalidBody { errors } => invalid(f, "request body", errors),
            Self::InvalidPath { errors } => invalid(f, "path", errors),
            Self::InvalidQuery { errors } => invalid(f, "query", errors),
            Self::InvalidHeader { errors } => invalid(f, "header", errors),
            Self::InvalidForm { errors } => invalid(f, "form", errors),
            Self::TimedOut { .. } => f.write_str("request timed out"),
            Self::Overloaded => f.write_str("service overloaded"),
            Self::Panic { message } if message.is_empty() => f.write_str("handler panicked"),
            Self::Panic { message } => write!(f, "handler panicked: {message}"),
            Self::Other { status, reason } if reason.is_empty() => write!(f, "answered {status}"),
            Self::Other { status, reason } => write!(f, "answered {status}: {reason}"),
        }
    }
}

impl std::error::Error for FrameworkError {}

/// `invalid body: items[2].sku: missing field`
fn invalid(f: &mut fmt::Formatter<'_>, what: &str, errors: &FieldErrors) -> fmt::Result {
    write!(f, "invalid {what}")?;
    for (field, messages) in errors {
        for message in messages {
            match field {
                "" => write!(f, ": {}", message.message())?,
                field => write!(f, ": {field}: {}", message.message())?,
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_private_text_names_a_field_where_one_is_known() {
        let text = |field| FrameworkError::InvalidPath { errors: [(field, "no number")].into() };
        assert_eq!(text("id").to_string(), "invalid path: id: no number");
        assert_eq!(text("").to_string(), "invalid path: no number");
    }
}
