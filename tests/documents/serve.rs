//! The reference over HTTP: where `docs_url` leads, the code's section is.

use axum::{Router, body::Body, extract::Request};
use errcode::{ApiError, catalog, documents::Reference};
use http_body_util::BodyExt;
use tower::ServiceExt;

const DOCS_URL: &str = "https://api.example.com/errors/JOB_EXPIRED";

#[derive(Debug, thiserror::Error, ApiError)]
#[allow(dead_code)]
#[api(
    docs_url = "https://api.example.com/errors/{code}",
    retired("JOB_PAUSED"),
    code_style = "any"
)]
enum JobError {
    #[error("expired")]
    #[api(code = "JOB_EXPIRED", status = 410)]
    Expired,
    #[error("odd")]
    #[api(code = "odd+code", status = 400)]
    Odd,
}

catalog!(static JOBS = [JobError]);

async fn get(method: &str, path: &str) -> (u16, String) {
    let app: Router = Router::new().nest_service("/errors", Reference::new(&JOBS).into_service());
    let request = Request::builder().method(method).uri(path).body(Body::empty()).unwrap();
    let response = app.oneshot(request).await.unwrap();
    let status = response.status().as_u16();
    let body = response.into_body().collect().await.unwrap().to_bytes();
    (status, String::from_utf8(body.to_vec()).unwrap())
}

#[tokio::test]
async fn the_docs_url_leads_to_the_codes_section() {
    assert_eq!(JobError::Expired.spec().docs_url(), Some(DOCS_URL));
    let path = DOCS_URL.strip_prefix("https://api.example.com").unwrap();
    let (status, html) = get("GET", path).await;
    assert_eq!(status, 200);
    assert!(html.contains("<article id=\"JOB_EXPIRED\""), "{html}");
    // From there to all codes, wherever the reference is mounted.
    assert!(html.contains("<a href=\"./\">All error codes</a>"), "{html}");
}

#[tokio::test]
async fn all_codes_are_at_the_root() {
    for path in ["/errors", "/errors/"] {
        let (status, html) = get("GET", path).await;
        assert_eq!(status, 200, "{path}");
        assert_eq!(html, Reference::new(&JOBS).to_html());
    }
}

#[tokio::test]
async fn other_paths_say_what_they_are() {
    for (method, path, status, text) in [
        ("GET", "/errors/JOB_PAUSED", 410, "was retired"),
        ("GET", "/errors/JOB_LOST", 404, "is not an error code of this service"),
        ("GET", "/errors/%3Cscript%3E", 404, "&lt;script&gt;"),
        ("GET", "/errors/%zz", 404, "%zz"),
        ("GET", "/errors/%FF", 404, "is not an error code"),
        ("GET", "/errors/odd%2Bcode", 200, "odd+code"),
        ("POST", "/errors/JOB_EXPIRED", 405, ""),
    ] {
        let (found, html) = get(method, path).await;
        assert_eq!(found, status, "{path}");
        assert!(html.contains(text) && !html.contains("<script>"), "{path}: {html}");
    }
}
