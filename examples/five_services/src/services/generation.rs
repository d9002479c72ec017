//! A service that generates text and images: nested errors, with the request's identity in `meta`.

use axum::BoxError;
use errcode::{ApiError, Envelope, ErrorView, catalog, envelope::Object};
use serde::Serialize;

catalog! {
    /// Every code of the service, each once.
    pub static GENERATION = [
        AuthenticationError,
        RequestError,
        RateLimitError,
        ServerError,
        TextError,
        ImageError,
    ]
}

/// `{success, error: {code, message, details?}, meta: {request_id, timestamp?}}`
pub struct Full;

/// [`Full`] without `success`.
pub struct Brief;

impl Envelope for Full {
    fn body(view: ErrorView<'_>) -> impl Serialize {
        Object::new()
            .member("success", false)
            .member("error", error(view))
            .member("meta", meta(view))
    }
}

impl Envelope for Brief {
    fn body(view: ErrorView<'_>) -> impl Serialize {
        Object::new().member("error", error(view)).member("meta", meta(view))
    }
}

fn error(view: ErrorView<'_>) -> impl Serialize {
    Object::new()
        .member("code", view.code())
        .member("message", view.message())
        .optional("details", view.details().non_empty())
}

fn meta(view: ErrorView<'_>) -> impl Serialize {
    Object::new().member("request_id", view.request_id()).optional("timestamp", view.timestamp())
}

/// Who is asking, and may they?
#[derive(Debug, thiserror::Error, ApiError)]
#[api(category = "Authentication", status = 401, envelope = Full, axum)]
pub enum AuthenticationError {
    /// No API key provided in request
    #[error("API key is required")]
    #[api(code = "MISSING_API_KEY")]
    MissingApiKey,

    /// API key format is incorrect or doesn't exist
    #[error("The provided API key is invalid")]
    #[api(code = "INVALID_API_KEY")]
    InvalidApiKey,

    /// API key has passed its expiration date
    #[error("The API key has expired")]
    #[api(code = "EXPIRED_API_KEY")]
    ExpiredApiKey,

    /// API key was manually revoked
    #[error("The API key has been revoked")]
    #[api(code = "REVOKED_API_KEY")]
    RevokedApiKey,

    /// API key lacks required permissions
    #[error("Insufficient permissions for this operation")]
    #[api(code = "INSUFFICIENT_PERMISSIONS", status = 403)]
    InsufficientPermissions,

    /// Account is temporarily or permanently suspended
    #[error("Account has been suspended")]
    #[api(code = "ACCOUNT_SUSPENDED", status = 403)]
    AccountSuspended,

    /// Monthly usage limit has been reached
    #[error("Monthly quota exceeded")]
    #[api(code = "QUOTA_EXCEEDED", status = 403)]
    QuotaExceeded {
        #[api(detail)]
        quota: u64,
    },
}

/// What can be wrong with a request.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(category = "Request", status = 400, envelope = Full, axum)]
pub enum RequestError {
    /// General request validation error
    #[error("The request was invalid")]
    #[api(code = "INVALID_REQUEST")]
    Invalid(#[source] BoxError),

    /// A required parameter was not provided
    #[error("Required field is missing")]
    #[api(code = "MISSING_REQUIRED_FIELD")]
    MissingField {
        #[api(detail)]
        field: &'static str,
    },

    /// Parameter value doesn't meet requirements
    #[error("Field value is invalid")]
    #[api(code = "INVALID_FIELD_VALUE")]
    InvalidField {
        #[api(detail)]
        field: &'static str,
        #[api(detail)]
        issue: String,
    },

    /// Specified model doesn't exist or isn't available
    #[error("Model is not supported")]
    #[api(code = "UNSUPPORTED_MODEL")]
    UnsupportedModel {
        #[api(detail)]
        model: String,
    },

    /// Uploaded file format is not accepted
    #[error("File format is not supported")]
    #[api(code = "INVALID_FILE_FORMAT")]
    InvalidFileFormat {
        #[api(detail)]
        accepted: &'static [&'static str],
    },

    /// File is larger than allowed maximum
    #[error("File size exceeds limit")]
    #[api(code = "FILE_TOO_LARGE")]
    FileTooLarge {
        #[api(detail)]
        max_bytes: u64,
    },

    /// Requested resource doesn't exist
    #[error("Resource not found")]
    #[api(code = "RESOURCE_NOT_FOUND", status = 404)]
    ResourceNotFound,

    /// API endpoint doesn't exist
    #[error("Endpoint not found")]
    #[api(code = "ENDPOINT_NOT_FOUND", status = 404)]
    EndpointNotFound,

    /// Specified model doesn't exist
    #[error("Model not found")]
    #[api(code = "MODEL_NOT_FOUND", status = 404)]
    ModelNotFound {
        #[api(detail)]
        model: String,
    },
}

/// Too much at once.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(category = "Rate limiting", status = 429, envelope = Full, axum)]
pub enum RateLimitError {
    /// Too many requests in the time window
    #[error("Rate limit exceeded")]
    #[api(code = "RATE_LIMIT_EXCEEDED")]
    RateLimitExceeded {
        #[api(retry_after)]
        retry_after: u64,
    },

    /// Too many simultaneous requests
    #[error("Too many concurrent requests")]
    #[api(code = "CONCURRENT_LIMIT_EXCEEDED", retry_after = 1)]
    ConcurrentLimitExceeded {
        #[api(detail)]
        limit: u32,
    },
}

/// What is wrong with the service itself.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(category = "Server", status = 500, envelope = Full, axum)]
pub enum ServerError {
    /// Unexpected server error
    #[error("unexpected: {0}")]
    #[api(code = "INTERNAL_ERROR", message = "Internal server error")]
    Internal(#[source] BoxError),

    /// AI model is down for maintenance
    #[error("Model is temporarily unavailable")]
    #[api(code = "MODEL_UNAVAILABLE", retryable = true, expose)]
    ModelUnavailable {
        #[api(detail)]
        model: &'static str,
    },

    /// Error occurred during request processing
    #[error("worker {worker} gave up")]
    #[api(code = "PROCESSING_ERROR", message = "Error processing request")]
    Processing { worker: u32 },

    /// API is down for maintenance
    #[error("Service is temporarily unavailable")]
    #[api(code = "SERVICE_UNAVAILABLE", status = 503, retry_after = 600, expose)]
    Unavailable,

    /// Server is experiencing high load
    #[error("{queued} requests are queued")]
    #[api(code = "OVERLOADED", status = 503, message = "Service is overloaded")]
    Overloaded { queued: usize },
}

/// What can be wrong with a request for text: `field` says where, `issue` how.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(category = "Text generation", status = 400, envelope = Full, axum)]
pub enum TextError {
    /// Input text is too long
    #[error("Prompt exceeds maximum length")]
    #[api(code = "PROMPT_TOO_LONG", detail("field", "prompt"))]
    PromptTooLong(#[api(detail = "issue")] String),

    /// Temperature value is out of range
    #[error("Temperature must be between 0 and 2")]
    #[api(code = "INVALID_TEMPERATURE", detail("field", "temperature"))]
    InvalidTemperature(#[api(detail = "issue")] String),

    /// Token limit is invalid
    #[error("Max tokens must be positive")]
    #[api(code = "INVALID_MAX_TOKENS", detail("field", "max_tokens"))]
    InvalidMaxTokens(#[api(detail = "issue")] String),
}

/// What can be wrong with a request for an image: `field` says where, `issue` how.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(category = "Image generation", status = 400, envelope = Full, axum)]
pub enum ImageError {
    /// Specified dimensions are invalid
    #[error("Image size is not supported")]
    #[api(code = "INVALID_IMAGE_SIZE", detail("field", "size"))]
    InvalidSize(#[api(detail = "issue")] String),

    /// Quality setting is invalid
    #[error("Image quality is not supported")]
    #[api(code = "INVALID_IMAGE_QUALITY", detail("field", "quality"))]
    InvalidQuality(#[api(detail = "issue")] String),

    /// Image description contains prohibited content
    #[error("Prompt violates content policy")]
    #[api(code = "PROMPT_VIOLATION", detail("field", "prompt"))]
    PromptViolation(#[api(detail = "issue")] String),
}
