use axum::http::Method;
use serde_json::{Value, json};

use super::{Exchange, Request, get, post};

const ID: &str = "550e8400-e29b-41d4-a716-446655440000";

fn identified(request: Request) -> Request {
    request.header("x-request-id", ID)
}

fn authorized(request: Request) -> Request {
    identified(request).header("authorization", "Bearer token-1")
}

fn failed(error: &str) -> Value {
    json!({ "success": false, "error": error, "request_id": ID })
}

fn failed_with(error: &str, errors: &Value) -> Value {
    json!({ "success": false, "error": error, "errors": errors, "request_id": ID })
}

pub(super) fn exchanges() -> Vec<Exchange> {
    vec![
        identified(post("/igny8/api/v1/auth/register/"))
            .json(&json!({ "password": "short" }))
            .answers(
                400,
                failed_with(
                    "Validation failed",
                    &json!({
                        "email": ["This field is required"],
                        "password": ["Password must be at least 8 characters"],
                    }),
                ),
            ),
        identified(post("/igny8/api/v1/auth/register/"))
            .json(&json!({ "email": "taken@example.com", "password": "long enough" }))
            .answers(
                409,
                failed_with(
                    "Conflict",
                    &json!({ "email": ["User with this email already exists"] }),
                ),
            ),
        identified(get("/igny8/api/v1/planner/keywords/"))
            .answers(401, failed("Authentication required")),
        authorized(get("/igny8/api/v1/planner/keywords/99999/"))
            .answers(404, failed("Resource not found")),
        authorized(Request::new(Method::DELETE, "/igny8/api/v1/planner/keywords/1/"))
            .answers(403, failed("Permission denied")),
        authorized(post("/igny8/api/v1/planner/keywords/"))
            .json(&json!({ "seed_keyword_id": null, "site_id": 1 }))
            .answers(
                400,
                failed_with(
                    "Validation failed",
                    &json!({
                        "seed_keyword_id": ["This field is required"],
                        "sector_id": ["This field is required"],
                    }),
                ),
            ),
        authorized(post("/igny8/api/v1/planner/keywords/"))
            .json(&json!({ "seed_keyword_id": 5, "site_id": 2, "sector_id": 9 }))
            .answers(
                422,
                failed_with(
                    "Validation failed",
                    &json!({
                        "site_id": ["Site must belong to your account"],
                        "sector_id": ["Sector must belong to the selected site"],
                    }),
                ),
            ),
        authorized(post("/igny8/api/v1/writer/tasks/"))
            .answers(429, failed("Rate limit exceeded"))
            .with("x-throttle-limit", "60")
            .with("x-throttle-remaining", "0")
            .with("x-throttle-reset", "1700123456"),
        authorized(get("/igny8/api/v1/system/status/"))
            .answers(500, failed("Internal server error")),
    ]
}
