//! Forms whose fields are checked one by one.

use axum::{
    Json, Router,
    extract::Path,
    http::{HeaderMap, request::Parts},
    routing::{get, post},
};
use errcode::{FieldErrors, RequestContext, axum::ContextLayer};
use serde_json::{Value, json};

use super::header;
use crate::services::igny8::{RequestError, authentication, planner};

pub(super) fn router() -> Router {
    Router::new()
        .route("/api/v1/auth/register/", post(register))
        .route("/api/v1/planner/keywords/", get(keywords).post(add_keyword))
        .route("/api/v1/planner/keywords/{id}/", get(keyword).delete(remove_keyword))
        .route("/api/v1/writer/tasks/", post(write))
        .route("/api/v1/system/status/", get(status))
        .layer(ContextLayer::new(context))
}

fn context(request: &Parts) -> RequestContext {
    RequestContext::new().request_id(super::request_id(request))
}

fn authenticate(headers: &HeaderMap) -> Result<(), RequestError> {
    header(headers, "authorization")
        .and_then(|value| value.strip_prefix("Bearer "))
        .map(drop)
        .ok_or(RequestError::AuthenticationRequired)
}

async fn register(Json(account): Json<Value>) -> Result<(), RequestError> {
    let email = match account["email"].as_str() {
        None => Some(authentication::EMAIL_REQUIRED),
        Some(email) if !email.contains('@') => Some(authentication::EMAIL_FORMAT),
        Some(_) => None,
    };
    let password = match account["password"].as_str() {
        None => Some(authentication::PASSWORD_REQUIRED),
        Some(password) if password.chars().count() < 8 => Some(authentication::PASSWORD_TOO_SHORT),
        Some(_) => None,
    };
    let errors: FieldErrors = email.into_iter().chain(password).collect();
    if !errors.is_empty() {
        return Err(RequestError::BadRequest(errors));
    }
    if account["email"] == "taken@example.com" {
        return Err(RequestError::Conflict(FieldErrors::from([authentication::EMAIL_TAKEN])));
    }
    Ok(())
}

async fn keywords(headers: HeaderMap) -> Result<Json<Value>, RequestError> {
    authenticate(&headers)?;
    Ok(Json(json!({ "success": true, "results": [] })))
}

async fn add_keyword(headers: HeaderMap, Json(new): Json<Value>) -> Result<(), RequestError> {
    use planner::{
        SECTOR_MISMATCH, SECTOR_REQUIRED, SEED_KEYWORD_REQUIRED, SITE_DENIED, SITE_REQUIRED,
    };

    authenticate(&headers)?;
    let required = [SEED_KEYWORD_REQUIRED, SITE_REQUIRED, SECTOR_REQUIRED];
    let missing: FieldErrors =
        required.into_iter().filter(|(field, _)| new[field].is_null()).collect();
    if !missing.is_empty() {
        return Err(RequestError::BadRequest(missing));
    }
    match (new["site_id"].as_u64(), new["sector_id"].as_u64()) {
        (Some(1), Some(1)) => Ok(()),
        (Some(1), _) => Err(RequestError::Unprocessable(FieldErrors::from([SECTOR_MISMATCH]))),
        _ => Err(RequestError::Unprocessable(FieldErrors::from([SITE_DENIED, SECTOR_MISMATCH]))),
    }
}

async fn keyword(headers: HeaderMap, Path(_): Path<u64>) -> Result<(), RequestError> {
    authenticate(&headers)?;
    Err(RequestError::NotFound)
}

async fn remove_keyword(headers: HeaderMap, Path(_): Path<u64>) -> Result<(), RequestError> {
    authenticate(&headers)?;
    Err(RequestError::PermissionDenied)
}

async fn write() -> Result<(), RequestError> {
    Err(RequestError::Throttled { limit: 60, reset: 1_700_123_456 })
}

async fn status() -> Result<(), RequestError> {
    Err(RequestError::Server("connection to postgres at 10.0.0.3 refused".into()))
}
