use serde_json::{Value, json};

use super::{Exchange, NOW, Request, post};

const ID: &str = "req_abc123xyz";

fn identified(path: &'static str) -> Request {
    post(path).header("x-request-id", ID)
}

fn call(path: &'static str) -> Request {
    identified(path).header("authorization", "Bearer user-1")
}

fn ask(engine: &str) -> Request {
    identified("/protocol-guide/api/ask")
        .header("x-csrf-token", "csrf-1")
        .json(&json!({ "engine": engine }))
}

fn trpc(path: &str, status: u16, code: &str, message: &str) -> Value {
    json!({
        "error": {
            "code": code,
            "message": message,
            "data": {
                "code": code,
                "httpStatus": status,
                "path": path,
                "requestId": ID,
                "timestamp": NOW,
            },
        },
    })
}

fn failed(code: &str, message: &str, retryable: bool) -> Value {
    json!({
        "success": false,
        "error": {
            "code": code,
            "message": message,
            "requestId": ID,
            "timestamp": NOW,
            "retryable": retryable,
        },
    })
}

pub(super) fn exchanges() -> Vec<Exchange> {
    [procedures(), engines(), sessions(), webhooks()].into_iter().flatten().collect()
}

fn procedures() -> Vec<Exchange> {
    let mut limited = trpc(
        "query.submit",
        429,
        "TOO_MANY_REQUESTS",
        "Too many requests. Please wait and try again.",
    );
    limited["error"]["data"]["retryAfter"] = json!(12);
    vec![
        identified("/protocol-guide/trpc/auth.me")
            .answers(401, trpc("auth.me", 401, "UNAUTHORIZED", "Please sign in to continue")),
        call("/protocol-guide/trpc/admin.users").json(&json!({})).answers(
            403,
            trpc(
                "admin.users",
                403,
                "FORBIDDEN",
                "You don't have permission to perform this action",
            ),
        ),
        call("/protocol-guide/trpc/query.submit").json(&json!({})).answers(
            400,
            trpc("query.submit", 400, "BAD_REQUEST", "Invalid request. Please check your input."),
        ),
        call("/protocol-guide/trpc/query.submit")
            .text("{\"text\": ")
            .answers(400, trpc("query.submit", 400, "PARSE_ERROR", "Unable to parse request")),
        call("/protocol-guide/trpc/county.add")
            .json(&json!({}))
            .answers(409, trpc("county.add", 409, "CONFLICT", "This resource already exists")),
        identified("/protocol-guide/trpc/query.submit")
            .header("authorization", "Bearer hasty")
            .json(&json!({}))
            .answers(429, limited)
            .with("retry-after", "12"),
        call("/protocol-guide/trpc/county.list").json(&json!({})).answers(
            500,
            trpc(
                "county.list",
                500,
                "INTERNAL_SERVER_ERROR",
                "An unexpected error occurred. Please try again.",
            ),
        ),
        call("/protocol-guide/trpc/query.submit").json(&json!({ "text": "CPR" })).answers(
            408,
            trpc("query.submit", 408, "TIMEOUT", "Request timed out. Please try again."),
        ),
        call("/protocol-guide/trpc/query.stream").json(&json!({})).answers(
            499,
            trpc("query.stream", 499, "CLIENT_CLOSED_REQUEST", "Client closed the request"),
        ),
    ]
}

fn engines() -> Vec<Exchange> {
    vec![
        ask("claude-busy").answers(
            429,
            failed(
                "CLAUDE_RATE_LIMITED",
                "The AI service is temporarily busy. Please try again in a moment.",
                true,
            ),
        ),
        ask("claude-locked").answers(
            500,
            failed(
                "CLAUDE_AUTH_ERROR",
                "The AI service is not available. Please contact support.",
                false,
            ),
        ),
        ask("claude-odd").answers(
            500,
            failed("CLAUDE_API_ERROR", "The AI service failed. Please try again.", true),
        ),
        ask("gemini-busy")
            .answers(
                429,
                failed(
                    "GEMINI_RATE_LIMITED",
                    "The search service is temporarily busy. Please try again in a moment.",
                    true,
                ),
            )
            .with("retry-after", "5"),
        ask("gemini-down").answers(
            503,
            failed(
                "GEMINI_SERVER_ERROR",
                "The search service has a problem. Please try again.",
                true,
            ),
        ),
    ]
}

fn sessions() -> Vec<Exchange> {
    vec![
        identified("/protocol-guide/api/ask")
            .json(&json!({}))
            .answers(403, failed("CSRF_MISSING", "The CSRF token is missing", false)),
        ask("claude").header("cookie", "session=old").answers(
            401,
            failed("SESSION_EXPIRED", "Your session has expired. Please sign in again.", false),
        ),
        ask("claude").header("cookie", "session=free").answers(
            429,
            failed("TIER_LIMIT_EXCEEDED", "You have used all 10 queries of today", false),
        ),
    ]
}

fn webhooks() -> Vec<Exchange> {
    let event = json!({ "id": "evt_1" });
    vec![
        identified("/protocol-guide/webhooks/stripe").json(&event).answers(
            400,
            failed("WEBHOOK_SIGNATURE_INVALID", "The signature does not verify", false),
        ),
        identified("/protocol-guide/webhooks/stripe")
            .header("stripe-signature", "t=1,v1=good")
            .json(&event)
            .answers(
                200,
                failed("WEBHOOK_ALREADY_PROCESSED", "The event evt_1 was already processed", false),
            ),
    ]
}
