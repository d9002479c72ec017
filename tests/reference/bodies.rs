//! The documented bodies, each made from an error value: one for every line of `bodies.jsonl`, in its order.

use errcode::{ApiError, FieldErrors, HasEnvelope, RequestContext};
use serde_json::Value;

use five_services::services::{aitbc, generation, igny8, image2model, protocol_guide};

/// A body, and the status it was sent with if it was a response.
pub(crate) struct Made {
    pub(crate) status: Option<u16>,
    pub(crate) body: Value,
}

/// In the envelope of the error's own type.
fn respond<E: ApiError + HasEnvelope>(error: &E, context: &RequestContext) -> Made {
    let response = errcode::respond(error, context);
    let body = serde_json::from_slice(response.body()).unwrap();
    Made { status: Some(response.status().as_u16()), body }
}

fn render<E: errcode::Envelope>(error: &dyn ApiError, context: &RequestContext) -> Made {
    let response = errcode::render::<E>(error, context);
    let body = serde_json::from_slice(response.body()).unwrap();
    Made { status: Some(response.status().as_u16()), body }
}

pub(crate) fn of(service: &str) -> Vec<Made> {
    match service {
        "aitbc" => aitbc(),
        "igny8" => igny8(),
        "generation" => generation(),
        "image2model" => image2model(),
        "protocol_guide" => protocol_guide(),
        unknown => panic!("no service named {unknown}"),
    }
}

fn aitbc() -> Vec<Made> {
    use aitbc::{AuthError, JobError, RateError, ValidationError};

    /// What the document shows for any error.
    #[derive(Debug, thiserror::Error, ApiError)]
    #[error("Human-readable error message")]
    #[api(code = "ERROR_CODE", status = 400, envelope = aitbc::Flat)]
    struct Example;

    let identified = RequestContext::new().request_id("req-abc123");
    let unknown = RequestContext::new();
    vec![
        respond(&Example, &identified),
        respond(&AuthError::MissingKey, &unknown),
        respond(&JobError::NotFound("job-abc123".to_owned()), &unknown),
        respond(&ValidationError::MissingField { field: "prompt" }, &unknown),
        respond(&RateError::LimitExceeded { retry_after: 60 }, &unknown),
    ]
}

fn igny8() -> Vec<Made> {
    use igny8::{
        RequestError,
        authentication::{EMAIL_REQUIRED, EMAIL_TAKEN, PASSWORD_TOO_SHORT},
        planner::{SECTOR_MISMATCH, SECTOR_REQUIRED, SEED_KEYWORD_REQUIRED, SITE_DENIED},
    };

    /// What the document shows for any error.
    #[derive(Debug, thiserror::Error, ApiError)]
    #[error("Error message")]
    #[api(code = "ERROR", status = 400, envelope = igny8::Unified)]
    struct Example(#[api(field_errors)] FieldErrors);

    let context = RequestContext::new().request_id("550e8400-e29b-41d4-a716-446655440000");
    vec![
        respond(&Example(FieldErrors::from([("field_name", "Field-specific errors")])), &context),
        respond(
            &RequestError::BadRequest(FieldErrors::from([EMAIL_REQUIRED, PASSWORD_TOO_SHORT])),
            &context,
        ),
        respond(&RequestError::AuthenticationRequired, &context),
        respond(&RequestError::PermissionDenied, &context),
        respond(&RequestError::NotFound, &context),
        respond(&RequestError::Conflict(FieldErrors::from([EMAIL_TAKEN])), &context),
        // Here the document names the fields without the `_id` they have in its table.
        respond(
            &RequestError::Unprocessable(FieldErrors::from([
                ("site", SITE_DENIED.1),
                ("sector", SECTOR_MISMATCH.1),
            ])),
            &context,
        ),
        respond(&RequestError::Throttled { limit: 60, reset: 1_700_123_456 }, &context),
        respond(&RequestError::Server("connection refused".into()), &context),
        respond(&RequestError::AuthenticationRequired, &context),
        respond(&RequestError::NotFound, &context),
        respond(
            &RequestError::BadRequest(FieldErrors::from([SEED_KEYWORD_REQUIRED, SECTOR_REQUIRED])),
            &context,
        ),
    ]
}

fn generation() -> Vec<Made> {
    use generation::{Brief, RequestError};

    /// What the document shows for any error.
    #[derive(Debug, thiserror::Error, ApiError)]
    #[error("Human-readable error message")]
    #[api(code = "ERROR_CODE", status = 400, envelope = generation::Full)]
    struct Example {
        #[api(detail)]
        field: &'static str,
        #[api(detail)]
        issue: &'static str,
    }

    let context = RequestContext::new().request_id("req_1234567890");
    let example = Example { field: "specific_field_name", issue: "detailed_issue_description" };
    vec![
        respond(&example, &context.clone().timestamp("2024-01-01T00:00:00Z")),
        render::<Brief>(&RequestError::Invalid("expected value".into()), &context),
    ]
}

fn image2model() -> Vec<Made> {
    use image2model::{
        ApplicationError, AuthenticationError, BatchError, CloseEvent, ErrorEvent, ProcessingError,
        ProcessingFailed, RateLimitExceeded, ResourceError, StorageError, UploadError,
    };

    /// What the document shows for any error.
    #[derive(Debug, thiserror::Error, ApiError)]
    #[error("Human-readable error message")]
    #[api(code = "ERROR_CODE", status = 400, envelope = image2model::Flat)]
    struct Example {
        #[api(detail)]
        additional: &'static str,
    }

    let context = RequestContext::new();
    let job_id = || "batch_20240315_123456_abc123".to_owned();
    let failed = || "Model generation failed".to_owned();
    let file_failed = ProcessingFailed {
        message: "Failed to generate model",
        file_id: Some("file_001".to_owned()),
        ..Default::default()
    };
    let event = errcode::to_json::<ErrorEvent>(&file_failed, &context);
    vec![
        respond(&AuthenticationError::Required, &context),
        respond(&AuthenticationError::InvalidApiKey, &context),
        respond(&AuthenticationError::InsufficientPermissions, &context),
        respond(
            &UploadError::InvalidFormat {
                file: "image.bmp".to_owned(),
                allowed_formats: &["jpg", "jpeg", "png"],
            },
            &context,
        ),
        respond(&UploadError::TooLarge { file_size: 15_728_640, max_size: 10_485_760 }, &context),
        respond(&BatchError::TooManyFiles { provided: 30, limit: 25 }, &context),
        respond(
            &BatchError::InvalidJobId {
                job_id: "invalid@id".to_owned(),
                pattern: "^[a-zA-Z0-9_-]+$",
            },
            &context,
        ),
        respond(&ResourceError::JobNotFound { job_id: job_id() }, &context),
        respond(
            &ResourceError::FileNotFound { job_id: job_id(), file_id: "file_999".to_owned() },
            &context,
        ),
        respond(&ResourceError::ModelNotReady { status: "processing", progress: 75 }, &context),
        respond(
            &RateLimitExceeded {
                limit: 60,
                remaining: 0,
                reset: 1_710_504_045,
                window: "1 minute",
                retry_after: 45,
            },
            &context,
        ),
        respond(
            &ProcessingFailed {
                message: "Failed to process image",
                error: Some("Internal processing error"),
                correlation_id: Some("req_abc123".to_owned()),
                ..Default::default()
            },
            &context,
        ),
        respond(&ProcessingError::Fal { service: "fal.ai", error: failed() }, &context),
        respond(&ProcessingError::FalRateLimit { service: "fal.ai", retry_after: 60 }, &context),
        respond(&StorageError { required: 1_048_576, available: 524_288 }, &context),
        respond(&ApplicationError::Api("unknown part".into()), &context),
        respond(&ApplicationError::FalApi { service: "fal.ai", error: failed() }, &context),
        respond(&ApplicationError::Database("connection refused".into()), &context),
        respond(&ApplicationError::Processing("mesh has no faces".into()), &context),
        respond(&ApplicationError::Network("no route to host".into()), &context),
        respond(&ApplicationError::Model("checksum differs".into()), &context),
        respond(&ApplicationError::Configuration("FAL_KEY is empty".into()), &context),
        respond(&Example { additional: "context-specific information" }, &context),
        respond(
            &ProcessingFailed { message: "Internal error", ..Default::default() },
            &RequestContext::new().request_id("req_abc123xyz"),
        ),
        Made { status: None, body: serde_json::from_slice(&event).unwrap() },
        Made { status: None, body: serde_json::json!(CloseEvent { reason: "error" }) },
    ]
}

fn protocol_guide() -> Vec<Made> {
    use protocol_guide::ClaudeError;

    /// The document's text for any message.
    #[derive(Debug, thiserror::Error, ApiError)]
    #[error("User-friendly error message")]
    #[api(code = "UNAUTHORIZED", status = 401, envelope = protocol_guide::Trpc)]
    struct Example;

    let context = RequestContext::new()
        .request_id("req_abc123xyz")
        .timestamp("2026-01-25T10:30:00.000Z")
        .path("auth.me");
    vec![
        respond(&Example, &context),
        respond(&ClaudeError::RateLimited { retry_after: None }, &context),
    ]
}
