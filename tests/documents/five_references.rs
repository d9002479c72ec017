//! The five services' own references, compared with their catalogs.

use std::fmt::Write;

use errcode::{Catalog, documents::Reference};

use five_services::services::{
    aitbc::AITBC, generation::GENERATION, igny8::IGNY8, image2model::IMAGE2MODEL,
    protocol_guide::PROTOCOL_GUIDE,
};

use crate::golden;

const SERVICES: [(&str, &Catalog, &str); 5] = [
    ("aitbc", &AITBC, include_str!("../seeds/aitbc.md")),
    ("igny8", &IGNY8, include_str!("../seeds/igny8.md")),
    ("generation", &GENERATION, include_str!("../seeds/generation.md")),
    ("image2model", &IMAGE2MODEL, include_str!("../seeds/image2model.md")),
    ("protocol_guide", &PROTOCOL_GUIDE, include_str!("../seeds/protocol_guide.md")),
];

fn findings(catalog: &'static Catalog, document: &str) -> Vec<String> {
    Reference::new(catalog).compare(document).iter().map(ToString::to_string).collect()
}

#[test]
fn findings_are_those_in_the_docs() {
    let mut text = include_str!("compared_references.head.md").to_owned();
    for (name, catalog, document) in SERVICES {
        let findings = findings(catalog, document);
        write!(text, "\n## {name}\n\n- {}\n", findings.join("\n- ")).unwrap();
    }
    golden::check("docs/compared-references.md", &text);
}

#[test]
fn nine_codes_are_missing_in_a_retry_table() {
    let findings = findings(&AITBC, SERVICES[0].2);
    let missing = findings.iter().filter(|finding| finding.ends_with("is retryable"));
    assert_eq!(missing.count(), 9);
}

#[test]
fn every_change_of_a_document_is_found() {
    let document = SERVICES[0].2;
    for (from, to, finding) in [
        (
            "`JOB_EXPIRED` | 410 | Job d",
            "`JOB_EXPIRED` | 404 | Job d",
            "`JOB_EXPIRED` has status 404",
        ),
        (
            "`MINER_OFFLINE` | 503 | Miner | Yes",
            "`MINER_OFFLINE` | 503 | Miner | No",
            "`MINER_OFFLINE` is not retryable",
        ),
        ("`JOB_NOT_FOUND`", "`JOB_LOST`", "`JOB_NOT_FOUND` is missing in the document"),
        (
            "`JOB_NOT_FOUND`",
            "`JOB_LOST`",
            "`JOB_LOST` at line 1 (Job Errors (JOB_*)) is missing in the catalog",
        ),
        (
            "`JOB_EXPIRED` | 410 | Job |",
            "`JOB_EXPIRED` | 411 | Job |",
            "`JOB_EXPIRED` has status 410 at line 1",
        ),
    ] {
        let changed = document.replace(from, to);
        assert_ne!(changed, document, "{from}");
        let found = findings(&AITBC, &changed);
        assert!(found.iter().any(|found| found.starts_with(finding)), "{finding}: {found:#?}");
    }
}
