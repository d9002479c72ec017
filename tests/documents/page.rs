//! A longer text of a code, in a file of its own.

use errcode::{ApiError, catalog, documents::Reference};

#[derive(Debug, thiserror::Error, ApiError)]
#[error("expired")]
#[api(code = "JOB_EXPIRED", status = 410, page = "page.md")]
struct Expired;

catalog!(static JOBS = [Expired]);

#[test]
fn the_page_is_below_the_codes_heading() {
    let reference = Reference::new(&JOBS);
    let markdown = reference.to_markdown();
    let section = markdown.split_once("### `JOB_EXPIRED`\n\n").unwrap().1;
    assert!(section.starts_with("#### When a job expires\n\nA job has a deadline"), "{section}");
    let html = reference.to_html();
    assert!(html.contains("<h4>When a job expires</h4>"), "{html}");
    assert!(html.contains("<th>Plan</th>"), "{html}");
}
