//! The Markdown reference.

use std::collections::BTreeMap;

use errcode::{CodeSpec, documents::Reference, http::StatusCode};

use five_services::services::aitbc::AITBC;

use crate::golden;

/// The rows of every table whose first column is "Code", by code: the cells by the names of their columns.
fn tables(markdown: &str) -> BTreeMap<String, BTreeMap<String, String>> {
    let mut codes: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    let mut head: Option<Vec<String>> = None;
    for line in markdown.lines() {
        let cells = cells(line);
        match &head {
            _ if !line.starts_with('|') => head = None,
            None => head = Some(cells),
            Some(head) if head[0] == "Code" && cells[0].starts_with('`') => {
                let code = codes.entry(cells[0].trim_matches('`').to_owned()).or_default();
                for (name, cell) in head.iter().zip(cells) {
                    if let Some(before) = code.insert(name.clone(), cell.clone()) {
                        assert_eq!(before, cell, "two values of {name}");
                    }
                }
            }
            Some(_) => {}
        }
    }
    codes
}

fn cells(line: &str) -> Vec<String> {
    let inner = line.trim().trim_start_matches('|').trim_end_matches('|');
    inner.split(" | ").map(|cell| cell.trim().to_owned()).collect()
}

/// The service's document has lost its line breaks: every row ends where the next begins.
fn with_rows(document: &str) -> String {
    document
        .replace("| |", "|\n|")
        .replace(" | Code |", "\n| Code |")
        .replace(" | **", " |\n**")
        .replace(" | #", " |\n#")
}

/// Codes of the service's document, but not its table of statuses.
fn published() -> BTreeMap<String, BTreeMap<String, String>> {
    let mut codes = tables(&with_rows(include_str!("../seeds/aitbc.md")));
    codes.retain(|code, _| code.contains('_'));
    codes
}

#[test]
fn everything_that_the_services_reference_says_of_its_codes_is_there() {
    let published = published();
    assert_eq!(published.len(), 31);
    assert_eq!(published.values().filter(|cells| cells.contains_key("Retryable")).count(), 22);

    let generated = tables(&Reference::new(&AITBC).to_markdown());
    assert_eq!(generated.len(), 31);
    for (code, cells) in &published {
        assert!(cells.contains_key("Description") && cells.contains_key("Resolution"), "{code}");
        for (name, cell) in cells {
            assert_eq!(Some(cell), generated[code].get(name), "{name} of {code}");
        }
    }
}

#[test]
fn the_document_is_the_committed_one() {
    let reference = Reference::new(&AITBC).title("AITBC error codes");
    golden::check("tests/documents/golden/aitbc.md", &reference.to_markdown());
}

#[test]
fn no_codes_make_a_document() {
    assert_eq!(Reference::from_specs([]).to_markdown(), "# Error codes\n\nNo error codes.\n");
}

#[test]
fn one_text_cannot_break_the_document() {
    static HOSTILE: CodeSpec = CodeSpec::new("A|B`C", StatusCode::GONE)
        .with_category("# a\n| b |")
        .with_description("</td></table><script>alert(1)</script> | `| x\n\n# h")
        .with_resolution("\u{202e}fdp.exe ``` ~~~");
    let markdown = Reference::from_specs([&HOSTILE]).title("a\n# b").to_markdown();
    let lines: Vec<&str> = markdown.lines().collect();
    assert_eq!(lines[0], "# a # b");
    assert_eq!(lines[4], r"## \# a \| b \|");
    assert_eq!(
        lines[8],
        r"| ``A\|B`C`` | 410 | No | &lt;/td&gt;&lt;/table&gt;&lt;script&gt;alert(1)&lt;/script&gt; \| \`\| x  # h | \\u{202e}fdp.exe \`\`\` \~\~\~ |"
    );
}
