//! IGNY8, a content planner: no codes on the wire, but messages for each field of a form.
//!
//! Its own logs and catalog still tell the errors apart by code.

use axum::BoxError;
use errcode::{ApiError, Envelope, ErrorView, FieldErrors, catalog, envelope::Object};
use serde::Serialize;

catalog! {
    /// Every code of IGNY8, each once.
    pub static IGNY8 = [RequestError]
}

/// `{success, error, errors?, request_id}`
pub struct Unified;

impl Envelope for Unified {
    fn body(view: ErrorView<'_>) -> impl Serialize {
        Object::new()
            .member("success", false)
            .member("error", view.message())
            .optional("errors", view.field_errors())
            .member("request_id", view.request_id())
    }
}

/// How a request to IGNY8 fails.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Unified, axum)]
pub enum RequestError {
    /// Validation error or invalid request
    #[error("Validation failed")]
    #[api(
        code = "BAD_REQUEST",
        status = 400,
        resolution = "Provide all required fields with valid values"
    )]
    BadRequest(#[api(field_errors)] FieldErrors),

    /// Authentication required
    #[error("Authentication required")]
    #[api(
        code = "AUTHENTICATION_REQUIRED",
        status = 401,
        resolution = "Include `Authorization: Bearer <token>` header"
    )]
    AuthenticationRequired,

    /// Permission denied
    #[error("Permission denied")]
    #[api(code = "PERMISSION_DENIED", status = 403)]
    PermissionDenied,

    /// Resource not found
    #[error("Resource not found")]
    #[api(
        code = "NOT_FOUND",
        status = 404,
        resolution = "Verify resource ID exists and belongs to your account"
    )]
    NotFound,

    /// Resource conflict
    #[error("Conflict")]
    #[api(code = "CONFLICT", status = 409)]
    Conflict(#[api(field_errors)] FieldErrors),

    /// Validation failed
    #[error("Validation failed")]
    #[api(code = "VALIDATION_FAILED", status = 422)]
    Unprocessable(#[api(field_errors)] FieldErrors),

    /// Rate limit exceeded
    #[error("Rate limit exceeded")]
    #[api(
        code = "RATE_LIMIT_EXCEEDED",
        status = 429,
        header("X-Throttle-Remaining", "0"),
        resolution = "Wait until `X-Throttle-Reset` timestamp before retrying"
    )]
    Throttled {
        #[api(header = "X-Throttle-Limit")]
        limit: u32,
        /// A Unix timestamp.
        #[api(header = "X-Throttle-Reset")]
        reset: u64,
    },

    /// Server error
    #[error("{0}")]
    #[api(
        code = "SERVER_ERROR",
        status = 500,
        retryable = true,
        message = "Internal server error",
        resolution = "Retry request. If persistent, contact support with `request_id`."
    )]
    Server(#[source] BoxError),
}

/// A field and what is wrong with it: `FieldErrors::from([EMAIL_REQUIRED, PASSWORD_TOO_SHORT])`.
pub type FieldMessage = (&'static str, &'static str);

const REQUIRED: &str = "This field is required";

/// What the Authentication module says of its fields.
pub mod authentication {
    use super::{FieldMessage, REQUIRED};

    /// Email not provided
    pub const EMAIL_REQUIRED: FieldMessage = ("email", REQUIRED);
    /// Email format invalid
    pub const EMAIL_FORMAT: FieldMessage = ("email", "Invalid email format");
    /// Email already registered
    pub const EMAIL_TAKEN: FieldMessage = ("email", "User with this email already exists");
    /// Password not provided
    pub const PASSWORD_REQUIRED: FieldMessage = ("password", REQUIRED);
    /// Password too short
    pub const PASSWORD_TOO_SHORT: FieldMessage =
        ("password", "Password must be at least 8 characters");
    /// Wrong password
    pub const PASSWORD_WRONG: FieldMessage = ("password", "Invalid credentials");
}

/// What the Planner module says of its fields.
pub mod planner {
    use super::{FieldMessage, REQUIRED};

    /// Seed keyword not provided
    pub const SEED_KEYWORD_REQUIRED: FieldMessage = ("seed_keyword_id", REQUIRED);
    /// Seed keyword doesn't exist
    pub const SEED_KEYWORD_UNKNOWN: FieldMessage = ("seed_keyword_id", "Invalid seed keyword");
    /// Site not provided
    pub const SITE_REQUIRED: FieldMessage = ("site_id", REQUIRED);
    /// Site access denied
    pub const SITE_DENIED: FieldMessage = ("site_id", "Site must belong to your account");
    /// Sector not provided
    pub const SECTOR_REQUIRED: FieldMessage = ("sector_id", REQUIRED);
    /// Sector-site mismatch
    pub const SECTOR_MISMATCH: FieldMessage =
        ("sector_id", "Sector must belong to the selected site");
    /// Status value not allowed
    pub const STATUS_INVALID: FieldMessage = ("status", "Invalid status value");
}

/// What the Writer module says of its fields.
pub mod writer {
    use super::{FieldMessage, REQUIRED};

    /// Title not provided
    pub const TITLE_REQUIRED: FieldMessage = ("title", REQUIRED);
    /// Site not provided
    pub const SITE_REQUIRED: FieldMessage = ("site_id", REQUIRED);
    /// Sector not provided
    pub const SECTOR_REQUIRED: FieldMessage = ("sector_id", REQUIRED);
    /// Image type not allowed
    pub const IMAGE_TYPE_INVALID: FieldMessage = ("image_type", "Invalid image type");
}

/// What the System module says of its fields.
pub mod system {
    use super::{FieldMessage, REQUIRED};

    /// API key not provided
    pub const API_KEY_REQUIRED: FieldMessage = ("api_key", REQUIRED);
    /// API key format invalid
    pub const API_KEY_FORMAT: FieldMessage = ("api_key", "Invalid API key format");
    /// Integration type not allowed
    pub const INTEGRATION_TYPE_INVALID: FieldMessage =
        ("integration_type", "Invalid integration type");
}

/// What the Billing module says of its fields.
pub mod billing {
    use super::{FieldMessage, REQUIRED};

    /// Amount not provided
    pub const AMOUNT_REQUIRED: FieldMessage = ("amount", REQUIRED);
    /// Invalid amount value
    pub const AMOUNT_NOT_POSITIVE: FieldMessage = ("amount", "Amount must be positive");
    /// Not enough credits available
    pub const CREDITS_INSUFFICIENT: FieldMessage = ("credits", "Insufficient credits");
}
