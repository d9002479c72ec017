//! Uploads, jobs and a stream of events; two bodies, one handler.

use std::convert::Infallible;

use axum::{
    Json, Router,
    extract::Path,
    http::{HeaderMap, request::Parts},
    response::{Result, Sse, sse::Event},
    routing::{get, post},
};
use errcode::{RequestContext, axum::ContextLayer};
use futures_util::stream::{self, Stream};
use serde::Deserialize;
use serde_json::{Value, json};

use super::header;
use crate::services::image2model::{
    ApplicationError, AuthenticationError, BatchError, CloseEvent, ErrorEvent, ProcessingError,
    ProcessingFailed, RateLimitExceeded, ResourceError, StorageError, UploadError,
};

pub(super) fn router() -> Router {
    Router::new()
        .route("/api/upload", post(upload))
        .route("/api/admin/stats", get(stats))
        .route("/api/jobs/{job}", get(job))
        .route("/api/jobs/{job}/files/{file}", get(file))
        .route("/api/jobs/{job}/model", get(model).post(generate))
        .route("/api/jobs/{job}/events", get(events))
        .route("/api/health/{part}", get(health))
        .layer(ContextLayer::new(context))
}

/// A correlation id is shown to whoever sent one.
fn context(request: &Parts) -> RequestContext {
    match header(&request.headers, "x-correlation-id") {
        Some(id) => RequestContext::new().request_id(id),
        None => RequestContext::new(),
    }
}

#[derive(Deserialize)]
struct Upload {
    files: Vec<File>,
}

#[derive(Deserialize)]
struct File {
    name: String,
    size: u64,
}

async fn upload(headers: HeaderMap, Json(Upload { files }): Json<Upload>) -> Result<Json<Value>> {
    const MAX_FILES: usize = 25;
    match header(&headers, "authorization") {
        None => return Err(AuthenticationError::Required.into()),
        Some("Bearer key-1") => {}
        Some(_) => return Err(AuthenticationError::InvalidApiKey.into()),
    }
    if files.len() > MAX_FILES {
        return Err(BatchError::TooManyFiles { provided: files.len(), limit: MAX_FILES }.into());
    }
    for file in &files {
        check(file)?;
    }
    let (required, available) = (files.iter().map(|file| file.size).sum(), 512 << 10);
    if required > available {
        return Err(StorageError { required, available }.into());
    }
    Ok(Json(json!({ "job_id": "batch_1" })))
}

fn check(file: &File) -> Result<(), UploadError> {
    const FORMATS: &[&str] = &["jpg", "jpeg", "png"];
    const MAX_SIZE: u64 = 10 << 20;
    let format = file.name.rsplit('.').next().unwrap_or_default();
    if !FORMATS.contains(&format) {
        return Err(UploadError::InvalidFormat {
            file: file.name.clone(),
            allowed_formats: FORMATS,
        });
    }
    if file.size > MAX_SIZE {
        return Err(UploadError::TooLarge { file_size: file.size, max_size: MAX_SIZE });
    }
    Ok(())
}

async fn stats() -> Result<(), AuthenticationError> {
    Err(AuthenticationError::InsufficientPermissions)
}

fn is_id(id: &str) -> bool {
    id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(&byte))
}

async fn job(headers: HeaderMap, Path(job_id): Path<String>) -> Result<Json<Value>> {
    if header(&headers, "x-client").is_some_and(|client| client == "hasty") {
        return Err(RateLimitExceeded {
            limit: 60,
            remaining: 0,
            reset: 1_710_504_045,
            window: "1 minute",
            retry_after: 45,
        }
        .into());
    }
    if !is_id(&job_id) {
        return Err(BatchError::InvalidJobId { job_id, pattern: "^[a-zA-Z0-9_-]+$" }.into());
    }
    Err(ResourceError::JobNotFound { job_id }.into())
}

async fn file(Path((job_id, file_id)): Path<(String, String)>) -> Result<(), ResourceError> {
    Err(ResourceError::FileNotFound { job_id, file_id })
}

async fn model() -> Result<(), ResourceError> {
    Err(ResourceError::ModelNotReady { status: "processing", progress: 75 })
}

async fn generate(Json(options): Json<Value>) -> Result<(), ProcessingError> {
    let service = "fal.ai";
    Err(match options["engine"].as_str() {
        Some("fal") => {
            ProcessingError::Fal { service, error: "Model generation failed".to_owned() }
        }
        Some("fal-turbo") => ProcessingError::FalRateLimit { service, retry_after: 60 },
        Some("local") => ProcessingFailed {
            message: "Failed to process image",
            error: Some("Internal processing error"),
            correlation_id: Some("req_abc123".to_owned()),
            ..Default::default()
        }
        .into(),
        _ => ProcessingFailed { message: "Internal error", ..Default::default() }.into(),
    })
}

/// An error of a stream is an event, rendered with the context of the request.
async fn events() -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let error = ProcessingFailed {
        message: "Failed to generate model",
        file_id: Some("file_001".to_owned()),
        ..Default::default()
    };
    let data = errcode::to_json::<ErrorEvent>(&error, &RequestContext::current());
    let close = CloseEvent { reason: "error" };
    let events = [
        Event::default().event("error").data(String::from_utf8_lossy(&data)),
        Event::default().event("close").data(json!(close).to_string()),
    ];
    Sse::new(stream::iter(events.map(Ok)))
}

async fn health(Path(part): Path<String>) -> Result<(), ApplicationError> {
    let service = "fal.ai";
    Err(match part.as_str() {
        "fal" => ApplicationError::FalApi { service, error: "Model generation failed".to_owned() },
        "database" => ApplicationError::Database("10.0.0.3:5432 refused".into()),
        "processing" => ApplicationError::Processing("mesh has no faces".into()),
        "network" => ApplicationError::Network("no route to 10.0.0.8".into()),
        "model" => ApplicationError::Model("weights.bin: checksum differs".into()),
        "configuration" => ApplicationError::Configuration("FAL_KEY is empty".into()),
        _ => ApplicationError::Api("unknown part".into()),
    })
}
