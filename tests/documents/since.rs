//! The release that introduced a code, as the catalog's lock records it.

use errcode::{ApiError, catalog, documents::Reference};

#[derive(Debug, thiserror::Error, ApiError)]
#[allow(dead_code, reason = "the documents need the declaration alone")]
pub(crate) enum JobError {
    #[error("expired")]
    #[api(code = "JOB_EXPIRED", status = 410, deprecated = "jobs do not expire")]
    Expired,
    #[error("lost")]
    #[api(code = "JOB_LOST", status = 404, since = "1.4.0")]
    Lost,
}

catalog!(pub(crate) static JOBS = [JobError], lock = "tests/documents/since.lock");

#[test]
fn every_document_has_the_release_of_the_lock() {
    let reference = Reference::new(&JOBS);
    let json = reference.to_json();
    assert!(json.contains("\"since\": \"0.9.0\",\n      \"deprecated\""), "{json}");
    assert!(json.contains("\"since\": \"1.4.0\""), "{json}");
    assert!(reference.to_markdown().contains("- Since 0.9.0\n"));
    assert!(reference.to_html().contains("<dt>Since</dt><dd>0.9.0</dd>"));
}
