use axum::http::Method;
use serde_json::{Value, json};

use super::{Exchange, Request, get, post};

pub(super) fn exchanges() -> Vec<Exchange> {
    [auth(), jobs(), validation(), miners(), receipts(), rates()].into_iter().flatten().collect()
}

fn submit(key: &'static str, job: &Value) -> Request {
    post("/aitbc/v1/jobs").header("x-api-key", key).json(job)
}

fn poem() -> Value {
    json!({ "prompt": "A poem", "model": "verse-1" })
}

fn auth() -> Vec<Exchange> {
    vec![
        post("/aitbc/v1/jobs").json(&poem()).answers(
            401,
            json!({
                "detail": "API key is required for this endpoint",
                "error_code": "AUTH_MISSING_KEY",
            }),
        ),
        submit("letmein", &poem()).header("x-request-id", "req-abc123").answers(
            401,
            json!({
                "detail": "API key is not valid",
                "error_code": "AUTH_INVALID_KEY",
                "request_id": "req-abc123",
            }),
        ),
        submit("key-reader", &poem()).answers(
            403,
            json!({
                "detail": "API key lacks the scope 'jobs:write'",
                "error_code": "AUTH_INSUFFICIENT_SCOPE",
            }),
        ),
    ]
}

fn jobs() -> Vec<Exchange> {
    vec![
        get("/aitbc/v1/jobs/job-abc123").answers(
            404,
            json!({ "detail": "Job job-abc123 not found", "error_code": "JOB_NOT_FOUND" }),
        ),
        get("/aitbc/v1/jobs/job-expired").answers(
            410,
            json!({ "detail": "Job job-expired has expired", "error_code": "JOB_EXPIRED" }),
        ),
        Request::new(Method::PATCH, "/aitbc/v1/jobs/job-done")
            .json(&json!({ "status": "queued" }))
            .answers(
                400,
                json!({
                    "detail": "Job job-done cannot go from 'completed' to 'queued'",
                    "error_code": "JOB_INVALID_STATUS",
                }),
            ),
        Request::new(Method::DELETE, "/aitbc/v1/jobs/job-done").answers(
            409,
            json!({
                "detail": "Job job-done is already completed",
                "error_code": "JOB_ALREADY_COMPLETED",
            }),
        ),
    ]
}

fn validation() -> Vec<Exchange> {
    vec![
        submit("key-1", &json!({ "model": "verse-1" })).answers(
            422,
            json!({
                "detail": "Field 'prompt' is required",
                "error_code": "VALIDATION_MISSING_FIELD",
                "field": "prompt",
            }),
        ),
        submit("key-1", &json!({ "prompt": 7 })).answers(
            422,
            json!({
                "detail": "Field 'prompt' must be a string",
                "error_code": "VALIDATION_INVALID_TYPE",
                "field": "prompt",
            }),
        ),
        submit("key-1", &json!({ "prompt": "A poem", "priority": 11 })).answers(
            422,
            json!({
                "detail": "Field 'priority' must be between 1 and 10",
                "error_code": "VALIDATION_OUT_OF_RANGE",
                "field": "priority",
                "min": 1,
                "max": 10,
            }),
        ),
    ]
}

fn miners() -> Vec<Exchange> {
    vec![
        Request::new(Method::PUT, "/aitbc/v1/miners/miner-1").answers(
            409,
            json!({
                "detail": "Miner miner-1 is already registered",
                "error_code": "MINER_ALREADY_REGISTERED",
            }),
        ),
        // Where the miner was last seen is nobody's business.
        get("/aitbc/v1/miners/miner-asleep").answers(
            503,
            json!({
                "detail": "Miner miner-asleep is not responding",
                "error_code": "MINER_OFFLINE",
            }),
        ),
    ]
}

fn receipts() -> Vec<Exchange> {
    vec![
        post("/aitbc/v1/receipts/receipt-forged/claim").answers(
            400,
            json!({
                "detail": "The signature of receipt receipt-forged does not verify",
                "error_code": "RECEIPT_INVALID_SIGNATURE",
            }),
        ),
        post("/aitbc/v1/receipts/receipt-unpaid/claim").answers(
            500,
            json!({
                "detail": "The payment could not be processed",
                "error_code": "PAYMENT_FAILED",
            }),
        ),
        post("/aitbc/v1/receipts/receipt-torn/claim").answers(
            500,
            json!({ "detail": "Internal Server Error", "error_code": "SYSTEM_INTERNAL_ERROR" }),
        ),
        post("/aitbc/v1/receipts/receipt-far/claim").answers(
            502,
            json!({ "detail": "Bad Gateway", "error_code": "SYSTEM_UPSTREAM_ERROR" }),
        ),
    ]
}

fn rates() -> Vec<Exchange> {
    vec![
        submit("key-hasty", &poem())
            .answers(
                429,
                json!({
                    "detail": "Rate limit exceeded. Retry after 60 seconds",
                    "error_code": "RATE_LIMIT_EXCEEDED",
                    "retry_after": 60,
                }),
            )
            .with("retry-after", "60"),
        submit("key-spent", &poem()).answers(
            429,
            json!({
                "detail": "The monthly quota is used up",
                "error_code": "RATE_QUOTA_EXCEEDED",
            }),
        ),
        submit("key-poor", &poem()).answers(
            402,
            json!({
                "detail": "The job costs 25 AITBC, the balance is 3",
                "error_code": "PAYMENT_INSUFFICIENT_BALANCE",
                "required": 25,
                "balance": 3,
            }),
        ),
    ]
}
