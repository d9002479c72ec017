//! `detail`: the values that are public beside the message.

use std::{
    borrow::Cow,
    collections::{BTreeMap, HashMap},
};

use errcode::{ApiError, RequestContext, envelope::Nested};
use serde::Serialize;
use serde_json::{Value, json};

fn details(error: &dyn ApiError) -> Value {
    serde_json::to_value(error.details()).unwrap()
}

#[derive(Debug, Serialize)]
struct Range {
    from: u8,
    #[serde(rename = "upTo", skip_serializing_if = "Option::is_none")]
    to: Option<u8>,
}

#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum Choice {
    FreeText,
    OneOf { values: Vec<&'static str> },
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("{self:?}")]
#[api(status = 400)]
enum Detailed {
    #[api(code = "PLAIN")]
    Plain {
        #[api(detail)]
        id: u64,
        #[api(detail = "jobName")]
        name: String,
        internal: &'static str,
    },
    #[api(code = "TUPLE")]
    Tuple(#[api(detail = "first")] u8, &'static str, #[api(detail = "third")] bool),
    #[api(code = "RAW")]
    Raw {
        #[api(detail)]
        r#type: &'static str,
    },
    #[api(code = "OPTIONAL")]
    Optional {
        #[api(detail)]
        some: Option<u8>,
        #[api(detail)]
        null: Option<Value>,
        #[api(detail)]
        full_path: std::option::Option<&'static str>,
    },
    #[api(code = "NESTED")]
    Nested {
        #[api(detail)]
        range: Range,
        #[api(detail)]
        choices: Vec<Choice>,
        #[api(detail)]
        map: BTreeMap<u8, Vec<f64>>,
        #[api(detail)]
        json: Value,
        #[api(detail)]
        tuple: (u8, char, ()),
    },
    #[api(code = "BORROWED")]
    Borrowed {
        #[api(detail)]
        text: Cow<'static, str>,
        #[api(detail)]
        list: &'static [u8],
        #[api(detail)]
        boxed: Box<Range>,
    },
    #[api(code = "BARE")]
    Bare { internal: &'static str },
}

#[test]
fn a_detail_has_its_fields_name_or_the_one_it_is_given() {
    let error = Detailed::Plain { id: 7, name: "nightly".to_owned(), internal: "x" };
    assert_eq!(details(&error), json!({"id": 7, "jobName": "nightly"}));
}

#[test]
fn fields_of_a_tuple_are_details_by_name() {
    assert_eq!(details(&Detailed::Tuple(1, "x", true)), json!({"first": 1, "third": true}));
}

#[test]
fn a_raw_identifier_is_named_without_its_mark() {
    assert_eq!(details(&Detailed::Raw { r#type: "pdf" }), json!({"type": "pdf"}));
}

#[test]
fn none_is_no_detail() {
    let error = Detailed::Optional { some: Some(1), null: Some(Value::Null), full_path: None };
    assert_eq!(details(&error), json!({"some": 1, "null": null}));
    let error = Detailed::Optional { some: None, null: None, full_path: None };
    assert_eq!(details(&error), json!({}));
    assert!(error.details().is_empty());
}

#[test]
fn an_envelope_leaves_out_details_that_are_all_none() {
    let error = Detailed::Optional { some: None, null: None, full_path: None };
    let body = errcode::to_json::<Nested>(&error, &RequestContext::new());
    let body: Value = serde_json::from_slice(&body).unwrap();
    assert_eq!(body["error"].get("details"), None);
    assert_eq!(body["error"]["code"], "OPTIONAL");
}

#[test]
fn a_detail_is_whatever_its_type_serializes_to() {
    let error = Detailed::Nested {
        range: Range { from: 1, to: None },
        choices: vec![Choice::FreeText, Choice::OneOf { values: vec!["a", "b"] }],
        map: BTreeMap::from([(1, vec![1.5]), (2, vec![])]),
        json: json!({"a": [null, {"b": false}]}),
        tuple: (1, 'c', ()),
    };
    assert_eq!(
        details(&error),
        json!({
            "range": {"from": 1},
            "choices": [{"kind": "free_text"}, {"kind": "one_of", "values": ["a", "b"]}],
            "map": {"1": [1.5], "2": []},
            "json": {"a": [null, {"b": false}]},
            "tuple": [1, "c", null],
        })
    );
}

#[test]
fn a_detail_may_be_borrowed_or_boxed() {
    let boxed = Box::new(Range { from: 1, to: Some(2) });
    let error = Detailed::Borrowed { text: Cow::Borrowed("text"), list: &[1, 2], boxed };
    assert_eq!(
        details(&error),
        json!({"text": "text", "list": [1, 2], "boxed": {"from": 1, "upTo": 2}})
    );
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("{self:?}")]
#[api(status = 400)]
enum Fixed {
    #[api(code = "PROMPT", detail("field", "prompt"), detail("hint", "say \"please\""))]
    Prompt,
    #[api(code = "LENGTH", detail("field", "length"))]
    Length {
        #[api(detail)]
        max: u8,
    },
    #[api(code = "OTHER")]
    Other,
}

#[test]
fn a_variant_may_have_details_that_are_the_same_for_every_occurrence() {
    let text = |error: Fixed| serde_json::to_string(&error.details()).unwrap();
    assert_eq!(text(Fixed::Prompt), r#"{"field":"prompt","hint":"say \"please\""}"#);
    assert_eq!(text(Fixed::Length { max: 9 }), r#"{"field":"length","max":9}"#);
    assert!(Fixed::Other.details().is_empty());
}

#[test]
fn a_struct_may_have_details_that_are_the_same_for_every_occurrence() {
    #[derive(Debug, thiserror::Error, ApiError)]
    #[error("alone")]
    #[api(code = "ALONE", status = 400, detail("field", "prompt"))]
    struct Alone;

    assert_eq!(details(&Alone), json!({"field": "prompt"}));
}

#[test]
fn details_come_in_the_order_of_declaration() {
    let error = Detailed::Plain { id: 7, name: "z".to_owned(), internal: "x" };
    assert_eq!(serde_json::to_string(&error.details()).unwrap(), r#"{"id":7,"jobName":"z"}"#);
}

#[test]
fn an_unmarked_field_is_no_detail() {
    let error = Detailed::Bare { internal: "x" };
    assert!(error.details().is_empty());
    assert_eq!(details(&error), json!({}));
}

#[test]
fn details_serialize_in_any_format() {
    // A `HashMap` is filled by another `Deserializer` than a `Value`, from the same map.
    let error = Detailed::Tuple(1, "x", true);
    let json = serde_json::to_vec_pretty(&error.details()).unwrap();
    let map: HashMap<String, Value> = serde_json::from_slice(&json).unwrap();
    assert_eq!(map.len(), 2);
}

#[test]
fn every_key_of_a_field_may_stand_on_one_field() {
    #[derive(Debug, thiserror::Error, ApiError)]
    #[error("all")]
    #[api(code = "ALL", status = 429)]
    struct All(#[api(detail = "wait", header = "X-Wait", retry_after)] u32);

    let error = All(9);
    assert_eq!(details(&error), json!({"wait": 9}));
    assert_eq!(error.headers()["x-wait"], "9");
    assert_eq!(error.retry_after(), Some(std::time::Duration::from_secs(9)));
}

#[test]
fn the_details_can_be_printed() {
    let error = Detailed::Tuple(1, "x", true);
    assert_eq!(format!("{:?}", error.details()), r#"{"first": 1, "third": true}"#);
}
