//! An error value of every code.

use errcode::{ApiError, Catalog, FieldErrors, HasEnvelope, RequestContext};
use serde_json::Value;

use five_services::services::{aitbc, generation, igny8, image2model, protocol_guide};

/// An error value and its body, in the envelope of its own type.
pub(crate) struct Sample {
    pub(crate) error: Box<dyn ApiError>,
    pub(crate) body: Value,
}

impl Sample {
    fn new<E: ApiError + HasEnvelope + 'static>(error: E) -> Self {
        let response = errcode::respond(&error, &RequestContext::new().request_id("req-1"));
        let body = serde_json::from_slice(response.body()).unwrap();
        Self { error: Box::new(error), body }
    }
}

/// A service: its catalog, and a value of each code.
pub(crate) struct Service {
    pub(crate) name: &'static str,
    pub(crate) catalog: &'static Catalog,
    pub(crate) samples: Vec<Sample>,
}

macro_rules! samples {
    ($($error:expr),+ $(,)?) => { vec![$(Sample::new($error)),+] };
}

pub(crate) fn services() -> [Service; 5] {
    [aitbc(), igny8(), generation(), image2model(), protocol_guide()]
}

fn aitbc() -> Service {
    use aitbc::{
        AuthError, JobError, MinerError, PaymentError, RateError, ReceiptError, SystemError,
        ValidationError,
    };
    let id = || "job-1".to_owned();
    Service {
        name: "aitbc",
        catalog: &aitbc::AITBC,
        samples: samples![
            AuthError::MissingKey,
            AuthError::InvalidKey,
            AuthError::ExpiredKey,
            AuthError::InsufficientScope("jobs:write"),
            JobError::NotFound(id()),
            JobError::AlreadyClaimed(id()),
            JobError::AlreadyCompleted(id()),
            JobError::AlreadyCancelled(id()),
            JobError::Expired(id()),
            JobError::InvalidStatus { job: id(), from: "completed", to: "queued".into() },
            ValidationError::MissingField { field: "prompt" },
            ValidationError::InvalidType { field: "prompt", expected: "string" },
            ValidationError::OutOfRange { field: "priority", min: 1, max: 10 },
            ValidationError::InvalidFormat { field: "deadline", expected: "date" },
            ValidationError::PromptTooLong { limit: 4000 },
            ValidationError::InvalidModel { model: "gpt-0".into() },
            MinerError::NotFound(id()),
            MinerError::AlreadyRegistered(id()),
            MinerError::Offline { miner: id(), address: "10.0.0.7:9000", silent_for: 300 },
            MinerError::CapacityFull(id()),
            ReceiptError::NotFound(id()),
            ReceiptError::InvalidSignature(id()),
            ReceiptError::AlreadyClaimed(id()),
            RateError::LimitExceeded { retry_after: 60 },
            RateError::QuotaExceeded { period: "monthly" },
            PaymentError::InsufficientBalance { required: 25, balance: 3 },
            PaymentError::Failed("connection refused".into()),
            SystemError::Internal("table is locked".into()),
            SystemError::Maintenance { until: "06:00 UTC" },
            SystemError::Overloaded { queued: 812 },
            SystemError::Upstream { dependency: "ledger", source: "timed out".into() },
        ],
    }
}

fn igny8() -> Service {
    use igny8::RequestError;
    let wrong = || FieldErrors::from([igny8::authentication::EMAIL_FORMAT]);
    Service {
        name: "igny8",
        catalog: &igny8::IGNY8,
        samples: samples![
            RequestError::BadRequest(wrong()),
            RequestError::AuthenticationRequired,
            RequestError::PermissionDenied,
            RequestError::NotFound,
            RequestError::Conflict(wrong()),
            RequestError::Unprocessable(wrong()),
            RequestError::Throttled { limit: 60, reset: 1_700_123_456 },
            RequestError::Server("connection refused".into()),
        ],
    }
}

fn generation() -> Service {
    use generation::{
        AuthenticationError, ImageError, RateLimitError, RequestError, ServerError, TextError,
    };
    let issue = || "not that".to_owned();
    Service {
        name: "generation",
        catalog: &generation::GENERATION,
        samples: samples![
            AuthenticationError::MissingApiKey,
            AuthenticationError::InvalidApiKey,
            AuthenticationError::ExpiredApiKey,
            AuthenticationError::RevokedApiKey,
            AuthenticationError::InsufficientPermissions,
            AuthenticationError::AccountSuspended,
            AuthenticationError::QuotaExceeded { quota: 10_000 },
            RequestError::Invalid("expected value at line 1 column 12".into()),
            RequestError::MissingField { field: "prompt" },
            RequestError::InvalidField { field: "stop", issue: "is empty".into() },
            RequestError::UnsupportedModel { model: "gpt-0".into() },
            RequestError::InvalidFileFormat { accepted: &["png"] },
            RequestError::FileTooLarge { max_bytes: 1 << 20 },
            RequestError::ResourceNotFound,
            RequestError::EndpointNotFound,
            RequestError::ModelNotFound { model: "gpt-0".into() },
            RateLimitError::RateLimitExceeded { retry_after: 30 },
            RateLimitError::ConcurrentLimitExceeded { limit: 4 },
            ServerError::Internal("CUDA error 719".into()),
            ServerError::ModelUnavailable { model: "verse-1" },
            ServerError::Processing { worker: 3 },
            ServerError::Unavailable,
            ServerError::Overloaded { queued: 812 },
            TextError::PromptTooLong(issue()),
            TextError::InvalidTemperature(issue()),
            TextError::InvalidMaxTokens(issue()),
            ImageError::InvalidSize(issue()),
            ImageError::InvalidQuality(issue()),
            ImageError::PromptViolation(issue()),
        ],
    }
}

fn image2model() -> Service {
    use image2model::{
        ApplicationError, AuthenticationError, BatchError, ProcessingError, ProcessingFailed,
        RateLimitExceeded, ResourceError, StorageError, UploadError,
    };
    let id = || "batch_1".to_owned();
    Service {
        name: "image2model",
        catalog: &image2model::IMAGE2MODEL,
        samples: samples![
            AuthenticationError::Required,
            AuthenticationError::InvalidApiKey,
            AuthenticationError::InsufficientPermissions,
            UploadError::InvalidFormat { file: "cup.bmp".into(), allowed_formats: &["png"] },
            UploadError::TooLarge { file_size: 11 << 20, max_size: 10 << 20 },
            BatchError::TooManyFiles { provided: 26, limit: 25 },
            BatchError::InvalidJobId { job_id: "@".into(), pattern: "^[a-z]+$" },
            ResourceError::JobNotFound { job_id: id() },
            ResourceError::FileNotFound { job_id: id(), file_id: "file_1".into() },
            ResourceError::ModelNotReady { status: "processing", progress: 75 },
            RateLimitExceeded {
                limit: 60,
                remaining: 0,
                reset: 1_710_504_045,
                window: "1 minute",
                retry_after: 45,
            },
            ProcessingError::from(ProcessingFailed {
                message: "Failed to process image",
                ..Default::default()
            }),
            ProcessingError::Fal { service: "fal.ai", error: "out of memory".into() },
            ProcessingError::FalRateLimit { service: "fal.ai", retry_after: 60 },
            StorageError { required: 2, available: 1 },
            ApplicationError::Api("unknown part".into()),
            ApplicationError::FalApi { service: "fal.ai", error: "out of memory".into() },
            ApplicationError::Database("connection refused".into()),
            ApplicationError::Processing("mesh has no faces".into()),
            ApplicationError::Network("no route to host".into()),
            ApplicationError::Model("checksum differs".into()),
            ApplicationError::Configuration("FAL_KEY is empty".into()),
        ],
    }
}

fn protocol_guide() -> Service {
    use protocol_guide::{
        AuthenticationError, ClaudeError, GeminiError, ResourceError, SecurityError, ServerError,
        SubscriptionError, TooManyRequests, ValidationError, WebhookError,
    };
    Service {
        name: "protocol_guide",
        catalog: &protocol_guide::PROTOCOL_GUIDE,
        samples: samples![
            AuthenticationError::Unauthorized,
            AuthenticationError::Forbidden,
            ValidationError::BadRequest,
            ValidationError::Parse("unexpected end of input".into()),
            ResourceError::NotFound,
            ResourceError::Conflict,
            TooManyRequests { retry_after: 12 },
            ServerError::Internal("broken pipe".into()),
            ServerError::Timeout,
            ServerError::ClientClosedRequest,
            ClaudeError::RateLimited { retry_after: None },
            ClaudeError::Auth,
            ClaudeError::Server(502),
            ClaudeError::Overloaded,
            ClaudeError::Timeout(30),
            ClaudeError::InvalidRequest,
            ClaudeError::Api("error in stream".into()),
            GeminiError::RateLimited { retry_after: Some(5) },
            GeminiError::Auth,
            GeminiError::Server(502),
            GeminiError::Timeout(30),
            GeminiError::Api("error in stream".into()),
            SecurityError::CsrfMissing,
            SecurityError::CsrfMismatch,
            SecurityError::TokenRevoked,
            SecurityError::SessionExpired,
            SubscriptionError::Required,
            SubscriptionError::Expired,
            SubscriptionError::TierLimitExceeded { limit: 10 },
            SubscriptionError::CountyLimitReached { limit: 3 },
            WebhookError::SignatureInvalid,
            WebhookError::AlreadyProcessed("evt_1".into()),
        ],
    }
}
