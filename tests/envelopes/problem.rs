//! `Problem` against RFC 9457.

use errcode::{ApiError, FieldErrors, RequestContext, envelope::Problem, render};
use serde_json::{Value, json};

use super::{Documented, Sample, full_context, invalid, limit, members};

fn problem(error: &dyn ApiError, context: &RequestContext) -> Value {
    super::body::<Problem>(error, context)
}

fn bare(error: &dyn ApiError) -> Value {
    problem(error, &RequestContext::new())
}

#[test]
fn it_is_the_default_envelope() {
    let default = errcode::respond(&limit(), &full_context());
    let problem = render::<Problem>(&limit(), &full_context());
    assert_eq!(default.body(), problem.body());
    assert_eq!(default.headers(), problem.headers());
}

// §3: the media type of the JSON format.
#[test]
fn the_media_type_is_application_problem_json() {
    let response = render::<Problem>(&Sample::Bare, &RequestContext::new());
    let types: Vec<_> = response.headers().get_all("content-type").iter().collect();
    assert_eq!(types, ["application/problem+json"]);
}

// §3: a problem details object is a JSON object.
#[test]
fn the_body_is_one_object() {
    assert!(bare(&Sample::Bare).is_object());
    assert!(bare(&invalid()).is_object());
}

// §3.1.1: `type` is a URI reference that identifies the problem type.
#[test]
fn type_is_the_page_of_the_code() {
    assert_eq!(bare(&Documented::Expired)["type"], "https://docs.example.com/errors/EXPIRED");
}

// §3.1.1: a `type` that is absent means "about:blank".
#[test]
fn type_is_absent_without_a_page_which_means_about_blank() {
    assert_eq!(bare(&Sample::Bare).get("type"), None);
}

// §3.1.2: `status` is a number, that of the response.
#[test]
fn status_is_the_number_of_the_response() {
    for error in [Sample::Bare, limit(), invalid(), Sample::Closed, Sample::Failed] {
        let response = render::<Problem>(&error, &RequestContext::new());
        assert_eq!(bare(&error)["status"], json!(response.status().as_u16()));
    }
    assert_eq!(bare(&Sample::Closed)["status"], 499);
}

// §3.1.3: `title` is a summary that does not change from occurrence to occurrence.
#[test]
fn title_is_the_codes_and_the_same_for_every_occurrence() {
    assert_eq!(bare(&limit())["title"], "Too many jobs in flight");
    let other = Sample::Limit { limit: 9, plan: Some("pro"), queue: vec![], wait: None };
    assert_eq!(bare(&other)["title"], bare(&limit())["title"]);
}

// §4.2.1: with "about:blank", `title` is the status's phrase, as it is where the code has no title.
#[test]
fn title_is_the_reason_phrase_where_there_is_no_other() {
    assert_eq!(bare(&Sample::Bare)["title"], "Not Found");
    assert_eq!(bare(&Sample::Failed)["title"], "Internal Server Error");
    assert_eq!(bare(&Sample::Closed)["title"], "Bad Request");
}

// §3.1.4: `detail` explains this occurrence.
#[test]
fn detail_is_the_message_of_this_occurrence() {
    assert_eq!(bare(&limit())["detail"], "over the limit of 8");
    assert_eq!(bare(&Sample::Failed)["detail"], "Internal Server Error");
}

// §3.1.5: `instance` identifies the occurrence.
#[test]
fn instance_is_the_path_of_the_request() {
    assert_eq!(problem(&Sample::Bare, &full_context())["instance"], "/jobs/1");
    assert_eq!(bare(&Sample::Bare).get("instance"), None);
}

// §3.1: members of a wrong type are ignored by clients, so each has its own.
#[test]
fn standard_members_have_the_types_clients_expect() {
    let body = problem(&limit(), &full_context());
    for name in ["title", "detail", "instance", "code", "request_id", "timestamp"] {
        assert!(body[name].is_string(), "{name}");
    }
    assert!(body["status"].is_u64());
    assert!(body["retryable"].is_boolean());
    assert!(body["retry_after"].is_u64());
}

// §3.2: extension members stand beside the standard ones.
#[test]
fn what_is_known_beside_the_standard_are_extension_members() {
    let body = problem(&limit(), &full_context());
    assert_eq!(
        body,
        json!({
            "title": "Too many jobs in flight",
            "status": 429,
            "detail": "over the limit of 8",
            "instance": "/jobs/1",
            "code": "LIMIT",
            "retryable": true,
            "retry_after": 30,
            "request_id": "req-1",
            "timestamp": "2026-01-25T10:30:00.000Z",
            "limit": 8,
            "queue": ["a", "b"],
        })
    );
}

#[test]
fn what_is_not_known_is_left_out() {
    assert_eq!(members(&bare(&Sample::Bare)), ["code", "detail", "retryable", "status", "title"]);
}

#[test]
fn retry_after_is_the_number_of_the_header() {
    let response = render::<Problem>(&limit(), &RequestContext::new());
    assert_eq!(response.headers()["retry-after"], "30");
    assert_eq!(bare(&limit())["retry_after"], 30);
}

#[test]
fn field_errors_are_the_member_errors() {
    assert_eq!(
        bare(&invalid())["errors"],
        json!({"email": ["is required", "is no address"], "lines[0].sku": ["is unknown"]})
    );
}

// Details that are named as every standard member is.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("display")]
#[api(code = "COLLIDES", status = 409)]
struct Collides {
    #[api(detail = "type")]
    kind: &'static str,
    #[api(detail)]
    title: &'static str,
    #[api(detail)]
    status: &'static str,
    #[api(detail)]
    detail: &'static str,
    #[api(detail)]
    instance: &'static str,
    #[api(detail)]
    code: &'static str,
    #[api(detail)]
    retryable: &'static str,
    #[api(detail)]
    retry_after: &'static str,
    #[api(detail)]
    request_id: &'static str,
    #[api(detail)]
    timestamp: &'static str,
    #[api(detail)]
    errors: &'static str,
    #[api(detail)]
    other: &'static str,
}

const COLLIDES: Collides = Collides {
    kind: "mine",
    title: "mine",
    status: "mine",
    detail: "mine",
    instance: "mine",
    code: "mine",
    retryable: "mine",
    retry_after: "mine",
    request_id: "mine",
    timestamp: "mine",
    errors: "mine",
    other: "mine",
};

// §3.2: an extension member must not take the name of a standard one.
#[test]
fn a_detail_never_overwrites_a_standard_member_nor_stands_in_for_one() {
    assert_eq!(
        bare(&COLLIDES),
        json!({
            "title": "Conflict",
            "status": 409,
            "detail": "display",
            "code": "COLLIDES",
            "retryable": false,
            "other": "mine",
        })
    );
}

// RFC 8259 §4: names within an object should be unique; a map cannot show it, so the text is searched.
#[test]
fn no_member_is_written_twice() {
    for (error, context) in [
        (&COLLIDES as &dyn ApiError, RequestContext::new()),
        (&COLLIDES, full_context()),
        (&limit(), full_context()),
    ] {
        let text = errcode::to_json::<Problem>(error, &context);
        let text = String::from_utf8(text).unwrap();
        for name in members(&problem(error, &context)) {
            assert_eq!(text.matches(&format!("\"{name}\":")).count(), 1, "{name} in {text}");
        }
    }
}

#[test]
fn field_errors_that_are_empty_are_no_errors() {
    assert_eq!(bare(&Sample::Invalid(FieldErrors::new())).get("errors"), None);
}

// §3: the members may come in any order; these come as the RFC lists them, for people.
#[test]
fn members_come_in_the_order_of_the_rfc() {
    let text = errcode::to_json::<Problem>(&Documented::Expired, &full_context());
    let text = String::from_utf8(text).unwrap();
    let at = |name: &str| text.find(&format!("\"{name}\":")).unwrap();
    let order = ["type", "title", "status", "detail", "instance", "code", "retryable"].map(at);
    assert!(order.is_sorted(), "{text}");
}
