//! The OpenAPI components. `tools/documents/check` validates the committed documents.

use errcode::{
    CodeSpec, Envelope, ErrorView,
    documents::Reference,
    envelope::{Google, Markdown, Negotiated, Nested, Problem},
    http::{HeaderMap, HeaderValue, StatusCode, header::CONTENT_TYPE},
};
use serde_json::{Value, json};

use crate::{
    data::{aitbc, every_kind, hostile},
    golden,
};

#[test]
fn the_documents_are_the_committed_ones() {
    golden::check("tests/documents/golden/aitbc.openapi.json", &aitbc().to_openapi());
    let nested = every_kind().envelope::<Nested>();
    golden::check("tests/documents/golden/every_kind.openapi.json", &nested.to_openapi());
    golden::check("tests/documents/golden/hostile.openapi.json", &hostile().to_openapi());
}

#[test]
fn every_reference_leads_to_a_schema() {
    for reference in [aitbc(), every_kind(), hostile()] {
        let document: Value = serde_json::from_str(&reference.to_openapi()).unwrap();
        let mut seen = 0;
        each_reference(&document, &mut |target| {
            let pointer = target.strip_prefix('#').unwrap();
            assert!(document.pointer(pointer).is_some(), "{target}");
            seen += 1;
        });
        assert!(seen > 0);
    }
}

#[test]
fn a_response_has_every_media_type_that_the_envelope_offers() {
    static SPECS: [CodeSpec; 2] =
        [CodeSpec::new("GONE", StatusCode::GONE), CodeSpec::new("LOST", StatusCode::GONE)];
    type House = Negotiated<(Nested, Problem, Google, Markdown)>;
    let document = Reference::from_specs(&SPECS).envelope::<House>().to_openapi();
    let document: Value = serde_json::from_str(&document).unwrap();
    let responses = &document["components"]["responses"];
    let component = json!({ "$ref": "#/components/schemas/GONE" });
    for (response, first) in [("GONE", &component), ("Status410", &Value::Null)] {
        let content = &responses[response]["content"];
        let types: Vec<_> = content.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(
            types,
            ["application/json", "application/problem+json", "text/markdown; charset=utf-8"]
        );
        // Two of the envelopes are of one media type.
        let json = content["application/json"]["schema"]["anyOf"].as_array().unwrap();
        assert_eq!(json.len(), 2, "{json:?}");
        assert!(first.is_null() || json[0] == *first);
        assert!(json[1]["properties"]["error"]["properties"]["status"].is_object());
        let problem = &content["application/problem+json"];
        let code = &problem["schema"]["properties"]["code"];
        assert_eq!(code["const"] == "GONE", response == "GONE", "{code:?}");
        assert_eq!(problem["example"]["code"], "GONE");
        assert_eq!(content["text/markdown; charset=utf-8"]["schema"]["type"], "string");
    }
}

#[test]
fn a_status_has_the_media_types_of_all_its_codes() {
    /// Its media type is that of the code.
    struct ByCode;

    impl Envelope for ByCode {
        fn body(view: ErrorView<'_>) -> impl serde::Serialize {
            view.code()
        }

        fn headers(view: ErrorView<'_>, headers: &mut HeaderMap) {
            if view.code().starts_with("NEW_") {
                headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/new+json"));
            }
        }
    }

    static SPECS: [CodeSpec; 3] = [
        CodeSpec::new("NEW_GONE", StatusCode::GONE),
        CodeSpec::new("GONE", StatusCode::GONE),
        CodeSpec::new("LOST", StatusCode::GONE),
    ];
    let document = Reference::from_specs(&SPECS).envelope::<ByCode>().to_openapi();
    let document: Value = serde_json::from_str(&document).unwrap();
    let schema = |name: &str| json!({ "$ref": format!("#/components/schemas/{name}") });
    let any_of = json!({ "anyOf": [schema("GONE"), schema("LOST")] });
    assert_eq!(
        document["components"]["responses"]["Status410"]["content"],
        json!({
            "application/new+json": { "schema": schema("NEW_GONE"), "example": "NEW_GONE" },
            "application/json": { "schema": any_of, "example": "GONE" },
        })
    );
}

fn each_reference(value: &Value, each: &mut impl FnMut(&str)) {
    match value {
        Value::Object(members) => {
            if let Some(Value::String(target)) = members.get("$ref") {
                each(target);
            }
            members.values().for_each(|member| each_reference(member, each));
        }
        Value::Array(items) => items.iter().for_each(|item| each_reference(item, each)),
        _ => {}
    }
}
