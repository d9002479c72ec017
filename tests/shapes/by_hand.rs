//! `ApiError` implemented without the derive, and passed on by what is derived.

use std::{borrow::Cow, fmt, sync::Arc, time::Duration};

use errcode::{
    ApiError, CodeSpec, DetailVisitor, Details, ErrorCodes, FieldErrors, RequestContext,
    VisitDetails,
    envelope::{Google, JsonApi, Nested, Problem},
    http::{HeaderMap, HeaderValue, StatusCode},
};
use serde_json::{Value, json};

/// What an upstream service said: its status is known only at run time.
#[derive(Debug)]
struct Upstream {
    status: StatusCode,
    fields: FieldErrors,
}

const SPEC: CodeSpec = CodeSpec::new("UPSTREAM", StatusCode::BAD_GATEWAY)
    .with_title("Upstream failed")
    .with_retryable(false);

impl fmt::Display for Upstream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "upstream said {}", self.status)
    }
}

impl std::error::Error for Upstream {}

impl VisitDetails for Upstream {
    fn visit_details(&self, visitor: &mut DetailVisitor<'_>) {
        visitor.record("upstream_status", &self.status.as_u16());
        visitor.record("text", "unsized");
    }
}

impl ApiError for Upstream {
    fn spec(&self) -> &'static CodeSpec {
        &SPEC
    }

    fn message(&self) -> Cow<'_, str> {
        Cow::Owned(format!("upstream: {}", self.status.as_u16()))
    }

    fn status(&self) -> StatusCode {
        self.status
    }

    fn is_retryable(&self) -> bool {
        self.status == StatusCode::SERVICE_UNAVAILABLE
    }

    fn retry_after(&self) -> Option<Duration> {
        self.is_retryable().then_some(Duration::from_secs(4))
    }

    fn headers(&self) -> HeaderMap {
        HeaderMap::from_iter([(
            errcode::http::header::SERVER,
            HeaderValue::from_static("upstream"),
        )])
    }

    fn details(&self) -> Details<'_> {
        Details::new(self)
    }

    fn field_errors(&self) -> Option<&FieldErrors> {
        Some(&self.fields)
    }
}

fn unavailable() -> Upstream {
    Upstream { status: StatusCode::SERVICE_UNAVAILABLE, fields: FieldErrors::new() }
}

fn problem(error: &dyn ApiError) -> (u16, Value) {
    let response = errcode::render::<Problem>(error, &RequestContext::new());
    (response.status().as_u16(), serde_json::from_slice(response.body()).unwrap())
}

#[test]
fn everything_it_says_is_in_the_response() {
    let error = unavailable();
    let response = errcode::render::<Problem>(&error, &RequestContext::new());
    assert_eq!(response.status(), 503);
    assert_eq!(response.headers()["retry-after"], "4");
    assert_eq!(response.headers()["server"], "upstream");
    let (_, body) = problem(&error);
    assert_eq!(body["code"], "UPSTREAM");
    assert_eq!(body["title"], "Upstream failed");
    assert_eq!(body["detail"], "upstream: 503");
    assert_eq!(body["retryable"], true);
    assert_eq!(body["retry_after"], 4);
    assert_eq!(body["upstream_status"], 503);
    assert_eq!(body["text"], "unsized");
}

#[test]
fn a_status_of_its_own_is_that_of_the_response_and_of_every_body() {
    let error = unavailable();
    assert_eq!(problem(&error).1["status"], 503);
    let body = |bytes: Vec<u8>| serde_json::from_slice::<Value>(&bytes).unwrap();
    let context = RequestContext::new();
    let google = body(errcode::to_json::<Google>(&error, &context));
    assert_eq!(google["error"]["code"], 503);
    let json_api = body(errcode::to_json::<JsonApi>(&error, &context));
    assert_eq!(json_api["errors"][0]["status"], "503");
}

#[test]
fn a_pointer_to_it_says_what_it_says() {
    let (status, body) = problem(&unavailable());
    let shared: Arc<dyn ApiError> = Arc::new(unavailable());
    for pointer in [&Box::new(unavailable()) as &dyn ApiError, &Arc::new(unavailable()), &shared] {
        assert_eq!(pointer.status(), status);
        assert!(pointer.is_retryable());
        assert_eq!(problem(pointer), (status, body.clone()));
    }
}

impl ErrorCodes for Upstream {
    const CODES: errcode::Codes = <Listed as ErrorCodes>::CODES;
}

/// The code of `Upstream`, as the derive lists it.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("listed")]
#[api(code = "UPSTREAM", status = 502)]
struct Listed;

#[derive(Debug, thiserror::Error, ApiError)]
enum Service {
    #[error(transparent)]
    #[api(transparent)]
    Upstream(#[from] Upstream),
}

#[test]
fn what_passes_it_on_says_what_it_says() {
    let (error, service) = (unavailable(), Service::from(unavailable()));
    assert_eq!(service.code(), "UPSTREAM");
    assert_eq!(service.status(), error.status());
    assert!(service.is_retryable());
    assert_eq!(problem(&service), problem(&error));
    assert_eq!(Service::CODES.iter().map(CodeSpec::code).collect::<Vec<_>>(), ["UPSTREAM"]);
    assert_eq!(Listed.status(), 502);
}

#[derive(Debug)]
struct Least;

impl fmt::Display for Least {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("secret")
    }
}

impl std::error::Error for Least {}

impl ApiError for Least {
    fn spec(&self) -> &'static CodeSpec {
        const SPEC: CodeSpec = CodeSpec::new("LEAST", StatusCode::IM_A_TEAPOT);
        &SPEC
    }

    fn message(&self) -> Cow<'_, str> {
        Cow::Borrowed(self.spec().reason_phrase())
    }
}

#[test]
fn a_spec_and_a_message_are_enough() {
    let error: &dyn ApiError = &Least;
    assert_eq!(error.code(), "LEAST");
    assert_eq!(error.status(), 418);
    assert!(!error.is_retryable());
    assert!(error.details().is_empty());
    let body = errcode::to_json::<Nested>(error, &RequestContext::new());
    assert_eq!(
        serde_json::from_slice::<Value>(&body).unwrap(),
        json!({"error": {"code": "LEAST", "message": "I'm a teapot", "retryable": false}})
    );
}

#[test]
fn a_status_that_no_error_can_have_is_that_of_the_code() {
    for status in [100, 101, 204, 205, 302, 304, 600, 999] {
        let status = StatusCode::from_u16(status).unwrap();
        let error = Upstream { status, fields: FieldErrors::new() };
        let response = errcode::render::<Problem>(&error, &RequestContext::new());
        assert_eq!(response.status(), SPEC.status(), "{status}");
        let body: Value = serde_json::from_slice(response.body()).unwrap();
        assert_eq!(body["status"], SPEC.status().as_u16(), "{status}");
    }
}

#[test]
fn headers_of_the_connection_are_not_sent() {
    #[derive(Debug)]
    struct Hostile;

    impl fmt::Display for Hostile {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("hostile")
        }
    }

    impl std::error::Error for Hostile {}

    impl ApiError for Hostile {
        fn spec(&self) -> &'static CodeSpec {
            &SPEC
        }

        fn message(&self) -> Cow<'_, str> {
            Cow::Borrowed("hostile")
        }

        fn headers(&self) -> HeaderMap {
            let names = [
                "connection",
                "content-length",
                "keep-alive",
                "proxy-connection",
                "te",
                "trailer",
                "transfer-encoding",
                "x-own",
            ];
            HeaderMap::from_iter(
                names.map(|name| (name.parse().unwrap(), HeaderValue::from_static("5"))),
            )
        }
    }

    let response = errcode::render::<Problem>(&Hostile, &RequestContext::new());
    let names: Vec<_> = response.headers().keys().collect();
    assert_eq!(names.len(), 2, "{names:?}");
    assert!(response.headers().contains_key("content-type"));
    assert!(response.headers().contains_key("x-own"));
}
