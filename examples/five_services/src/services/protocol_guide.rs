//! Protocol Guide: tRPC procedures answer in one shape, its own API in another.

use axum::BoxError;
use errcode::{ApiError, Envelope, ErrorView, catalog, envelope::Object};
use serde::Serialize;

catalog! {
    /// Every code of Protocol Guide, each once.
    pub static PROTOCOL_GUIDE = [
        AuthenticationError,
        ValidationError,
        ResourceError,
        TooManyRequests,
        ServerError,
        ClaudeError,
        GeminiError,
        SecurityError,
        SubscriptionError,
        WebhookError,
    ]
}

/// `{error: {code, message, data: {code, httpStatus, path, requestId, timestamp, retryAfter?}}}`
pub struct Trpc;

impl Envelope for Trpc {
    fn body(view: ErrorView<'_>) -> impl Serialize {
        let data = Object::new()
            .member("code", view.code())
            .member("httpStatus", view.status().as_u16())
            .member("path", view.path())
            .member("requestId", view.request_id())
            .member("timestamp", view.timestamp())
            .optional("retryAfter", view.retry_after_secs());
        let error = Object::new().member("code", view.code()).member("message", view.message());
        Object::new().member("error", error.member("data", data))
    }
}

/// `{success, error: {code, message, requestId, timestamp, retryable}}`
pub struct Api;

impl Envelope for Api {
    fn body(view: ErrorView<'_>) -> impl Serialize {
        let error = Object::new()
            .member("code", view.code())
            .member("message", view.message())
            .member("requestId", view.request_id())
            .member("timestamp", view.timestamp())
            .member("retryable", view.retryable());
        Object::new().member("success", false).member("error", error)
    }
}

/// Who is asking, and may they?
#[derive(Debug, thiserror::Error, ApiError)]
#[api(category = "Authentication", envelope = Trpc, axum)]
pub enum AuthenticationError {
    /// No valid authentication
    #[error("Please sign in to continue")]
    #[api(code = "UNAUTHORIZED", status = 401, resolution = "Re-authenticate")]
    Unauthorized,

    /// Insufficient permissions
    #[error("You don't have permission to perform this action")]
    #[api(code = "FORBIDDEN", status = 403, resolution = "Check permissions")]
    Forbidden,
}

/// What can be wrong with the input of a procedure.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(category = "Validation", status = 400, envelope = Trpc, axum)]
pub enum ValidationError {
    /// Invalid input
    #[error("Invalid request. Please check your input.")]
    #[api(code = "BAD_REQUEST", resolution = "Fix input")]
    BadRequest,

    /// Malformed request body
    #[error("Unable to parse request")]
    #[api(code = "PARSE_ERROR")]
    Parse(#[source] BoxError),
}

/// What is not there, or there already.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(category = "Resource", envelope = Trpc, axum)]
pub enum ResourceError {
    /// Resource doesn't exist
    #[error("The requested resource was not found")]
    #[api(code = "NOT_FOUND", status = 404)]
    NotFound,

    /// Resource conflict
    #[error("This resource already exists")]
    #[api(code = "CONFLICT", status = 409)]
    Conflict,
}

/// Rate limit exceeded
#[derive(Debug, thiserror::Error, ApiError)]
#[error("Too many requests. Please wait and try again.")]
#[api(code = "TOO_MANY_REQUESTS", category = "Rate limiting", status = 429)]
#[api(resolution = "Wait for Retry-After", envelope = Trpc, axum)]
pub struct TooManyRequests {
    #[api(retry_after)]
    pub retry_after: u64,
}

/// What ends a procedure that was well called.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(category = "Server", envelope = Trpc, axum)]
pub enum ServerError {
    /// Unexpected server error
    #[error("unexpected: {0}")]
    #[api(
        code = "INTERNAL_SERVER_ERROR",
        status = 500,
        retryable = true,
        message = "An unexpected error occurred. Please try again.",
        resolution = "Exponential backoff"
    )]
    Internal(#[source] BoxError),

    /// Request timeout
    #[error("Request timed out. Please try again.")]
    #[api(code = "TIMEOUT", status = 408, resolution = "Retry once")]
    Timeout,

    /// Client disconnected
    #[error("Client closed the request")]
    #[api(code = "CLIENT_CLOSED_REQUEST", status = 499)]
    ClientClosedRequest,
}

/// What can go wrong with Claude, which answers questions.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(prefix = "CLAUDE_", category = "Claude", envelope = Api, axum)]
pub enum ClaudeError {
    /// Claude API rate limit
    #[error("The AI service is temporarily busy. Please try again in a moment.")]
    #[api(code = "CLAUDE_RATE_LIMITED", status = 429, resolution = "Exponential backoff")]
    RateLimited {
        #[api(retry_after)]
        retry_after: Option<u64>,
    },

    /// API key invalid
    #[error("Claude refused the API key")]
    #[api(
        code = "CLAUDE_AUTH_ERROR",
        status = 500,
        message = "The AI service is not available. Please contact support."
    )]
    Auth,

    /// Claude 5xx error
    #[error("Claude answered {0}")]
    #[api(
        code = "CLAUDE_SERVER_ERROR",
        status = 503,
        message = "The AI service has a problem. Please try again.",
        resolution = "Exponential backoff"
    )]
    Server(u16),

    /// Claude at capacity
    #[error("The AI service is at capacity. Please try again in a moment.")]
    #[api(code = "CLAUDE_OVERLOADED", status = 503, expose, resolution = "Exponential backoff")]
    Overloaded,

    /// Request timeout
    #[error("Claude did not answer within {0} s")]
    #[api(
        code = "CLAUDE_TIMEOUT",
        status = 504,
        message = "The AI service took too long. Please try again.",
        resolution = "Exponential backoff"
    )]
    Timeout(u64),

    /// Bad request to Claude
    #[error("The AI service cannot answer this question")]
    #[api(code = "CLAUDE_INVALID_REQUEST", status = 400)]
    InvalidRequest,

    /// Generic Claude error
    #[error("Claude: {0}")]
    #[api(
        code = "CLAUDE_API_ERROR",
        status = 500,
        retryable = true,
        message = "The AI service failed. Please try again.",
        resolution = "Exponential backoff"
    )]
    Api(#[source] BoxError),
}

/// What can go wrong with Gemini, which makes the embeddings.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(prefix = "GEMINI_", category = "Gemini", envelope = Api, axum)]
pub enum GeminiError {
    /// Gemini rate limit
    #[error("The search service is temporarily busy. Please try again in a moment.")]
    #[api(code = "GEMINI_RATE_LIMITED", status = 429, resolution = "Exponential backoff")]
    RateLimited {
        #[api(retry_after)]
        retry_after: Option<u64>,
    },

    /// API key invalid
    #[error("Gemini refused the API key")]
    #[api(
        code = "GEMINI_AUTH_ERROR",
        status = 500,
        message = "The search service is not available. Please contact support."
    )]
    Auth,

    /// Gemini 5xx error
    #[error("Gemini answered {0}")]
    #[api(
        code = "GEMINI_SERVER_ERROR",
        status = 503,
        message = "The search service has a problem. Please try again.",
        resolution = "Exponential backoff"
    )]
    Server(u16),

    /// Request timeout
    #[error("Gemini did not answer within {0} s")]
    #[api(
        code = "GEMINI_TIMEOUT",
        status = 504,
        message = "The search service took too long. Please try again.",
        resolution = "Exponential backoff"
    )]
    Timeout(u64),

    /// Generic Gemini error
    #[error("Gemini: {0}")]
    #[api(
        code = "GEMINI_API_ERROR",
        status = 500,
        retryable = true,
        message = "The search service failed. Please try again.",
        resolution = "Exponential backoff"
    )]
    Api(#[source] BoxError),
}

/// What protects the session.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(category = "Security", envelope = Api, axum)]
pub enum SecurityError {
    /// CSRF token not provided
    #[error("The CSRF token is missing")]
    #[api(code = "CSRF_MISSING", status = 403)]
    CsrfMissing,

    /// CSRF token doesn't match
    #[error("The CSRF token does not match")]
    #[api(code = "CSRF_MISMATCH", status = 403)]
    CsrfMismatch,

    /// Auth token has been revoked
    #[error("Your session was ended. Please sign in again.")]
    #[api(code = "TOKEN_REVOKED", status = 401)]
    TokenRevoked,

    /// Session has expired
    #[error("Your session has expired. Please sign in again.")]
    #[api(code = "SESSION_EXPIRED", status = 401)]
    SessionExpired,
}

/// What a subscription does not include.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(category = "Subscription", status = 403, envelope = Api, axum)]
pub enum SubscriptionError {
    /// Feature requires paid subscription
    #[error("This feature requires a subscription")]
    #[api(code = "SUBSCRIPTION_REQUIRED")]
    Required,

    /// Subscription has expired
    #[error("Your subscription has expired")]
    #[api(code = "SUBSCRIPTION_EXPIRED")]
    Expired,

    /// Daily query limit reached
    #[error("You have used all {limit} queries of today")]
    #[api(code = "TIER_LIMIT_EXCEEDED", status = 429, retryable = false)]
    TierLimitExceeded { limit: u32 },

    /// Max saved counties for tier
    #[error("Your plan saves at most {limit} counties")]
    #[api(code = "COUNTY_LIMIT_REACHED", status = 400)]
    CountyLimitReached { limit: u32 },
}

/// What Stripe is told of its events.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(prefix = "WEBHOOK_", category = "Webhook", envelope = Api, axum)]
pub enum WebhookError {
    /// Stripe signature verification failed
    #[error("The signature does not verify")]
    #[api(code = "WEBHOOK_SIGNATURE_INVALID", status = 400)]
    SignatureInvalid,

    /// Duplicate event (idempotent)
    // A 200, so that Stripe does not send the event again.
    #[error("The event {0} was already processed")]
    #[api(code = "WEBHOOK_ALREADY_PROCESSED", status = 200)]
    AlreadyProcessed(String),
}
