//! The HTML reference. `tools/documents/check` reads it in a browser.

use errcode::{CodeSpec, documents::Reference, http::StatusCode};

use five_services::services::aitbc::AITBC;

use crate::{
    data::{aitbc, every_kind, hostile},
    golden,
};

#[test]
fn the_page_is_the_committed_one() {
    golden::check("tests/documents/golden/aitbc.html", &aitbc().to_html());
    golden::check("tests/documents/golden/every_kind.html", &every_kind().to_html());
}

#[test]
fn each_code_has_a_section_with_its_texts() {
    let html = aitbc().to_html();
    for spec in &AITBC {
        let start = html.find(&format!("<article id=\"{}\"", spec.code())).unwrap();
        let article = &html[start..start + html[start..].find("</article>").unwrap()];
        assert!(article.contains(&format!("<strong>{}</strong>", spec.status().as_u16())));
        let resolution = spec.resolution().unwrap().split('`').next().unwrap();
        assert!(article.contains(resolution), "{article}");
        assert_eq!(article.contains(">not retryable<"), !spec.retryable(), "{article}");
    }
}

#[test]
fn the_page_loads_nothing() {
    for reference in [aitbc(), every_kind(), hostile()] {
        let html = reference.to_html();
        for loads in ["src=\"", "<link", "@import", "url(", "<img", "<iframe", "<object"] {
            assert!(!html.contains(loads), "{loads}");
        }
        assert!(html.contains("default-src 'none'"));
    }
}

#[test]
fn texts_cannot_become_markup() {
    let html = hostile().to_html();
    assert_eq!(html.matches("<script").count(), 1);
    assert_eq!(html.matches("</script>").count(), 1);
    assert_eq!(html.matches("</title>").count(), 1);
    assert!(!html.contains("href=\"javascript:") && !html.contains('\u{202e}'));
    assert!(html.contains("<article id=\"a%20b\""));
}

#[test]
fn ids_are_unique() {
    // Codes in every style can be the words that a page has ids for.
    static SPECS: [CodeSpec; 5] = [
        CodeSpec::new("main", StatusCode::GONE),
        CodeSpec::new("count", StatusCode::GONE),
        CodeSpec::new("category-0", StatusCode::GONE),
        CodeSpec::new("a", StatusCode::GONE),
        CodeSpec::new("a:code", StatusCode::GONE),
    ];
    let html = Reference::from_specs(&SPECS).to_html();
    let mut ids: Vec<&str> = html
        .match_indices(" id=\"")
        .map(|(at, _)| html[at + 5..].split('"').next().unwrap())
        .collect();
    let len = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), len);
}

#[test]
fn no_codes_make_a_page() {
    let html = Reference::from_specs([]).to_html();
    assert!(html.contains("<p>No error codes.</p>") && !html.contains("<script"));
}
