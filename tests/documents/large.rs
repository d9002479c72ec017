//! Many codes, and long texts.

use std::time::{Duration, Instant};

use errcode::{CodeSpec, documents::Reference, http::StatusCode};
use serde_json::Value;

use crate::data::ten_thousand;

#[test]
fn ten_thousand_codes_make_every_document() {
    let reference = ten_thousand();
    let start = Instant::now();
    // In the table of its category, in that of all codes, and 100 times at the head of a status.
    assert_eq!(reference.to_markdown().matches("| `CODE_").count(), 20_100);
    assert_eq!(reference.to_html().matches("<article ").count(), 10_000);
    let json: Value = serde_json::from_str(&reference.to_json()).unwrap();
    assert_eq!(json["codes"].as_array().map(Vec::len), Some(10_000));
    assert_eq!(reference.to_typescript().matches("{ job_id: string };").count(), 10_000);
    let openapi: Value = serde_json::from_str(&reference.to_openapi()).unwrap();
    assert_eq!(
        openapi["components"]["schemas"].as_object().map(serde_json::Map::len),
        Some(10_001)
    );
    let vectors: Value = serde_json::from_str(&reference.to_vectors()).unwrap();
    assert_eq!(vectors["httpResponseTests"].as_array().map(Vec::len), Some(20_002));
    // Far above what it takes, and far below what a step that looks at every pair of codes would.
    assert!(start.elapsed() < Duration::from_secs(60), "{:?}", start.elapsed());
}

#[test]
fn a_text_of_ten_thousand_characters_is_whole() {
    static SPEC: std::sync::LazyLock<CodeSpec> = std::sync::LazyLock::new(|| {
        CodeSpec::new("LONG", StatusCode::GONE).with_description("word ".repeat(2_000).leak())
    });
    let reference = Reference::from_specs([&*SPEC]);
    for document in [
        reference.to_markdown(),
        reference.to_html(),
        reference.to_json(),
        reference.to_typescript(),
        reference.to_openapi(),
    ] {
        assert!(document.matches("word ").count() >= 1_999);
    }
}
