//! Text and images; the key and the model tell how a request ends.

use axum::{
    Json, Router,
    extract::{Path, rejection::JsonRejection},
    http::{HeaderMap, request::Parts},
    response::Result,
    routing::{get, post},
};
use errcode::{RequestContext, axum::ContextLayer};
use serde_json::{Value, json};

use super::header;
use crate::services::generation::{
    AuthenticationError, ImageError, RateLimitError, RequestError, ServerError, TextError,
};

pub(super) fn router() -> Router {
    Router::new()
        .route("/v1/text", post(write))
        .route("/v1/images", post(draw))
        .route("/v1/models/{name}", get(model))
        .fallback(async || RequestError::EndpointNotFound)
        .layer(ContextLayer::new(context))
}

fn context(request: &Parts) -> RequestContext {
    RequestContext::new().request_id(super::request_id(request)).timestamp(super::now())
}

fn authenticate(headers: &HeaderMap) -> Result<&str, AuthenticationError> {
    match header(headers, "x-api-key") {
        None => Err(AuthenticationError::MissingApiKey),
        Some("key-expired") => Err(AuthenticationError::ExpiredApiKey),
        Some("key-revoked") => Err(AuthenticationError::RevokedApiKey),
        Some("key-suspended") => Err(AuthenticationError::AccountSuspended),
        Some("key-spent") => Err(AuthenticationError::QuotaExceeded { quota: 10_000 }),
        Some(key) if key.starts_with("key-") => Ok(key),
        Some(_) => Err(AuthenticationError::InvalidApiKey),
    }
}

type Payload = Result<Json<Value>, JsonRejection>;

async fn write(headers: HeaderMap, payload: Payload) -> Result<Json<Value>> {
    match authenticate(&headers)? {
        "key-hasty" => return Err(RateLimitError::RateLimitExceeded { retry_after: 30 }.into()),
        "key-parallel" => return Err(RateLimitError::ConcurrentLimitExceeded { limit: 4 }.into()),
        _ => {}
    }
    let Json(request) = payload.map_err(|rejection| RequestError::Invalid(rejection.into()))?;
    let Some(prompt) = request["prompt"].as_str() else {
        return Err(RequestError::MissingField { field: "prompt" }.into());
    };
    let length = prompt.chars().count();
    if length > 40 {
        let issue = format!("{length} characters, at most 40 are read");
        return Err(TextError::PromptTooLong(issue).into());
    }
    if let Some(temperature) = request["temperature"].as_f64().filter(|t| !(0.0..=2.0).contains(t))
    {
        let issue = format!("{temperature} is out of range");
        return Err(TextError::InvalidTemperature(issue).into());
    }
    if let Some(max_tokens) = request["max_tokens"].as_i64().filter(|&tokens| tokens <= 0) {
        let issue = format!("{max_tokens} is not positive");
        return Err(TextError::InvalidMaxTokens(issue).into());
    }
    match request["model"].as_str() {
        Some("broken") => Err(ServerError::Internal("CUDA error 719 on node 4".into()).into()),
        Some("asleep") => Err(ServerError::ModelUnavailable { model: "asleep" }.into()),
        Some("crowded") => Err(ServerError::Overloaded { queued: 812 }.into()),
        Some(model @ "gpt-0") => Err(RequestError::UnsupportedModel { model: model.into() }.into()),
        _ => Ok(Json(json!({ "success": true, "text": "…" }))),
    }
}

async fn draw(headers: HeaderMap, payload: Payload) -> Result<Json<Value>> {
    authenticate(&headers)?;
    let Json(request) = payload.map_err(|rejection| RequestError::Invalid(rejection.into()))?;
    match request["size"].as_str() {
        None | Some("512x512" | "1024x1024") => {}
        Some(size) => {
            let issue = format!("'{size}' is none of 512x512 and 1024x1024");
            return Err(ImageError::InvalidSize(issue).into());
        }
    }
    match request["quality"].as_str() {
        None | Some("standard" | "hd") => {}
        Some(quality) => {
            let issue = format!("'{quality}' is neither 'standard' nor 'hd'");
            return Err(ImageError::InvalidQuality(issue).into());
        }
    }
    if request["prompt"].as_str().is_some_and(|prompt| prompt.contains("banknote")) {
        let issue = "not allowed by the policy on forgery".to_owned();
        return Err(ImageError::PromptViolation(issue).into());
    }
    Ok(Json(json!({ "success": true, "url": "…" })))
}

async fn model(Path(model): Path<String>) -> Result<(), RequestError> {
    Err(RequestError::ModelNotFound { model })
}
