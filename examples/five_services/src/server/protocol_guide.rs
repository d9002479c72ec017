//! tRPC procedures beside an API of its own.

use axum::{
    Json, Router,
    extract::Path,
    http::{HeaderMap, request::Parts},
    response::Result,
    routing::post,
};
use errcode::{RequestContext, axum::ContextLayer};
use serde_json::Value;

use super::header;
use crate::services::protocol_guide::{
    AuthenticationError, ClaudeError, GeminiError, ResourceError, SecurityError, ServerError,
    SubscriptionError, TooManyRequests, ValidationError, WebhookError,
};

pub(super) fn router() -> Router {
    Router::new()
        .route("/trpc/{procedure}", post(call))
        .route("/api/ask", post(ask))
        .route("/api/counties", post(save_county))
        .route("/webhooks/stripe", post(stripe))
        .layer(ContextLayer::new(context))
}

/// The path of a tRPC call is its procedure.
fn context(request: &Parts) -> RequestContext {
    let path = request.uri.path();
    RequestContext::new()
        .request_id(super::request_id(request))
        .timestamp(super::now())
        .path(path.strip_prefix("/trpc/").unwrap_or(path))
}

async fn call(Path(procedure): Path<String>, headers: HeaderMap, body: String) -> Result<()> {
    let Some(user) = header(&headers, "authorization") else {
        return Err(AuthenticationError::Unauthorized.into());
    };
    let input: Value =
        serde_json::from_str(&body).map_err(|error| ValidationError::Parse(error.into()))?;
    match (procedure.as_str(), user) {
        (_, "Bearer hasty") => Err(TooManyRequests { retry_after: 12 }.into()),
        ("admin.users", _) => Err(AuthenticationError::Forbidden.into()),
        ("query.submit", _) if input["text"].is_null() => Err(ValidationError::BadRequest.into()),
        ("query.submit", _) => Err(ServerError::Timeout.into()),
        ("query.stream", _) => Err(ServerError::ClientClosedRequest.into()),
        ("county.add", _) => Err(ResourceError::Conflict.into()),
        ("county.list", _) => {
            Err(ServerError::Internal("redis at 10.0.0.4: broken pipe".into()).into())
        }
        _ => Err(ResourceError::NotFound.into()),
    }
}

async fn ask(headers: HeaderMap, Json(question): Json<Value>) -> Result<()> {
    match header(&headers, "x-csrf-token") {
        None => return Err(SecurityError::CsrfMissing.into()),
        Some("csrf-1") => {}
        Some(_) => return Err(SecurityError::CsrfMismatch.into()),
    }
    match header(&headers, "cookie") {
        Some("session=old") => return Err(SecurityError::SessionExpired.into()),
        Some("session=free") => {
            return Err(SubscriptionError::TierLimitExceeded { limit: 10 }.into());
        }
        _ => {}
    }
    Err(match question["engine"].as_str() {
        Some("claude-busy") => ClaudeError::RateLimited { retry_after: None }.into(),
        Some("claude-locked") => ClaudeError::Auth.into(),
        Some("claude-slow") => ClaudeError::Timeout(30).into(),
        Some("claude-odd") => ClaudeError::Api("overloaded_error in stream".into()).into(),
        Some("gemini-busy") => GeminiError::RateLimited { retry_after: Some(5) }.into(),
        Some("gemini-down") => GeminiError::Server(502).into(),
        _ => ClaudeError::InvalidRequest.into(),
    })
}

async fn save_county() -> Result<(), SubscriptionError> {
    Err(SubscriptionError::CountyLimitReached { limit: 3 })
}

async fn stripe(headers: HeaderMap, Json(event): Json<Value>) -> Result<(), WebhookError> {
    if header(&headers, "stripe-signature") != Some("t=1,v1=good") {
        return Err(WebhookError::SignatureInvalid);
    }
    Err(WebhookError::AlreadyProcessed(event["id"].as_str().unwrap_or_default().to_owned()))
}
