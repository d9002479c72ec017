//! `field_errors`: what is wrong with each field of a request.

use errcode::{ApiError, FieldErrors, RequestContext, envelope::Problem};
use serde_json::{Value, json};

#[derive(Debug, thiserror::Error, ApiError)]
#[error("Validation failed")]
#[api(status = 422)]
enum Invalid {
    #[api(code = "NAMED")]
    Named {
        #[api(field_errors)]
        errors: FieldErrors,
    },
    #[api(code = "MAYBE")]
    Maybe(#[api(field_errors)] Option<FieldErrors>),
    #[api(code = "BOXED")]
    Boxed(#[api(field_errors)] Box<FieldErrors>),
    #[api(code = "AND_DETAIL")]
    AndDetail(#[api(field_errors, detail = "fields")] FieldErrors),
    #[api(code = "NONE")]
    None,
}

fn two() -> FieldErrors {
    let mut errors = FieldErrors::new();
    errors.add("email", "is required").add_with_code("age", "TOO_LOW", "must be 18");
    errors
}

fn body(error: &dyn ApiError) -> Value {
    let body = errcode::to_json::<Problem>(error, &RequestContext::new());
    serde_json::from_slice(&body).unwrap()
}

#[test]
fn a_marked_field_holds_the_field_errors() {
    let expected = json!({"email": ["is required"], "age": ["must be 18"]});
    for error in [
        Invalid::Named { errors: two() },
        Invalid::Maybe(Some(two())),
        Invalid::Boxed(Box::new(two())),
    ] {
        assert_eq!(error.field_errors(), Some(&two()));
        assert_eq!(body(&error)["errors"], expected);
    }
}

#[test]
fn without_one_there_are_none() {
    assert_eq!(Invalid::None.field_errors(), None);
    assert_eq!(Invalid::Maybe(None).field_errors(), None);
    assert_eq!(body(&Invalid::None).get("errors"), None);
}

#[test]
fn field_errors_that_are_empty_are_left_out_of_a_body() {
    let empty = Invalid::Named { errors: FieldErrors::new() };
    assert_eq!(body(&empty).get("errors"), None);
}

#[test]
fn field_errors_may_be_a_detail_too() {
    let body = body(&Invalid::AndDetail(two()));
    assert_eq!(body["fields"], json!({"email": ["is required"], "age": ["must be 18"]}));
    assert_eq!(body["errors"], body["fields"]);
}

#[test]
fn field_errors_are_no_detail_by_themselves() {
    assert!(Invalid::Named { errors: two() }.details().is_empty());
}
