//! image2model turns pictures into 3D models: two bodies in one service, and a stream of events.
//!
//! Its uploads and its exception handlers answer flat, its job routes inside `detail`.

use axum::BoxError;
use errcode::{ApiError, Envelope, ErrorView, catalog, envelope::Object};
use serde::Serialize;

catalog! {
    /// Every code of image2model, each once.
    pub static IMAGE2MODEL = [
        AuthenticationError,
        UploadError,
        BatchError,
        ResourceError,
        RateLimitExceeded,
        ProcessingError,
        StorageError,
        ApplicationError,
    ]
}

/// `{error, error_code, message, details?}`
pub struct Flat;

impl Envelope for Flat {
    fn body(view: ErrorView<'_>) -> impl Serialize {
        Object::new()
            .member("error", true)
            .member("error_code", view.code())
            .member("message", view.message())
            .optional("details", view.details().non_empty())
    }
}

/// `{detail: {code, message, details?, correlation_id?}}`
pub struct Detail;

impl Envelope for Detail {
    fn body(view: ErrorView<'_>) -> impl Serialize {
        let detail = Object::new()
            .member("code", view.code())
            .member("message", view.message())
            .optional("details", view.details().non_empty())
            .optional("correlation_id", view.request_id());
        Object::new().member("detail", detail)
    }
}

/// The data of an `error` event: `{code, message}` and the details beside them.
pub struct ErrorEvent;

impl Envelope for ErrorEvent {
    fn body(view: ErrorView<'_>) -> impl Serialize {
        Object::new()
            .member("code", view.code())
            .member("message", view.message())
            .flatten(view.details())
    }
}

/// The data of a `close` event, the last of a stream.
#[derive(Debug, Serialize)]
pub struct CloseEvent {
    /// `"error"` if an `error` event came before.
    pub reason: &'static str,
}

/// Who is asking, and may they?
#[derive(Debug, thiserror::Error, ApiError)]
#[api(category = "Authentication", status = 403, envelope = Flat, axum)]
pub enum AuthenticationError {
    /// Request requires authentication but no API key provided
    #[error("API key not configured")]
    #[api(code = "AUTHENTICATION_REQUIRED", status = 500, expose)]
    Required,

    /// Provided API key is invalid or revoked
    #[error("Invalid API key")]
    #[api(code = "INVALID_API_KEY")]
    InvalidApiKey,

    /// API key lacks required permissions (e.g., admin access)
    #[error("Invalid admin API key")]
    #[api(code = "INSUFFICIENT_PERMISSIONS")]
    InsufficientPermissions,
}

/// What can be wrong with an uploaded file.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(category = "Validation", envelope = Flat, axum)]
pub enum UploadError {
    /// Request parameters failed validation
    #[error("Invalid file format")]
    #[api(code = "VALIDATION_ERROR", status = 400)]
    InvalidFormat {
        #[api(detail)]
        file: String,
        #[api(detail)]
        allowed_formats: &'static [&'static str],
    },

    /// Uploaded file exceeds size limit
    #[error("File size exceeds {}MB limit", max_size >> 20)]
    #[api(code = "FILE_TOO_LARGE", status = 413)]
    TooLarge {
        #[api(detail)]
        file_size: u64,
        #[api(detail)]
        max_size: u64,
    },
}

/// What can be wrong with a batch and its name.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(category = "Validation", status = 400, envelope = Detail, axum)]
pub enum BatchError {
    /// Batch upload exceeds file count limit
    #[error("Maximum {limit} files allowed per batch")]
    #[api(code = "TOO_MANY_FILES")]
    TooManyFiles {
        #[api(detail)]
        provided: usize,
        #[api(detail)]
        limit: usize,
    },

    /// Job ID format is invalid
    #[error("Invalid job ID format")]
    #[api(code = "INVALID_JOB_ID")]
    InvalidJobId {
        #[api(detail)]
        job_id: String,
        #[api(detail)]
        pattern: &'static str,
    },
}

/// What is not there, or not yet.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(category = "Resource", status = 404, envelope = Detail, axum)]
pub enum ResourceError {
    /// Requested job does not exist
    #[error("Job not found")]
    #[api(code = "JOB_NOT_FOUND")]
    JobNotFound {
        #[api(detail)]
        job_id: String,
    },

    /// Requested file does not exist in job
    #[error("File not found in job")]
    #[api(code = "FILE_NOT_FOUND")]
    FileNotFound {
        #[api(detail)]
        job_id: String,
        #[api(detail)]
        file_id: String,
    },

    /// 3D model not yet generated
    #[error("Model generation still in progress")]
    #[api(code = "MODEL_NOT_READY")]
    ModelNotReady {
        #[api(detail)]
        status: &'static str,
        #[api(detail)]
        progress: u8,
    },
}

/// API rate limit exceeded
#[derive(Debug, thiserror::Error, ApiError)]
#[error("Rate limit exceeded")]
#[api(code = "RATE_LIMIT_EXCEEDED", category = "Rate limiting", status = 429)]
#[api(envelope = Detail, axum)]
pub struct RateLimitExceeded {
    #[api(detail, header = "X-RateLimit-Limit")]
    pub limit: u32,
    #[api(header = "X-RateLimit-Remaining")]
    pub remaining: u32,
    /// A Unix timestamp.
    #[api(header = "X-RateLimit-Reset")]
    pub reset: u64,
    #[api(detail)]
    pub window: &'static str,
    #[api(detail, retry_after)]
    pub retry_after: u64,
}

/// General processing error
#[derive(Debug, Default, thiserror::Error, ApiError)]
#[error("{message}")]
#[api(code = "PROCESSING_ERROR", category = "Processing", status = 500, expose)]
#[api(envelope = Detail, axum)]
pub struct ProcessingFailed {
    pub message: &'static str,
    #[api(detail)]
    pub error: Option<&'static str>,
    #[api(detail)]
    pub correlation_id: Option<String>,
    #[api(detail)]
    pub file_id: Option<String>,
}

/// What can go wrong between a picture and its model.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(category = "Processing", envelope = Detail, axum)]
pub enum ProcessingError {
    #[error(transparent)]
    #[api(transparent)]
    Failed(#[from] ProcessingFailed),

    /// Error from FAL.AI service
    #[error("External service error")]
    #[api(code = "FAL_API_ERROR", status = 502, expose)]
    Fal {
        #[api(detail)]
        service: &'static str,
        #[api(detail)]
        error: String,
    },

    /// FAL.AI rate limit reached
    #[error("External service rate limit")]
    #[api(code = "FAL_RATE_LIMIT", status = 503, expose)]
    FalRateLimit {
        #[api(detail)]
        service: &'static str,
        #[api(detail, retry_after)]
        retry_after: u64,
    },
}

/// Storage space exhausted
#[derive(Debug, thiserror::Error, ApiError)]
#[error("Insufficient storage space")]
#[api(code = "STORAGE_ERROR", category = "Processing", status = 507, expose)]
#[api(envelope = Flat, axum)]
pub struct StorageError {
    #[api(detail)]
    pub required: u64,
    #[api(detail)]
    pub available: u64,
}

/// What the exception handlers answer: the cause stays in the logs.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(category = "Custom application", status = 500, envelope = Flat, axum)]
pub enum ApplicationError {
    /// General API-related errors
    #[error("API: {0}")]
    #[api(code = "APIEXCEPTION", message = "API operation failed")]
    Api(#[source] BoxError),

    /// FAL.AI API service errors
    #[error("External FAL.AI service error")]
    #[api(code = "FALAPIEXCEPTION", status = 502, expose)]
    FalApi {
        #[api(detail)]
        service: &'static str,
        #[api(detail)]
        error: String,
    },

    /// Database operation failures
    #[error("database: {0}")]
    #[api(code = "DATABASEEXCEPTION", message = "Database operation failed")]
    Database(#[source] BoxError),

    /// Image or model processing failures
    #[error("processing: {0}")]
    #[api(code = "PROCESSINGEXCEPTION", message = "Failed to process image")]
    Processing(#[source] BoxError),

    /// Network-related errors
    #[error("network: {0}")]
    #[api(code = "NETWORKEXCEPTION", status = 503, message = "Network connectivity issue")]
    Network(#[source] BoxError),

    /// Model operation failures
    #[error("model: {0}")]
    #[api(code = "MODELEXCEPTION", message = "Model operation failed")]
    Model(#[source] BoxError),

    /// Configuration-related errors
    #[error("configuration: {0}")]
    #[api(code = "CONFIGURATIONEXCEPTION", message = "Invalid configuration")]
    Configuration(#[source] BoxError),
}
