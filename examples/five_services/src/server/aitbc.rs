//! Jobs, miners and receipts; the ids and keys tell how a request ends.

use axum::{
    Json, Router,
    extract::Path,
    http::{HeaderMap, request::Parts},
    response::Response,
    routing::{get, post},
};
use errcode::{
    RequestContext,
    axum::{ContextLayer, Error},
};
use serde_json::{Value, json};

use super::header;
use crate::services::aitbc::{
    AuthError, Flat, JobError, MinerError, PaymentError, RateError, ReceiptError, SystemError,
    ValidationError,
};

/// What a handler ends with: any of the errors, in the body that all of them have.
type Answer<T> = Result<T, Error<Flat>>;

pub(super) fn router() -> Router {
    Router::new()
        .route("/v1/jobs", post(submit))
        .route("/v1/jobs/{id}", get(job).patch(update).delete(cancel))
        .route("/v1/miners/{id}", get(miner).put(register))
        .route("/v1/receipts/{id}/claim", post(claim))
        .layer(ContextLayer::new(context))
}

/// A request keeps the id it came with; without one there is none.
fn context(request: &Parts) -> RequestContext {
    match header(&request.headers, "x-request-id") {
        Some(id) => RequestContext::new().request_id(id),
        None => RequestContext::new(),
    }
}

fn authenticate(headers: &HeaderMap) -> Result<&str, AuthError> {
    match header(headers, "x-api-key") {
        None => Err(AuthError::MissingKey),
        Some("key-expired") => Err(AuthError::ExpiredKey),
        Some(key) if key.starts_with("key-") => Ok(key),
        Some(_) => Err(AuthError::InvalidKey),
    }
}

async fn submit(headers: HeaderMap, Json(job): Json<Value>) -> Answer<Json<Value>> {
    match authenticate(&headers)? {
        "key-reader" => return Err(AuthError::InsufficientScope("jobs:write").into()),
        "key-hasty" => return Err(RateError::LimitExceeded { retry_after: 60 }.into()),
        "key-spent" => return Err(RateError::QuotaExceeded { period: "monthly" }.into()),
        "key-poor" => {
            return Err(PaymentError::InsufficientBalance { required: 25, balance: 3 }.into());
        }
        _ => {}
    }
    validate(&job)?;
    Ok(Json(json!({ "job_id": "job-1", "status": "queued" })))
}

fn validate(job: &Value) -> Result<(), ValidationError> {
    const LIMIT: usize = 40;
    match &job["prompt"] {
        Value::Null => return Err(ValidationError::MissingField { field: "prompt" }),
        Value::String(prompt) if prompt.chars().count() > LIMIT => {
            return Err(ValidationError::PromptTooLong { limit: LIMIT });
        }
        Value::String(_) => {}
        _ => return Err(ValidationError::InvalidType { field: "prompt", expected: "string" }),
    }
    match job["priority"].as_u64() {
        Some(11..) => Err(ValidationError::OutOfRange { field: "priority", min: 1, max: 10 }),
        _ => Ok(()),
    }
}

async fn job(Path(id): Path<String>) -> Answer<Json<Value>> {
    match id.as_str() {
        "job-running" | "job-done" => Ok(Json(json!({ "job_id": id }))),
        "job-expired" => Err(JobError::Expired(id))?,
        _ => Err(JobError::NotFound(id))?,
    }
}

async fn update(Path(id): Path<String>, Json(change): Json<Value>) -> Answer<()> {
    match (id.as_str(), change["status"].as_str()) {
        ("job-done", Some(to)) => {
            Err(JobError::InvalidStatus { job: id, from: "completed", to: to.to_owned() })?
        }
        ("job-running", Some("claimed")) => Err(JobError::AlreadyClaimed(id))?,
        _ => Ok(()),
    }
}

async fn cancel(Path(id): Path<String>) -> Answer<()> {
    match id.as_str() {
        "job-done" => Err(JobError::AlreadyCompleted(id))?,
        "job-cancelled" => Err(JobError::AlreadyCancelled(id))?,
        _ => Ok(()),
    }
}

async fn miner(Path(id): Path<String>) -> Answer<Json<Value>> {
    match id.as_str() {
        "miner-1" => Ok(Json(json!({ "miner_id": id }))),
        "miner-full" => Err(MinerError::CapacityFull(id))?,
        "miner-asleep" => {
            Err(MinerError::Offline { miner: id, address: "10.0.0.7:9000", silent_for: 300 })?
        }
        _ => Err(MinerError::NotFound(id))?,
    }
}

async fn register(Path(id): Path<String>) -> Answer<()> {
    match id.as_str() {
        "miner-1" => Err(MinerError::AlreadyRegistered(id))?,
        _ => Ok(()),
    }
}

async fn claim(Path(id): Path<String>) -> Answer<Response> {
    Err(match id.as_str() {
        "receipt-forged" => ReceiptError::InvalidSignature(id).into(),
        "receipt-claimed" => ReceiptError::AlreadyClaimed(id).into(),
        "receipt-unpaid" => PaymentError::Failed("wallet node: connection refused".into()).into(),
        "receipt-torn" => SystemError::Internal("table `receipts` is locked".into()).into(),
        "receipt-far" => {
            let source = "10.0.0.9:8545 timed out".into();
            SystemError::Upstream { dependency: "ledger", source }.into()
        }
        _ => ReceiptError::NotFound(id).into(),
    })
}
