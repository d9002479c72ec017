//! The JSON document and its schema. `tools/documents/check` validates one with the other.

use errcode::documents::Reference;
use serde_json::Value;

use five_services::services::aitbc::AITBC;

use crate::{
    data::{aitbc, every_kind, hostile},
    golden,
};

#[test]
fn the_documents_are_the_committed_ones() {
    golden::check("tests/documents/golden/aitbc.json", &aitbc().to_json());
    golden::check("tests/documents/golden/every_kind.json", &every_kind().to_json());
    golden::check("tests/documents/golden/hostile.json", &hostile().to_json());
}

#[test]
fn every_member_is_in_the_schema() {
    let schema: Value = serde_json::from_str(errcode::documents::JSON_SCHEMA).unwrap();
    let known = |members: &Value, schema: &Value| {
        for name in members.as_object().unwrap().keys() {
            assert!(!schema["properties"][name].is_null(), "{name}");
        }
    };
    for reference in [aitbc().version("1.0.0").with_source(), every_kind(), hostile()] {
        let document: Value = serde_json::from_str(&reference.to_json()).unwrap();
        known(&document, &schema);
        for code in document["codes"].as_array().unwrap() {
            known(code, &schema["$defs"]["code"]);
            for detail in code["details"].as_array().into_iter().flatten() {
                known(detail, &schema["$defs"]["detail"]);
            }
        }
    }
}

#[test]
fn source_lines_are_relative_to_the_package() {
    let document: Value =
        serde_json::from_str(&Reference::new(&AITBC).with_source().to_json()).unwrap();
    for code in document["codes"].as_array().unwrap() {
        let location = code["location"].as_str().unwrap();
        assert!(location.starts_with("src/services/aitbc.rs:"), "{location}");
    }
}
