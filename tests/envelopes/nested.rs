//! `Nested`: `{"error":{"code","message","details"?,…}}`.

use errcode::{ApiError, FieldErrors, RequestContext, envelope::Nested, render};
use serde_json::{Value, json};

use super::{Documented, Sample, full_context, invalid, limit, members};

fn nested(error: &dyn ApiError, context: &RequestContext) -> Value {
    super::body::<Nested>(error, context)
}

#[test]
fn the_media_type_is_application_json() {
    let response = render::<Nested>(&Sample::Bare, &RequestContext::new());
    assert_eq!(response.headers()["content-type"], "application/json");
}

#[test]
fn everything_is_in_one_member_named_error() {
    assert_eq!(members(&nested(&limit(), &full_context())), ["error"]);
}

#[test]
fn code_message_and_retryable_are_always_there_and_nothing_else_is() {
    assert_eq!(
        nested(&Sample::Bare, &RequestContext::new()),
        json!({"error": {"code": "BARE", "message": "bare", "retryable": false}})
    );
}

#[test]
fn what_is_known_is_there() {
    assert_eq!(
        nested(&limit(), &full_context()),
        json!({"error": {
            "code": "LIMIT",
            "message": "over the limit of 8",
            "retryable": true,
            "retry_after": 30,
            "details": {"limit": 8, "queue": ["a", "b"]},
            "request_id": "req-1",
            "timestamp": "2026-01-25T10:30:00.000Z",
            "path": "/jobs/1",
        }})
    );
}

#[test]
fn field_errors_are_the_member_errors() {
    let body = nested(&invalid(), &RequestContext::new());
    assert_eq!(
        body["error"]["errors"],
        json!({"email": ["is required", "is no address"], "lines[0].sku": ["is unknown"]})
    );
    let empty = nested(&Sample::Invalid(FieldErrors::new()), &RequestContext::new());
    assert_eq!(empty["error"].get("errors"), None);
}

#[test]
fn the_page_of_the_code_is_there() {
    let body = nested(&Documented::Expired, &RequestContext::new());
    assert_eq!(body["error"]["docs_url"], "https://docs.example.com/errors/EXPIRED");
}

#[test]
fn a_detail_may_have_any_name_as_it_stands_with_details_alone() {
    #[derive(Debug, thiserror::Error, ApiError)]
    #[error("display")]
    #[api(code = "NAMED", status = 400)]
    struct Named {
        #[api(detail)]
        code: &'static str,
        #[api(detail)]
        message: &'static str,
    }

    let body = nested(&Named { code: "mine", message: "mine" }, &RequestContext::new());
    assert_eq!(body["error"]["code"], "NAMED");
    assert_eq!(body["error"]["message"], "display");
    assert_eq!(body["error"]["details"], json!({"code": "mine", "message": "mine"}));
}

#[test]
fn an_error_of_another_envelope_can_be_shown_in_this_one() {
    #[derive(Debug, thiserror::Error, ApiError)]
    #[error("display")]
    #[api(code = "JSON_API", status = 400, envelope = errcode::envelope::JsonApi)]
    struct OfJsonApi;

    let response = errcode::respond(&OfJsonApi, &RequestContext::new());
    assert_eq!(response.headers()["content-type"], "application/vnd.api+json");
    assert_eq!(nested(&OfJsonApi, &RequestContext::new())["error"]["code"], "JSON_API");
}
