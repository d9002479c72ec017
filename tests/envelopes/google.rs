//! `Google` against AIP-193 and `google/rpc/error_details.proto`.

use std::{borrow::Cow, time::Duration};

use errcode::{
    ApiError, CodeSpec, FieldErrors, RequestContext, envelope::Google, http::StatusCode, render,
};
use serde_json::{Value, json};

use super::{Documented, Sample, full_context, invalid, limit, members};

fn body(error: &dyn ApiError, context: &RequestContext) -> Value {
    super::body::<Google>(error, context)
}

fn error_of(error: &dyn ApiError) -> Value {
    body(error, &RequestContext::new())["error"].clone()
}

/// The payload of one type, if there is one; a payload of any type stands once.
fn payload(body: &Value, name: &str) -> Option<Value> {
    let ty = format!("type.googleapis.com/google.rpc.{name}");
    let payloads = body["error"]["details"].as_array().unwrap();
    let mut found = payloads.iter().filter(|payload| payload["@type"] == ty);
    let first = found.next().cloned();
    assert_eq!(found.next(), None, "{name} stands twice");
    first
}

fn payload_of(error: &dyn ApiError, name: &str) -> Option<Value> {
    payload(&body(error, &RequestContext::new()), name)
}

// "HTTP/1.1+JSON representation": one member `error`, JSON.
#[test]
fn the_body_is_an_object_with_one_member() {
    assert_eq!(members(&body(&limit(), &full_context())), ["error"]);
    let response = render::<Google>(&Sample::Bare, &RequestContext::new());
    assert_eq!(response.headers()["content-type"], "application/json");
}

// "HTTP/1.1+JSON representation": `error` is a `Status`, with `code` as the HTTP status.
#[test]
fn error_has_the_members_of_a_status() {
    assert_eq!(members(&error_of(&limit())), ["code", "details", "message", "status"]);
}

#[test]
fn code_is_the_number_of_the_response() {
    for error in [Sample::Bare, limit(), invalid(), Sample::Closed, Sample::Failed] {
        let response = render::<Google>(&error, &RequestContext::new());
        assert_eq!(error_of(&error)["code"], json!(response.status().as_u16()));
    }
}

#[test]
fn message_is_the_message() {
    assert_eq!(error_of(&limit())["message"], "over the limit of 8");
    assert_eq!(error_of(&Sample::Failed)["message"], "Internal Server Error");
}

/// An enum with one variant for each status.
macro_rules! statuses {
    ($($variant:ident $code:literal $status:literal $expected:literal;)*) => {
        #[derive(Debug, thiserror::Error, ApiError)]
        #[error("{self:?}")]
        enum Statuses {
            $(#[api(code = $code, status = $status)] $variant,)*
        }

        const STATUSES: &[(Statuses, &str)] = &[$((Statuses::$variant, $expected)),*];
    };
}

// `google/rpc/code.proto` names the HTTP status of each code.
statuses! {
    S200 "S200" 200 "OK";
    S400 "S400" 400 "INVALID_ARGUMENT";
    S401 "S401" 401 "UNAUTHENTICATED";
    S403 "S403" 403 "PERMISSION_DENIED";
    S404 "S404" 404 "NOT_FOUND";
    S409 "S409" 409 "ABORTED";
    S429 "S429" 429 "RESOURCE_EXHAUSTED";
    S499 "S499" 499 "CANCELLED";
    S500 "S500" 500 "INTERNAL";
    S501 "S501" 501 "UNIMPLEMENTED";
    S503 "S503" 503 "UNAVAILABLE";
    S504 "S504" 504 "DEADLINE_EXCEEDED";
}

#[test]
fn status_is_the_canonical_code_of_the_http_status() {
    for (error, expected) in STATUSES {
        assert_eq!(error_of(error)["status"], *expected, "{error:?}");
    }
}

/// Every name of `google.rpc.Code`.
const CANONICAL: [&str; 17] = [
    "OK",
    "CANCELLED",
    "UNKNOWN",
    "INVALID_ARGUMENT",
    "DEADLINE_EXCEEDED",
    "NOT_FOUND",
    "ALREADY_EXISTS",
    "PERMISSION_DENIED",
    "UNAUTHENTICATED",
    "RESOURCE_EXHAUSTED",
    "FAILED_PRECONDITION",
    "ABORTED",
    "OUT_OF_RANGE",
    "UNIMPLEMENTED",
    "INTERNAL",
    "UNAVAILABLE",
    "DATA_LOSS",
];

#[test]
fn a_status_without_a_canonical_code_has_one_of_its_class() {
    #[derive(Debug, thiserror::Error, ApiError)]
    #[error("{self:?}")]
    enum Others {
        #[api(code = "S206", status = 206)]
        S206,
        #[api(code = "S402", status = 402)]
        S402,
        #[api(code = "S412", status = 412)]
        S412,
        #[api(code = "S450", status = 450)]
        S450,
        #[api(code = "S508", status = 508)]
        S508,
        #[api(code = "S599", status = 599)]
        S599,
    }

    use Others::{S206, S402, S412, S450, S508, S599};
    for (error, expected) in [
        (S206, "OK"),
        (S402, "FAILED_PRECONDITION"),
        (S412, "FAILED_PRECONDITION"),
        (S450, "FAILED_PRECONDITION"),
        (S508, "INTERNAL"),
        (S599, "INTERNAL"),
    ] {
        assert_eq!(error_of(&error)["status"], expected, "{error:?}");
        assert!(CANONICAL.contains(&expected));
    }
}

// "ErrorInfo": every error response must include one.
#[test]
fn every_error_has_an_error_info_with_its_reason() {
    for error in [Sample::Bare, limit(), invalid(), Sample::Closed, Sample::Failed] {
        assert_eq!(payload_of(&error, "ErrorInfo").unwrap()["reason"], error.code());
    }
}

// "ErrorInfo": `reason` is at most 63 characters of `[A-Z][A-Z0-9_]+[A-Z0-9]`.
#[test]
fn a_code_of_the_default_style_is_a_legal_reason() {
    let info = payload_of(&limit(), "ErrorInfo").unwrap();
    let reason = info["reason"].as_str().unwrap();
    assert!(reason.len() <= 63);
    assert!(reason.starts_with(|c: char| c.is_ascii_uppercase()));
    assert!(reason.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_'));
}

/// An error of a service that names its domain, as `domain!` makes the derive write it.
#[derive(Debug, thiserror::Error)]
#[error("gone")]
struct OfJobs;

impl ApiError for OfJobs {
    fn spec(&self) -> &'static CodeSpec {
        const SPEC: CodeSpec = CodeSpec::new("GONE", StatusCode::GONE)
            .with_domain("jobs.example.com")
            .with_docs_url("https://docs.example.com/GONE")
            .with_category("Job");
        &SPEC
    }

    fn message(&self) -> Cow<'_, str> {
        Cow::Borrowed("gone")
    }
}

// "ErrorInfo": `domain` is the name of the service.
#[test]
fn domain_is_the_one_the_service_names() {
    assert_eq!(payload_of(&OfJobs, "ErrorInfo").unwrap()["domain"], "jobs.example.com");
}

#[test]
fn without_a_name_domain_is_the_host_of_the_page_or_else_the_category() {
    let documented = payload_of(&Documented::Expired, "ErrorInfo").unwrap();
    assert_eq!(documented["domain"], "docs.example.com");
    assert_eq!(payload_of(&limit(), "ErrorInfo").unwrap()["domain"], "Job");
    assert_eq!(payload_of(&Sample::Bare, "ErrorInfo").unwrap().get("domain"), None);
}

// "ErrorInfo": `metadata` is `map<string, string>`.
#[test]
fn metadata_is_the_details_as_strings() {
    #[derive(Debug, thiserror::Error, ApiError)]
    #[error("many")]
    #[api(code = "MANY", status = 400)]
    struct Many {
        #[api(detail)]
        text: &'static str,
        #[api(detail)]
        number: f64,
        #[api(detail)]
        truth: bool,
        #[api(detail)]
        letter: char,
        #[api(detail)]
        list: Vec<&'static str>,
        #[api(detail)]
        map: Value,
        #[api(detail)]
        null: Option<Value>,
        #[api(detail)]
        none: Option<u8>,
        #[api(detail)]
        quoted: &'static str,
    }

    let many = Many {
        text: "plain",
        number: 1.5,
        truth: true,
        letter: 'c',
        list: vec!["a"],
        map: json!({"a": 1}),
        null: Some(Value::Null),
        none: None,
        quoted: "\"quoted\" \\",
    };
    assert_eq!(
        payload_of(&many, "ErrorInfo").unwrap()["metadata"],
        json!({
            "text": "plain",
            "number": "1.5",
            "truth": "true",
            "letter": "c",
            "list": r#"["a"]"#,
            "map": r#"{"a":1}"#,
            "null": "null",
            "quoted": "\"quoted\" \\",
        })
    );
    assert_eq!(payload_of(&Sample::Bare, "ErrorInfo").unwrap().get("metadata"), None);
}

// "RetryInfo": `retryDelay` is a `google.protobuf.Duration`: seconds with an `s`.
#[test]
fn retry_info_says_how_long_to_wait() {
    let delay = |wait| {
        let error = Sample::Limit { limit: 1, plan: None, queue: vec![], wait };
        payload_of(&error, "RetryInfo").map(|info| info["retryDelay"].clone())
    };
    assert_eq!(delay(Some(Duration::from_secs(30))), Some(json!("30s")));
    assert_eq!(delay(Some(Duration::ZERO)), Some(json!("0s")));
    assert_eq!(delay(Some(Duration::from_millis(1_500))), Some(json!("1.500s")));
    assert_eq!(delay(Some(Duration::from_nanos(1))), Some(json!("0.000000001s")));
    assert_eq!(delay(None), None);
}

// `google/protobuf/duration.proto`: from -315,576,000,000 to +315,576,000,000 seconds. Parsers refuse more,
// and with it the whole error.
#[test]
fn a_wait_beyond_the_range_of_a_protobuf_duration_is_the_longest_it_has() {
    let wait = Some(Duration::MAX);
    let error = Sample::Limit { limit: 1, plan: None, queue: vec![], wait };
    assert_eq!(payload_of(&error, "RetryInfo").unwrap()["retryDelay"], "315576000000s");
}

// "BadRequest": a `FieldViolation` for each.
#[test]
fn bad_request_has_a_violation_for_each_message() {
    assert_eq!(
        payload_of(&invalid(), "BadRequest").unwrap()["fieldViolations"],
        json!([
            {"field": "email", "description": "is required"},
            {"field": "email", "description": "is no address", "reason": "FORMAT"},
            {"field": "lines[0].sku", "description": "is unknown"},
        ])
    );
    assert_eq!(payload_of(&Sample::Invalid(FieldErrors::new()), "BadRequest"), None);
    assert_eq!(payload_of(&Sample::Bare, "BadRequest"), None);
}

// "RequestInfo": the id by which the request is found in the service's logs.
#[test]
fn request_info_has_the_requests_id() {
    let info = payload(&body(&Sample::Bare, &full_context()), "RequestInfo").unwrap();
    assert_eq!(info["requestId"], "req-1");
    assert_eq!(payload_of(&Sample::Bare, "RequestInfo"), None);
}

// "Help": links to documentation.
#[test]
fn help_links_to_the_page_of_the_code() {
    assert_eq!(
        payload_of(&Documented::Expired, "Help").unwrap()["links"],
        json!([{
            "description": "Job deadline passed",
            "url": "https://docs.example.com/errors/EXPIRED",
        }])
    );
    assert_eq!(payload_of(&Sample::Bare, "Help"), None);
}

// ProtoJSON, "Any": a message of a type says which with `@type`, and has the members of that type alone.
#[test]
fn a_payload_has_its_type_and_members_of_that_type() {
    let allowed = |ty: &str| -> &[&str] {
        match ty.strip_prefix("type.googleapis.com/google.rpc.") {
            Some("ErrorInfo") => &["@type", "reason", "domain", "metadata"],
            Some("RetryInfo") => &["@type", "retryDelay"],
            Some("BadRequest") => &["@type", "fieldViolations"],
            Some("RequestInfo") => &["@type", "requestId", "servingData"],
            Some("Help") => &["@type", "links"],
            _ => &[],
        }
    };
    for error in [Sample::Bare, limit(), invalid(), Sample::Failed] {
        let body = body(&error, &full_context());
        for payload in body["error"]["details"].as_array().unwrap() {
            let ty = payload["@type"].as_str().unwrap();
            for name in members(payload) {
                assert!(allowed(ty).contains(&name), "{name} of {ty}");
            }
        }
    }
}
