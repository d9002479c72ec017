//! Envelopes of a service's own.

use std::borrow::Cow;

use errcode::{
    ApiError, Details, Envelope, ErrorView, FieldErrors, HasEnvelope, RequestContext,
    envelope::Object, render, respond, to_json,
};
use serde::Serialize;
use serde_json::{Value, json};

use super::{Documented, Sample, body, full_context, invalid, limit};

// A serde struct and an `impl`: the whole of a service's envelope.
struct House;

#[derive(Serialize)]
struct HouseBody<'a> {
    success: bool,
    error_code: &'static str,
    message: Cow<'a, str>,
    #[serde(skip_serializing_if = "Details::is_empty")]
    details: Details<'a>,
}

impl Envelope for House {
    fn body(view: ErrorView<'_>) -> impl Serialize {
        let (error_code, message, details) = (view.code(), view.message(), view.details());
        HouseBody { success: false, error_code, message, details }
    }
}

#[test]
fn a_struct_of_serde_is_an_envelope() {
    assert_eq!(
        body::<House>(&limit(), &full_context()),
        json!({
            "success": false,
            "error_code": "LIMIT",
            "message": "over the limit of 8",
            "details": {"limit": 8, "queue": ["a", "b"]},
        })
    );
}

#[test]
fn details_that_are_empty_are_skipped_as_serde_is_told() {
    assert_eq!(
        body::<House>(&Sample::Bare, &RequestContext::new()),
        json!({"success": false, "error_code": "BARE", "message": "bare"})
    );
}

#[test]
fn its_content_type_is_json_unless_it_says_another() {
    struct Hal;

    impl Envelope for Hal {
        const CONTENT_TYPE: &'static str = "application/hal+json; charset=utf-8";

        fn body(view: ErrorView<'_>) -> impl Serialize {
            view.code()
        }
    }

    let house = render::<House>(&limit(), &RequestContext::new());
    assert_eq!(house.headers()["content-type"], "application/json");
    let hal = render::<Hal>(&limit(), &RequestContext::new());
    assert_eq!(hal.headers()["content-type"], "application/hal+json; charset=utf-8");
    assert_eq!(hal.body(), b"\"LIMIT\"");
}

#[test]
fn status_and_headers_do_not_depend_on_the_envelope() {
    let response = render::<House>(&limit(), &RequestContext::new());
    assert_eq!(response.status(), 429);
    assert_eq!(response.headers()["x-limit"], "8");
    assert_eq!(response.headers()["x-scope"], "jobs");
    assert_eq!(response.headers()["retry-after"], "30");
}

#[test]
fn to_json_is_the_body_alone() {
    let response = render::<House>(&limit(), &full_context());
    assert_eq!(&to_json::<House>(&limit(), &full_context()), response.body());
}

// Everything a view has.
struct Everything;

#[derive(Serialize)]
struct EverythingBody<'a> {
    code: &'static str,
    status: u16,
    message: Cow<'a, str>,
    title: &'static str,
    details: Details<'a>,
    field_errors: Option<&'a FieldErrors>,
    retryable: bool,
    retry_after: Option<u64>,
    docs_url: Option<&'static str>,
    category: Option<&'static str>,
    resolution: Option<&'static str>,
    request_id: Option<&'a str>,
    timestamp: Option<&'a str>,
    path: Option<&'a str>,
}

impl Envelope for Everything {
    fn body(view: ErrorView<'_>) -> impl Serialize {
        EverythingBody {
            code: view.code(),
            status: view.status().as_u16(),
            message: view.message(),
            title: view.title(),
            details: view.details(),
            field_errors: view.field_errors(),
            retryable: view.retryable(),
            retry_after: view.retry_after().map(|wait| wait.as_secs()),
            docs_url: view.docs_url(),
            category: view.category(),
            resolution: view.resolution(),
            request_id: view.request_id(),
            timestamp: view.timestamp(),
            path: view.path(),
        }
    }
}

#[test]
fn a_view_hands_out_everything() {
    assert_eq!(
        body::<Everything>(&limit(), &full_context()),
        json!({
            "code": "LIMIT",
            "status": 429,
            "message": "over the limit of 8",
            "title": "Too many jobs in flight",
            "details": {"limit": 8, "queue": ["a", "b"]},
            "field_errors": null,
            "retryable": true,
            "retry_after": 29,
            "docs_url": null,
            "category": "Job",
            "resolution": "Wait for a job to end",
            "request_id": "req-1",
            "timestamp": "2026-01-25T10:30:00.000Z",
            "path": "/jobs/1",
        })
    );
    let documented = body::<Everything>(&Documented::Expired, &RequestContext::new());
    assert_eq!(documented["docs_url"], "https://docs.example.com/errors/EXPIRED");
    assert_eq!(documented["request_id"], json!(null));
    let invalid = body::<Everything>(&invalid(), &RequestContext::new());
    assert_eq!(invalid["field_errors"]["lines[0].sku"], json!(["is unknown"]));
}

// The details beside members of its own.
struct Flat;

#[derive(Serialize)]
struct FlatBody<'a> {
    code: &'static str,
    message: Cow<'a, str>,
    #[serde(flatten)]
    details: Details<'a>,
}

impl Envelope for Flat {
    fn body(view: ErrorView<'_>) -> impl Serialize {
        let details = view.details().without(&["code", "message"]);
        FlatBody { code: view.code(), message: view.message(), details }
    }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("display")]
#[api(code = "COLLIDES", status = 409, envelope = Flat)]
struct Collides {
    #[api(detail)]
    code: &'static str,
    #[api(detail)]
    nested: Value,
    #[api(detail)]
    list: Vec<u8>,
    #[api(detail)]
    message: Option<&'static str>,
}

fn collides() -> Collides {
    Collides { code: "mine", nested: json!({"a": [1]}), list: vec![1, 2], message: Some("mine") }
}

#[test]
fn details_flatten_among_the_members() {
    assert_eq!(
        body::<Flat>(&limit(), &RequestContext::new()),
        json!({
            "code": "LIMIT", "message": "over the limit of 8", "limit": 8, "queue": ["a", "b"],
        })
    );
}

#[test]
fn except_keeps_details_from_overwriting_members() {
    let text = String::from_utf8(to_json::<Flat>(&collides(), &RequestContext::new())).unwrap();
    assert_eq!(text, r#"{"code":"COLLIDES","message":"display","nested":{"a":[1]},"list":[1,2]}"#);
}

#[test]
fn a_second_except_replaces_the_first() {
    let error = collides();
    let details = error.details().without(&["code"]).without(&["nested", "list"]);
    assert_eq!(serde_json::to_value(details).unwrap(), json!({"code": "mine", "message": "mine"}));
    let nothing = error.details().without(&["code", "nested", "list", "message"]);
    assert!(nothing.is_empty());
    assert!(!error.details().is_empty());
}

#[test]
fn respond_takes_the_envelope_the_error_names() {
    let response = respond(&collides(), &RequestContext::new());
    assert_eq!(response.status(), 409);
    assert_eq!(response.body(), &to_json::<Flat>(&collides(), &RequestContext::new()));
}

#[test]
fn enveloped_names_the_envelope() {
    fn is_shown_in<Env, Error: HasEnvelope<Envelope = Env>>() {}
    is_shown_in::<Flat, Collides>();
    is_shown_in::<errcode::envelope::Problem, Sample>();
}

// One envelope for several media types or services.
struct Tagged<T>(std::marker::PhantomData<T>);

trait Tag {
    const TAG: &'static str;
}

struct Billing;

impl Tag for Billing {
    const TAG: &'static str = "billing";
}

impl<T: Tag> Envelope for Tagged<T> {
    fn body(view: ErrorView<'_>) -> impl Serialize {
        (T::TAG, view.code())
    }
}

#[test]
fn an_envelope_may_be_generic_and_its_body_of_any_type() {
    #[derive(Debug, thiserror::Error, ApiError)]
    #[error("display")]
    #[api(code = "TAGGED", status = 400, envelope = Tagged<Billing>)]
    struct OfBilling;

    let response = respond(&OfBilling, &RequestContext::new());
    assert_eq!(response.body(), br#"["billing","TAGGED"]"#);
}

// An object put together without a struct.
struct Loose;

impl Envelope for Loose {
    fn body(view: ErrorView<'_>) -> impl Serialize {
        let error = Object::new()
            .member("code", view.code())
            .optional("details", view.details().non_empty());
        Object::new()
            .member("ok", false)
            .member("error", error)
            .optional("request_id", view.request_id())
            .flatten(view.details())
    }
}

#[test]
fn an_object_is_an_envelope_without_a_struct() {
    let text = |error: &dyn ApiError, context: &RequestContext| {
        String::from_utf8(to_json::<Loose>(error, context)).unwrap()
    };
    assert_eq!(
        text(&Sample::Bare, &RequestContext::new()),
        r#"{"ok":false,"error":{"code":"BARE"}}"#
    );
    assert_eq!(
        text(&limit(), &full_context()),
        concat!(
            r#"{"ok":false,"error":{"code":"LIMIT","details":{"limit":8,"queue":["a","b"]}},"#,
            r#""request_id":"req-1","limit":8,"queue":["a","b"]}"#,
        )
    );
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("display")]
#[api(code = "LOOSE", status = 409)]
struct CollidesWithLoose {
    #[api(detail)]
    ok: bool,
    #[api(detail)]
    error: &'static str,
    #[api(detail)]
    request_id: &'static str,
    #[api(detail)]
    other: u8,
}

#[test]
fn details_give_way_to_members_of_an_object_also_to_those_without_a_value() {
    let error = CollidesWithLoose { ok: true, error: "mine", request_id: "mine", other: 1 };
    let text = |context: &RequestContext| {
        let text = String::from_utf8(to_json::<Loose>(&error, context)).unwrap();
        // The same details stand in `details`, where they are in nobody's way.
        let nested = r#","details":{"ok":true,"error":"mine","request_id":"mine","other":1}"#;
        assert!(text.contains(nested), "{text}");
        text.replace(nested, "")
    };
    assert_eq!(text(&RequestContext::new()), r#"{"ok":false,"error":{"code":"LOOSE"},"other":1}"#);
    assert_eq!(
        text(&full_context()),
        r#"{"ok":false,"error":{"code":"LOOSE"},"request_id":"req-1","other":1}"#
    );
}

#[test]
fn an_object_without_members_is_an_empty_object() {
    assert_eq!(serde_json::to_string(&Object::new()).unwrap(), "{}");
    let none = Object::new().optional("a", None::<u8>).flatten(Details::empty());
    assert_eq!(serde_json::to_string(&none).unwrap(), "{}");
}

// Generic code over errors of any type.
#[test]
fn one_function_shows_errors_of_every_type() {
    let errors: [&dyn ApiError; 3] = [&Sample::Bare, &collides(), &Documented::Expired];
    let codes =
        errors.map(|error| body::<House>(error, &RequestContext::new())["error_code"].clone());
    assert_eq!(codes, ["BARE", "COLLIDES", "EXPIRED"]);
}

/// An envelope with parameters, of which one is a function.
struct Made<F, T>(std::marker::PhantomData<(F, T)>);

impl<F, T> Envelope for Made<F, T> {
    fn body(view: ErrorView<'_>) -> impl Serialize {
        view.code()
    }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("x")]
#[api(envelope = Made<fn(u8) -> u8, Vec<u8>>, code = "MADE", status = 400)]
struct OfMade;

#[test]
fn an_envelope_may_have_parameters() {
    assert_eq!(errcode::respond(&OfMade, &RequestContext::new()).body(), br#""MADE""#);
}
