//! What the enum says for its variants: also what it shares, and what its domain says.

use std::time::{Duration, SystemTime};

use errcode::{
    ApiError, Catalog, ErrorCodes, HasEnvelope, RequestContext, catalog, domain, envelope::Nested,
};

domain! {
    /// All of the service.
    pub(crate) Coordinator {
        name = "coordinator.example.com",
        docs_url = "https://docs.example.com/{code}",
        envelope = Nested,
        catalog = CATALOG,
    }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(domain = Coordinator, code_style = "any", shared("Denied."), expose, resolution = "Ask", retired("A-B"))]
pub(crate) enum AuthError {
    #[error("why one")]
    #[api(code = "Denied.", status = 500)]
    One,
    #[error("why two")]
    #[api(
        code = "Denied.",
        status = 404,
        resolution = "Look",
        docs_url = "https://example.com/two"
    )]
    Two,
    #[error("three")]
    #[api(code = "M FORBIDDEN", status = 403)]
    Three,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(domain = Coordinator, code_style = "any", shared("Denied."))]
pub(crate) enum JobError {
    #[error("again")]
    #[api(code = "Denied.", status = 409)]
    Denied,
    #[error("late")]
    #[api(code = "late", status = 429)]
    Late(#[api(retry_after)] SystemTime),
    #[error("x")]
    #[api(code = "page", status = 400, page = "page.md")]
    Page,
}

catalog!(static CATALOG = [AuthError, JobError]);

#[test]
fn the_enum_speaks_for_its_variants() {
    assert_eq!(AuthError::One.message(), "why one");
    assert_eq!(AuthError::One.spec().resolution(), Some("Ask"));
    assert_eq!(AuthError::Two.spec().resolution(), Some("Look"));
    assert_eq!(JobError::Page.spec().page(), Some("A page.\n"));
}

#[test]
fn the_domain_speaks_for_its_enums() {
    fn envelope<E: HasEnvelope>() -> &'static str {
        std::any::type_name::<E::Envelope>()
    }
    assert_eq!(envelope::<AuthError>(), std::any::type_name::<Nested>());
    assert_eq!(AuthError::Three.spec().docs_url(), Some("https://docs.example.com/M%20FORBIDDEN"));
    assert_eq!(AuthError::Two.spec().docs_url(), Some("https://example.com/two"));
    assert_eq!(JobError::Denied.spec().domain(), Some("coordinator.example.com"));
    let response = errcode::respond(&JobError::Denied, &RequestContext::new());
    assert!(response.body().starts_with(br#"{"error":"#));
}

#[test]
fn a_shared_code_has_several_specs() {
    let specs: Vec<_> = CATALOG.all("Denied.").map(|spec| spec.status().as_u16()).collect();
    assert_eq!(specs, [500, 404, 409]);
    assert_eq!(AuthError::CODES.len(), 3);
    let catalog: &Catalog = &CATALOG;
    assert_eq!(catalog.get("Denied.").map(|spec| spec.status().as_u16()), Some(500));
    assert!(AuthError::One.spec().is_shared() && !AuthError::Three.spec().is_shared());
}

#[test]
fn a_point_in_time_is_a_time_to_wait() {
    let error = JobError::Late(SystemTime::now() + Duration::from_secs(60));
    assert!(error.retry_after().is_some_and(|wait| wait > Duration::from_secs(50)));
    assert!(error.spec().has_retry_after());
}

#[test]
fn errors_in_functions_are_of_the_domain_too() {
    #[derive(Debug, thiserror::Error, ApiError)]
    #[error("local")]
    #[api(code = "LOCAL", status = 400)]
    struct Local;

    assert_eq!(Local.code(), "LOCAL");
}

domain! {
    /// Its codes stand in the middle of a URL, and twice.
    pub(crate) Wiki { docs_url = "https://wiki.example.com/{code}/page?of={code}#top" }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("{self:?}")]
#[api(domain = Wiki, code_style = "any", status = 400)]
enum WikiError {
    #[api(code = "A")]
    Short,
    #[api(code = "A_CODE_THAT_IS_LONGER_THAN_MOST_CODES_ARE")]
    Long,
    #[api(code = "50% (of) all")]
    Encoded,
    #[api(code = "OWN", docs_url = "https://example.com/own")]
    Own,
    #[api(code = "LAST")]
    Last,
}

#[test]
fn a_url_of_the_domain_has_the_code_wherever_it_says() {
    let url = |code: &str| format!("https://wiki.example.com/{code}/page?of={code}#top");
    for (error, expected) in [
        (WikiError::Short, url("A")),
        (WikiError::Long, url("A_CODE_THAT_IS_LONGER_THAN_MOST_CODES_ARE")),
        (WikiError::Encoded, url("50%25%20%28of%29%20all")),
        (WikiError::Own, "https://example.com/own".to_owned()),
        (WikiError::Last, url("LAST")),
    ] {
        assert_eq!(error.spec().docs_url(), Some(&*expected));
        // What a setter leaves as it is.
        let copy = error.spec().clone().with_category("Pages");
        assert_eq!((copy.docs_url(), copy.domain()), (Some(&*expected), None));
        assert_eq!(copy.with_docs_url("").docs_url(), None);
    }
}
