//! The OpenAPI components. `tools/documents/check` validates the committed documents.

use errcode::envelope::Nested;
use serde_json::Value;

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
