use serde_json::{Value, json};

use super::{Exchange, NOW, Request, get, post};

const ID: &str = "req_1234567890";

fn keyed(request: Request, key: &'static str) -> Request {
    request.header("x-request-id", ID).header("x-api-key", key)
}

fn write(request: &Value) -> Request {
    keyed(post("/generation/v1/text"), "key-1").json(request)
}

fn draw(request: &Value) -> Request {
    keyed(post("/generation/v1/images"), "key-1").json(request)
}

fn failed(code: &str, message: &str) -> Value {
    json!({
        "success": false,
        "error": { "code": code, "message": message },
        "meta": { "request_id": ID, "timestamp": NOW },
    })
}

fn failed_with(code: &str, message: &str, details: Value) -> Value {
    let mut body = failed(code, message);
    body["error"]["details"] = details;
    body
}

pub(super) fn exchanges() -> Vec<Exchange> {
    [access(), requests(), fields(), server()].into_iter().flatten().collect()
}

fn access() -> Vec<Exchange> {
    let poem = json!({ "prompt": "A poem" });
    vec![
        post("/generation/v1/text")
            .header("x-request-id", ID)
            .json(&poem)
            .answers(401, failed("MISSING_API_KEY", "API key is required")),
        keyed(post("/generation/v1/text"), "letmein")
            .json(&poem)
            .answers(401, failed("INVALID_API_KEY", "The provided API key is invalid")),
        keyed(post("/generation/v1/text"), "key-spent").json(&poem).answers(
            403,
            failed_with("QUOTA_EXCEEDED", "Monthly quota exceeded", json!({ "quota": 10_000 })),
        ),
        keyed(post("/generation/v1/text"), "key-hasty")
            .json(&poem)
            .answers(429, failed("RATE_LIMIT_EXCEEDED", "Rate limit exceeded"))
            .with("retry-after", "30"),
        keyed(post("/generation/v1/text"), "key-parallel")
            .json(&poem)
            .answers(
                429,
                failed_with(
                    "CONCURRENT_LIMIT_EXCEEDED",
                    "Too many concurrent requests",
                    json!({ "limit": 4 }),
                ),
            )
            .with("retry-after", "1"),
    ]
}

fn requests() -> Vec<Exchange> {
    vec![
        keyed(post("/generation/v1/text"), "key-1")
            .text("{\"prompt\": ")
            .answers(400, failed("INVALID_REQUEST", "The request was invalid")),
        write(&json!({})).answers(
            400,
            failed_with(
                "MISSING_REQUIRED_FIELD",
                "Required field is missing",
                json!({ "field": "prompt" }),
            ),
        ),
        write(&json!({ "prompt": "A poem", "model": "gpt-0" })).answers(
            400,
            failed_with("UNSUPPORTED_MODEL", "Model is not supported", json!({ "model": "gpt-0" })),
        ),
        keyed(get("/generation/v1/models/gpt-0"), "key-1").answers(
            404,
            failed_with("MODEL_NOT_FOUND", "Model not found", json!({ "model": "gpt-0" })),
        ),
        keyed(get("/generation/v2/text"), "key-1")
            .answers(404, failed("ENDPOINT_NOT_FOUND", "Endpoint not found")),
    ]
}

fn fields() -> Vec<Exchange> {
    vec![
        write(&json!({ "prompt": "A poem about the sea, the wind and the moon" })).answers(
            400,
            failed_with(
                "PROMPT_TOO_LONG",
                "Prompt exceeds maximum length",
                json!({ "field": "prompt", "issue": "43 characters, at most 40 are read" }),
            ),
        ),
        write(&json!({ "prompt": "A poem", "temperature": 3.5 })).answers(
            400,
            failed_with(
                "INVALID_TEMPERATURE",
                "Temperature must be between 0 and 2",
                json!({ "field": "temperature", "issue": "3.5 is out of range" }),
            ),
        ),
        draw(&json!({ "prompt": "A poet", "size": "1x1" })).answers(
            400,
            failed_with(
                "INVALID_IMAGE_SIZE",
                "Image size is not supported",
                json!({ "field": "size", "issue": "'1x1' is none of 512x512 and 1024x1024" }),
            ),
        ),
        draw(&json!({ "prompt": "A banknote" })).answers(
            400,
            failed_with(
                "PROMPT_VIOLATION",
                "Prompt violates content policy",
                json!({ "field": "prompt", "issue": "not allowed by the policy on forgery" }),
            ),
        ),
    ]
}

fn server() -> Vec<Exchange> {
    vec![
        write(&json!({ "prompt": "A poem", "model": "broken" }))
            .answers(500, failed("INTERNAL_ERROR", "Internal server error")),
        write(&json!({ "prompt": "A poem", "model": "asleep" })).answers(
            500,
            failed_with(
                "MODEL_UNAVAILABLE",
                "Model is temporarily unavailable",
                json!({ "model": "asleep" }),
            ),
        ),
        write(&json!({ "prompt": "A poem", "model": "crowded" }))
            .answers(503, failed("OVERLOADED", "Service is overloaded")),
    ]
}
