//! AITBC, a market where jobs meet miners: eight families of codes, one flat body.

use axum::BoxError;
use errcode::{ApiError, Envelope, ErrorView, catalog, domain, envelope::Object};
use serde::Serialize;

domain! {
    /// What the errors have in common.
    pub Aitbc {
        envelope = Flat,
    }
}

catalog! {
    /// Every code of AITBC, each once.
    pub static AITBC = [
        AuthError,
        JobError,
        ValidationError,
        MinerError,
        ReceiptError,
        RateError,
        PaymentError,
        SystemError,
    ]
}

/// `{detail, error_code, request_id?}`, with `field`, `retry_after` and the like beside them.
pub struct Flat;

impl Envelope for Flat {
    fn body(view: ErrorView<'_>) -> impl Serialize {
        Object::new()
            .member("detail", view.message())
            .member("error_code", view.code())
            .flatten(view.details())
            .optional("retry_after", view.retry_after_secs())
            .optional("request_id", view.request_id())
    }
}

/// Who is asking?
#[derive(Debug, thiserror::Error, ApiError)]
#[api(domain = Aitbc, prefix = "AUTH_", category = "Auth", status = 401)]
pub enum AuthError {
    /// No API key provided
    #[error("API key is required for this endpoint")]
    #[api(code = "AUTH_MISSING_KEY", resolution = "Include `X-Api-Key` header")]
    MissingKey,

    /// API key is invalid
    #[error("API key is not valid")]
    #[api(code = "AUTH_INVALID_KEY", resolution = "Check API key is correct")]
    InvalidKey,

    /// API key has expired
    #[error("API key has expired")]
    #[api(code = "AUTH_EXPIRED_KEY", resolution = "Generate new API key")]
    ExpiredKey,

    /// Key lacks required permissions
    #[error("API key lacks the scope '{0}'")]
    #[api(
        code = "AUTH_INSUFFICIENT_SCOPE",
        status = 403,
        resolution = "Use key with correct scope"
    )]
    InsufficientScope(&'static str),
}

/// What can be wrong with a job.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(domain = Aitbc, prefix = "JOB_", category = "Job")]
pub enum JobError {
    /// Job doesn't exist
    #[error("Job {0} not found")]
    #[api(code = "JOB_NOT_FOUND", status = 404, resolution = "Check job ID")]
    NotFound(String),

    /// Job claimed by another miner
    #[error("Job {0} is claimed by another miner")]
    #[api(code = "JOB_ALREADY_CLAIMED", status = 409, resolution = "Request different job")]
    AlreadyClaimed(String),

    /// Job already finished
    #[error("Job {0} is already completed")]
    #[api(code = "JOB_ALREADY_COMPLETED", status = 409, resolution = "No action needed")]
    AlreadyCompleted(String),

    /// Job was cancelled
    #[error("Job {0} was cancelled")]
    #[api(code = "JOB_ALREADY_CANCELLED", status = 409, resolution = "Submit new job")]
    AlreadyCancelled(String),

    /// Job deadline passed
    #[error("Job {0} has expired")]
    #[api(code = "JOB_EXPIRED", status = 410, resolution = "Submit new job")]
    Expired(String),

    /// Invalid status transition
    #[error("Job {job} cannot go from '{from}' to '{to}'")]
    #[api(code = "JOB_INVALID_STATUS", status = 400, resolution = "Check job state")]
    InvalidStatus { job: String, from: &'static str, to: String },
}

/// What can be wrong with a request; `field` says where.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(domain = Aitbc, prefix = "VALIDATION_", category = "Validation", status = 422)]
pub enum ValidationError {
    /// Required field missing
    #[error("Field '{field}' is required")]
    #[api(code = "VALIDATION_MISSING_FIELD", resolution = "Include required field")]
    MissingField {
        #[api(detail)]
        field: &'static str,
    },

    /// Wrong field type
    #[error("Field '{field}' must be a {expected}")]
    #[api(code = "VALIDATION_INVALID_TYPE", resolution = "Use correct type")]
    InvalidType {
        #[api(detail)]
        field: &'static str,
        expected: &'static str,
    },

    /// Value outside allowed range
    #[error("Field '{field}' must be between {min} and {max}")]
    #[api(code = "VALIDATION_OUT_OF_RANGE", resolution = "Use value in range")]
    OutOfRange {
        #[api(detail)]
        field: &'static str,
        #[api(detail)]
        min: u32,
        #[api(detail)]
        max: u32,
    },

    /// Wrong format (e.g., date)
    #[error("Field '{field}' must be a {expected}")]
    #[api(code = "VALIDATION_INVALID_FORMAT", resolution = "Use correct format")]
    InvalidFormat {
        #[api(detail)]
        field: &'static str,
        expected: &'static str,
    },

    /// Prompt exceeds limit
    #[error("Prompt exceeds {limit} characters")]
    #[api(code = "VALIDATION_PROMPT_TOO_LONG", resolution = "Shorten prompt")]
    PromptTooLong {
        #[api(detail)]
        limit: usize,
    },

    /// Model not supported
    #[error("Model '{model}' is not supported")]
    #[api(code = "VALIDATION_INVALID_MODEL", resolution = "Use valid model")]
    InvalidModel { model: String },
}

/// What can be wrong with a miner.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(domain = Aitbc, prefix = "MINER_", category = "Miner")]
pub enum MinerError {
    /// Miner not registered
    #[error("Miner {0} not found")]
    #[api(code = "MINER_NOT_FOUND", status = 404, resolution = "Register miner first")]
    NotFound(String),

    /// Miner ID already exists
    #[error("Miner {0} is already registered")]
    #[api(code = "MINER_ALREADY_REGISTERED", status = 409, resolution = "Use different ID")]
    AlreadyRegistered(String),

    /// Miner not responding
    #[error("miner {miner} was last seen {silent_for} s ago at {address}")]
    #[api(
        code = "MINER_OFFLINE",
        status = 503,
        message = "Miner {miner} is not responding",
        resolution = "Check miner status"
    )]
    Offline { miner: String, address: &'static str, silent_for: u64 },

    /// Miner at max capacity
    #[error("Miner {0} is at capacity")]
    #[api(
        code = "MINER_CAPACITY_FULL",
        status = 503,
        expose,
        resolution = "Wait or use different miner"
    )]
    CapacityFull(String),
}

/// What can be wrong with a receipt.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(domain = Aitbc, prefix = "RECEIPT_", category = "Receipt")]
pub enum ReceiptError {
    /// Receipt doesn't exist
    #[error("Receipt {0} not found")]
    #[api(code = "RECEIPT_NOT_FOUND", status = 404, resolution = "Check receipt ID")]
    NotFound(String),

    /// Signature verification failed
    #[error("The signature of receipt {0} does not verify")]
    #[api(code = "RECEIPT_INVALID_SIGNATURE", status = 400, resolution = "Check receipt integrity")]
    InvalidSignature(String),

    /// Receipt already processed
    #[error("Receipt {0} is already claimed")]
    #[api(code = "RECEIPT_ALREADY_CLAIMED", status = 409, resolution = "No action needed")]
    AlreadyClaimed(String),
}

/// Two 429s: a client that waits may retry the one, but not the other.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(domain = Aitbc, prefix = "RATE_", category = "Rate", status = 429)]
pub enum RateError {
    /// Too many requests
    #[error("Rate limit exceeded. Retry after {retry_after} seconds")]
    #[api(code = "RATE_LIMIT_EXCEEDED", resolution = "Wait and retry")]
    LimitExceeded {
        #[api(retry_after)]
        retry_after: u64,
    },

    /// Daily/monthly quota hit
    #[error("The {period} quota is used up")]
    #[api(code = "RATE_QUOTA_EXCEEDED", retryable = false, resolution = "Upgrade plan or wait")]
    QuotaExceeded { period: &'static str },
}

/// What can be wrong with a payment.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(domain = Aitbc, prefix = "PAYMENT_", category = "Payment")]
pub enum PaymentError {
    /// Not enough AITBC
    #[error("The job costs {required} AITBC, the balance is {balance}")]
    #[api(code = "PAYMENT_INSUFFICIENT_BALANCE", status = 402, resolution = "Top up balance")]
    InsufficientBalance {
        #[api(detail)]
        required: u64,
        #[api(detail)]
        balance: u64,
    },

    /// Payment processing error
    #[error("payment failed")]
    #[api(
        code = "PAYMENT_FAILED",
        status = 500,
        message = "The payment could not be processed",
        resolution = "Retry or contact support"
    )]
    Failed(#[source] BoxError),
}

/// What is wrong with AITBC itself.
///
/// The texts are for its logs: a client reads "Service Unavailable" and the like, unless a variant has `expose`.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(domain = Aitbc, prefix = "SYSTEM_", category = "System", status = 503)]
pub enum SystemError {
    /// Unexpected server error
    #[error("unexpected: {0}")]
    #[api(
        code = "SYSTEM_INTERNAL_ERROR",
        status = 500,
        retryable = true,
        resolution = "Retry or report bug"
    )]
    Internal(#[source] BoxError),

    /// Scheduled maintenance
    #[error("Maintenance until {until}")]
    #[api(code = "SYSTEM_MAINTENANCE", expose, resolution = "Wait for maintenance to end")]
    Maintenance { until: &'static str },

    /// System at capacity
    #[error("{queued} jobs are queued")]
    #[api(code = "SYSTEM_OVERLOADED", resolution = "Retry with backoff")]
    Overloaded { queued: usize },

    /// Dependency failure
    #[error("{dependency} failed")]
    #[api(code = "SYSTEM_UPSTREAM_ERROR", status = 502, resolution = "Retry later")]
    Upstream { dependency: &'static str, source: BoxError },
}
