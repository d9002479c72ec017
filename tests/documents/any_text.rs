//! Any text in any place.

use errcode::{CodeSpec, documents::Reference, http::StatusCode};
use proptest::prelude::*;
use serde_json::Value;

/// Text of what has a meaning in a document, and of letters.
const TEXT: &str = "[|`#<>&\"'*_~$\\[\\]()\\\\/!A-Z0-9 \n\r\t\u{0}\u{202e}\u{2028}é{}:;=-]{0,60}";

fn leak(text: &str) -> &'static str {
    text.to_owned().leak()
}

/// The cells of a row of a table: pipes without a backslash part them.
fn cells(row: &str) -> usize {
    let mut cells = 0;
    let mut escaped = false;
    for c in row.chars() {
        cells += usize::from(c == '|' && !escaped);
        escaped = c == '\\' && !escaped;
    }
    cells - 1
}

proptest! {
    #[test]
    fn documents_are_well_formed(texts in prop::array::uniform6(TEXT), code in "[!-~]{1,20}") {
        let [title, category, description, resolution, page, url] = texts.each_ref().map(|text| leak(text));
        let spec = CodeSpec::new(leak(&code), StatusCode::GONE)
            .with_category(category)
            .with_description(description)
            .with_resolution(resolution)
            .with_page(page)
            .with_docs_url(url)
            .with_deprecated(title);
        let spec: &'static CodeSpec = Box::leak(Box::new(spec));
        let reference = Reference::from_specs([spec]).title(title);

        let json: Value = serde_json::from_str(&reference.to_json()).unwrap();
        prop_assert_eq!(json["codes"][0]["description"].as_str(), Some(description));
        let openapi: Value = serde_json::from_str(&reference.to_openapi()).unwrap();
        prop_assert!(openapi["components"]["responses"]["Status410"].is_object());
        serde_json::from_str::<Value>(&reference.to_vectors()).unwrap();

        let html = reference.to_html();
        prop_assert_eq!(html.matches("<article ").count(), 1);
        prop_assert!(!html.contains("<script"));
        prop_assert!(!html.to_lowercase().contains("href=\"javascript:"));

        let markdown = reference.to_markdown();
        let header = "| Code | HTTP | Retryable | Description | Resolution |\n|---|---|---|---|---|\n";
        let row = markdown.split_once(header).unwrap().1.lines().next().unwrap();
        prop_assert_eq!(cells(row), 5, "{}", row);

        let typescript = reference.to_typescript();
        let is_plain = !typescript.contains(['\u{202e}', '\u{2028}', '\u{0}']);
        prop_assert!(is_plain, "{}", typescript);
        prop_assert!(reference.to_code_html(&code).is_some());
    }

    #[test]
    fn any_document_can_be_compared(lines in prop::collection::vec(
        prop_oneof![
            Just("| Code | HTTP |".to_owned()),
            Just("|---|---|".to_owned()),
            Just("Code HTTP Status Retryable".to_owned()),
            "[|`#(A-Z_0-9 é*\\\\)-]{0,40}",
            TEXT,
        ],
        0..12,
    ), separator in "[ \n]") {
        static GONE: CodeSpec = CodeSpec::new("GONE", StatusCode::GONE);
        let document = lines.join(&separator);
        for finding in Reference::from_specs([&GONE]).compare(&document) {
            prop_assert!(!finding.to_string().is_empty());
        }
    }
}
