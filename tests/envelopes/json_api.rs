//! `JsonApi` against JSON:API 1.1.

use errcode::{ApiError, FieldErrors, RequestContext, envelope::JsonApi, render};
use serde_json::{Value, json};

use super::{Documented, Sample, full_context, invalid, limit, members};

fn document(error: &dyn ApiError, context: &RequestContext) -> Value {
    super::body::<JsonApi>(error, context)
}

/// The error objects of a document.
fn errors(error: &dyn ApiError) -> Vec<Value> {
    document(error, &RequestContext::new())["errors"].as_array().unwrap().clone()
}

fn every_sample() -> Vec<Box<dyn ApiError>> {
    vec![
        Box::new(Sample::Bare),
        Box::new(limit()),
        Box::new(invalid()),
        Box::new(Sample::Invalid(FieldErrors::new())),
        Box::new(Sample::Closed),
        Box::new(Sample::Failed),
        Box::new(Documented::Expired),
        Box::new(Documented::Refused(FieldErrors::from_iter([("a", "b")]))),
    ]
}

fn is_one_of(names: &[&str], allowed: &[&str]) -> bool {
    names.iter().all(|name| allowed.contains(name))
}

// "Content Negotiation": the media type, without parameters other than `ext` and `profile`.
#[test]
fn the_media_type_is_that_of_json_api_without_parameters() {
    let response = render::<JsonApi>(&Sample::Bare, &RequestContext::new());
    assert_eq!(response.headers()["content-type"], "application/vnd.api+json");
}

// "Top Level": a document has `data`, `errors` or `meta`, and `data` and `errors` never together.
#[test]
fn a_document_has_errors_and_no_data() {
    for error in every_sample() {
        for context in [RequestContext::new(), full_context()] {
            let document = document(error.as_ref(), &context);
            assert!(is_one_of(&members(&document), &["errors", "jsonapi", "meta"]), "{document}");
            assert!(document["errors"].is_array());
        }
    }
}

// "JSON:API Object": `version` is a string.
#[test]
fn the_jsonapi_object_says_the_version() {
    let document = document(&Sample::Bare, &RequestContext::new());
    assert_eq!(document["jsonapi"], json!({"version": "1.1"}));
}

// "Error Objects": an array of error objects; a response to a failed request has at least one.
#[test]
fn errors_is_never_empty() {
    for error in every_sample() {
        assert!(!errors(error.as_ref()).is_empty(), "{}", error.code());
    }
}

// "Error Objects": only these members are allowed, and at least one is there.
#[test]
fn an_error_object_has_only_members_the_specification_allows() {
    let allowed = ["code", "detail", "id", "links", "meta", "source", "status", "title"];
    for error in every_sample() {
        for object in errors(error.as_ref()) {
            assert!(!members(&object).is_empty());
            assert!(is_one_of(&members(&object), &allowed), "{object}");
        }
    }
}

// "Error Objects": `status` is the HTTP status code, as a string.
#[test]
fn status_is_a_string_with_the_number_of_the_response() {
    for error in every_sample() {
        let response = render::<JsonApi>(error.as_ref(), &RequestContext::new());
        for object in errors(error.as_ref()) {
            assert_eq!(object["status"], response.status().as_str());
        }
    }
    assert_eq!(errors(&Sample::Closed)[0]["status"], "499");
}

// "Error Objects": `code`, `title` and `detail` are strings.
#[test]
fn code_title_and_detail_are_strings() {
    for error in every_sample() {
        for object in errors(error.as_ref()) {
            for name in ["code", "title", "detail"] {
                assert!(object[name].is_string(), "{name} of {object}");
            }
        }
    }
}

// "Error Objects": `code` is an application-specific code.
#[test]
fn code_is_the_errors() {
    assert_eq!(errors(&Sample::Bare)[0]["code"], "BARE");
    assert_eq!(errors(&limit())[0]["code"], "LIMIT");
}

// "Error Objects": `title` does not change from occurrence to occurrence.
#[test]
fn title_is_the_same_for_every_occurrence() {
    let other = Sample::Limit { limit: 9, plan: None, queue: vec![], wait: None };
    assert_eq!(errors(&limit())[0]["title"], "Too many jobs in flight");
    assert_eq!(errors(&other)[0]["title"], "Too many jobs in flight");
    for object in errors(&invalid()) {
        assert_eq!(object["title"], "Something is wrong with the request");
    }
}

// "Error Objects": `detail` is specific to this occurrence.
#[test]
fn detail_is_the_message() {
    assert_eq!(errors(&limit())[0]["detail"], "over the limit of 8");
    assert_eq!(errors(&Sample::Failed)[0]["detail"], "Internal Server Error");
}

// "Error Objects": `links.type` identifies the type of error.
#[test]
fn links_type_is_the_page_of_the_code() {
    let page = json!({"type": "https://docs.example.com/errors/EXPIRED"});
    assert_eq!(errors(&Documented::Expired)[0]["links"], page);
    assert_eq!(errors(&Sample::Bare)[0].get("links"), None);
}

// "Processing Errors": a server may report several problems at once.
#[test]
fn every_message_about_a_field_is_an_error_object() {
    let details: Vec<_> = errors(&invalid()).iter().map(|one| one["detail"].clone()).collect();
    assert_eq!(details, ["is required", "is no address", "is unknown"]);
}

// "Error Objects": `source.pointer` is a JSON Pointer (RFC 6901) into the request document.
#[test]
fn source_points_at_the_attribute_of_each_field() {
    let pointers: Vec<_> = errors(&invalid()).iter().map(|one| one["source"].clone()).collect();
    let email = json!({"pointer": "/data/attributes/email"});
    let sku = json!({"pointer": "/data/attributes/lines/0/sku"});
    assert_eq!(pointers, [email.clone(), email, sku]);
}

#[test]
fn an_error_about_no_field_has_no_source() {
    for error in [Sample::Bare, limit(), Sample::Invalid(FieldErrors::new())] {
        assert_eq!(errors(&error)[0].get("source"), None);
    }
}

fn pointer(field: &'static str) -> String {
    let objects = errors(&Sample::Invalid(FieldErrors::from_iter([(field, "bad")])));
    objects[0]["source"]["pointer"].as_str().unwrap().to_owned()
}

// RFC 6901 §3: a reference token writes `~` as `~0` and `/` as `~1`.
#[test]
fn a_pointer_finds_the_field_whatever_its_name() {
    let request = json!({"data": {"attributes": {
        "email": 1, "a": {"b": 2}, "m": [[0, 3]], "a/b~c": 4, "größe": 5,
        "sp ace": 6, "q\"": 7, "x~1y": 8,
    }}});
    for (field, value) in [
        ("email", 1),
        ("a.b", 2),
        ("m[0][1]", 3),
        ("m.0.1", 3),
        ("a/b~c", 4),
        ("größe", 5),
        ("sp ace", 6),
        ("q\"", 7),
        ("x~1y", 8),
    ] {
        assert_eq!(request.pointer(&pointer(field)), Some(&json!(value)), "{field}");
    }
}

#[test]
fn a_field_that_is_a_pointer_is_taken_as_it_is() {
    assert_eq!(pointer("/data/relationships/author"), "/data/relationships/author");
}

// A list at the top of the attributes: no nameless member stands before the index.
#[test]
fn a_field_may_begin_with_an_index() {
    assert_eq!(pointer("[0].sku"), "/data/attributes/0/sku");
}

// "Error Objects": `code` is the error's. A field error's own code is beside it, not instead of it.
#[test]
fn the_code_clients_match_on_is_in_the_document_whatever_codes_the_fields_have() {
    let mut fields = FieldErrors::new();
    fields.add_with_code("age", "TOO_LOW", "must be 18");
    let text = errcode::to_json::<JsonApi>(&Sample::Invalid(fields), &RequestContext::new());
    let text = String::from_utf8(text).unwrap();
    assert!(text.contains("\"TOO_LOW\""), "{text}");
    assert!(text.contains("\"INVALID\""), "{text}");
}

// "Meta Information": `meta` holds what is not of the standard.
#[test]
fn meta_of_an_error_holds_what_else_is_public() {
    assert_eq!(
        errors(&limit())[0]["meta"],
        json!({
            "retryable": true,
            "retry_after": 30,
            "details": {"limit": 8, "queue": ["a", "b"]},
        })
    );
    assert_eq!(errors(&Sample::Bare)[0]["meta"], json!({"retryable": false}));
}

#[test]
fn meta_of_the_document_holds_what_is_known_of_the_request() {
    assert_eq!(
        document(&Sample::Bare, &full_context())["meta"],
        json!({
            "request_id": "req-1",
            "timestamp": "2026-01-25T10:30:00.000Z",
            "path": "/jobs/1",
        })
    );
    let only_path = RequestContext::new().path("/jobs/1");
    assert_eq!(document(&Sample::Bare, &only_path)["meta"], json!({"path": "/jobs/1"}));
    assert_eq!(document(&Sample::Bare, &RequestContext::new()).get("meta"), None);
}

// "Member Names": letters, digits, `-`, `_` and space, no other characters of ASCII.
#[test]
fn member_names_are_legal() {
    fn check(value: &Value) {
        if let Some(object) = value.as_object() {
            for (name, value) in object {
                assert!(name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_'), "{name}");
                check(value);
            }
        }
        value.as_array().into_iter().flatten().for_each(check);
    }
    check(&document(&limit(), &full_context()));
    check(&document(&invalid(), &full_context()));
}
