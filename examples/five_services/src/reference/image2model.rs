use serde_json::{Value, json};

use super::{Exchange, Request, get, post};

const JOB: &str = "batch_20240315_123456_abc123";

fn flat(code: &str, message: &str) -> Value {
    json!({ "error": true, "error_code": code, "message": message })
}

fn flat_with(code: &str, message: &str, details: Value) -> Value {
    let mut body = flat(code, message);
    body["details"] = details;
    body
}

fn detail(code: &str, message: &str, details: &Value) -> Value {
    json!({ "detail": { "code": code, "message": message, "details": details } })
}

pub(super) fn exchanges() -> Vec<Exchange> {
    [access(), uploads(), jobs(), processing(), exceptions()].into_iter().flatten().collect()
}

fn upload(files: &Value) -> Request {
    post("/image2model/api/upload")
        .header("authorization", "Bearer key-1")
        .json(&json!({ "files": files }))
}

fn access() -> Vec<Exchange> {
    let nothing = json!({ "files": [] });
    vec![
        post("/image2model/api/upload")
            .json(&nothing)
            .answers(500, flat("AUTHENTICATION_REQUIRED", "API key not configured")),
        post("/image2model/api/upload")
            .header("authorization", "Bearer stolen")
            .json(&nothing)
            .answers(403, flat("INVALID_API_KEY", "Invalid API key")),
        get("/image2model/api/admin/stats")
            .answers(403, flat("INSUFFICIENT_PERMISSIONS", "Invalid admin API key")),
    ]
}

fn uploads() -> Vec<Exchange> {
    let small = json!({ "name": "cup.png", "size": 1024 });
    vec![
        upload(&json!([{ "name": "image.bmp", "size": 1024 }])).answers(
            400,
            flat_with(
                "VALIDATION_ERROR",
                "Invalid file format",
                json!({ "file": "image.bmp", "allowed_formats": ["jpg", "jpeg", "png"] }),
            ),
        ),
        upload(&json!([{ "name": "castle.png", "size": 15_728_640 }])).answers(
            413,
            flat_with(
                "FILE_TOO_LARGE",
                "File size exceeds 10MB limit",
                json!({ "file_size": 15_728_640, "max_size": 10_485_760 }),
            ),
        ),
        upload(&json!([{ "name": "chair.png", "size": 1_048_576 }])).answers(
            507,
            flat_with(
                "STORAGE_ERROR",
                "Insufficient storage space",
                json!({ "required": 1_048_576, "available": 524_288 }),
            ),
        ),
        upload(&json!(vec![small; 30])).answers(
            400,
            detail(
                "TOO_MANY_FILES",
                "Maximum 25 files allowed per batch",
                &json!({ "provided": 30, "limit": 25 }),
            ),
        ),
    ]
}

fn jobs() -> Vec<Exchange> {
    vec![
        get("/image2model/api/jobs/invalid@id").answers(
            400,
            detail(
                "INVALID_JOB_ID",
                "Invalid job ID format",
                &json!({ "job_id": "invalid@id", "pattern": "^[a-zA-Z0-9_-]+$" }),
            ),
        ),
        get("/image2model/api/jobs/batch_20240315_123456_abc123")
            .answers(404, detail("JOB_NOT_FOUND", "Job not found", &json!({ "job_id": JOB }))),
        get("/image2model/api/jobs/batch_20240315_123456_abc123/files/file_999").answers(
            404,
            detail(
                "FILE_NOT_FOUND",
                "File not found in job",
                &json!({ "job_id": JOB, "file_id": "file_999" }),
            ),
        ),
        get("/image2model/api/jobs/batch_1/model").answers(
            404,
            detail(
                "MODEL_NOT_READY",
                "Model generation still in progress",
                &json!({ "status": "processing", "progress": 75 }),
            ),
        ),
        get("/image2model/api/jobs/batch_1")
            .header("x-client", "hasty")
            .answers(
                429,
                detail(
                    "RATE_LIMIT_EXCEEDED",
                    "Rate limit exceeded",
                    &json!({ "limit": 60, "window": "1 minute", "retry_after": 45 }),
                ),
            )
            .with("retry-after", "45")
            .with("x-ratelimit-limit", "60")
            .with("x-ratelimit-remaining", "0")
            .with("x-ratelimit-reset", "1710504045"),
    ]
}

fn generate(engine: &str) -> Request {
    post("/image2model/api/jobs/batch_1/model").json(&json!({ "engine": engine }))
}

fn processing() -> Vec<Exchange> {
    vec![
        generate("local").answers(
            500,
            detail(
                "PROCESSING_ERROR",
                "Failed to process image",
                &json!({ "error": "Internal processing error", "correlation_id": "req_abc123" }),
            ),
        ),
        generate("experimental").header("x-correlation-id", "req_abc123xyz").answers(
            500,
            json!({
                "detail": {
                    "code": "PROCESSING_ERROR",
                    "message": "Internal error",
                    "correlation_id": "req_abc123xyz",
                },
            }),
        ),
        generate("fal").answers(
            502,
            detail(
                "FAL_API_ERROR",
                "External service error",
                &json!({ "service": "fal.ai", "error": "Model generation failed" }),
            ),
        ),
        generate("fal-turbo")
            .answers(
                503,
                detail(
                    "FAL_RATE_LIMIT",
                    "External service rate limit",
                    &json!({ "retry_after": 60, "service": "fal.ai" }),
                ),
            )
            .with("retry-after", "60"),
        get("/image2model/api/jobs/batch_1/events").streams(vec![
            (
                "error",
                json!({
                    "code": "PROCESSING_ERROR",
                    "message": "Failed to generate model",
                    "file_id": "file_001",
                }),
            ),
            ("close", json!({ "reason": "error" })),
        ]),
    ]
}

fn exceptions() -> Vec<Exchange> {
    vec![
        get("/image2model/api/health/gateway")
            .answers(500, flat("APIEXCEPTION", "API operation failed")),
        get("/image2model/api/health/fal").answers(
            502,
            flat_with(
                "FALAPIEXCEPTION",
                "External FAL.AI service error",
                json!({ "service": "fal.ai", "error": "Model generation failed" }),
            ),
        ),
        get("/image2model/api/health/database")
            .answers(500, flat("DATABASEEXCEPTION", "Database operation failed")),
        get("/image2model/api/health/processing")
            .answers(500, flat("PROCESSINGEXCEPTION", "Failed to process image")),
        get("/image2model/api/health/network")
            .answers(503, flat("NETWORKEXCEPTION", "Network connectivity issue")),
        get("/image2model/api/health/model")
            .answers(500, flat("MODELEXCEPTION", "Model operation failed")),
        get("/image2model/api/health/configuration")
            .answers(500, flat("CONFIGURATIONEXCEPTION", "Invalid configuration")),
    ]
}
