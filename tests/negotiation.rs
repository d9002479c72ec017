//! The client chooses among the envelopes that a service offers, over real HTTP.

use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Method, Request, Response, header},
    routing::get,
};
use errcode::{
    ApiError, ErrorView, FieldErrors,
    axum::{Error, Errors},
    envelope::{Html, Markdown, Negotiated, Nested, Offer, Problem},
};
use http_body_util::BodyExt as _;
use hyper_util::{client::legacy::Client, rt::TokioExecutor};
use tokio::net::TcpListener;

type House = Negotiated<(Nested, Problem, Markdown, Html)>;

#[derive(Debug, thiserror::Error, ApiError)]
enum JobError {
    /// Job gone
    #[error("job {0} expired in store db-7")]
    #[api(
        code = "JOB_EXPIRED",
        status = 410,
        message = "Job <{0}> has expired",
        resolution = "Submit it again",
        docs_url = "https://docs.example.com/errors/JOB_EXPIRED"
    )]
    Expired(#[api(detail = "job_id")] String),
    /// Private
    #[error("connection to db-7 refused")]
    #[api(code = "JOB_STORE", status = 503, retry_after = 5, header("Vary", "Origin"))]
    Store,
    #[error("invalid")]
    #[api(code = "JOB_INVALID", status = 422)]
    Invalid(#[api(field_errors)] FieldErrors),
}

/// The old envelope under the old path, and for clients that ask for it.
struct Migration;

impl Offer for Migration {
    type Envelopes = (Problem, Nested);
    const VARY: Option<&'static str> = Some("x-api-version");

    fn choose(view: ErrorView<'_>) -> usize {
        let is_old_path = view.path().is_some_and(|path| path.starts_with("/v1/"));
        usize::from(is_old_path || view.context::<OldVersion>().is_some())
    }
}

#[derive(Clone)]
struct OldVersion;

async fn expired() -> Error<House> {
    JobError::Expired("*7* <script>".to_owned()).into()
}

async fn invalid() -> Error<House> {
    let whole = ("", "must have an owner");
    JobError::Invalid(FieldErrors::from([whole, ("items[2].sku", "must not be <empty>")])).into()
}

async fn serve(app: Router) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async { axum::serve(listener, app).await.unwrap() });
    format!("http://{address}")
}

async fn service() -> String {
    let routes = Router::new()
        .route("/expired", get(expired))
        .route("/invalid", get(invalid))
        .route("/store", get(async || Error::<House>::from(JobError::Store)));
    serve(Errors::<House>::new().install(routes)).await
}

async fn send(request: Request<Body>) -> Response<String> {
    let client = Client::builder(TokioExecutor::new()).build_http();
    let (parts, body) = client.request(request).await.unwrap().into_parts();
    let body = body.collect().await.unwrap().to_bytes();
    Response::from_parts(parts, String::from_utf8(body.to_vec()).unwrap())
}

async fn ask(url: &str, accept: &str) -> Response<String> {
    send(Request::get(url).header(header::ACCEPT, accept).body(Body::empty()).unwrap()).await
}

fn content_type(headers: &HeaderMap) -> &str {
    headers[header::CONTENT_TYPE].to_str().unwrap()
}

#[tokio::test]
async fn accept_chooses_for_every_error_of_the_service() {
    let service = service().await;
    for (accept, expected) in [
        ("*/*", "application/json"),
        ("image/png", "application/json"),
        ("application/problem+json", "application/problem+json"),
        ("application/json;q=0.5, application/problem+json;q=0.6", "application/problem+json"),
        ("text/markdown", "text/markdown; charset=utf-8"),
        ("text/html,application/xhtml+xml,*/*;q=0.8", "text/html; charset=utf-8"),
        ("no media type, ;;;, \"", "application/json"),
    ] {
        for path in ["/expired", "/no/such/route"] {
            let response = ask(&format!("{service}{path}"), accept).await;
            assert_eq!(content_type(response.headers()), expected, "{accept} {path}");
            assert_eq!(response.headers()[header::VARY], "accept");
        }
    }
    let request = Request::get(format!("{service}/expired")).body(Body::empty()).unwrap();
    assert_eq!(content_type(send(request).await.headers()), "application/json");
}

#[tokio::test]
async fn what_an_error_varies_by_is_kept() {
    let response = ask(&format!("{}/store", service().await), "text/markdown").await;
    let vary: Vec<_> = response.headers().get_all(header::VARY).iter().collect();
    assert_eq!(vary, ["Origin", "accept"]);
    assert_eq!(response.headers()[header::RETRY_AFTER], "5");
}

#[tokio::test]
async fn markdown_says_what_to_do_and_shows_nothing_private() {
    let service = service().await;
    let text = ask(&format!("{service}/expired"), "text/markdown").await.into_body();
    assert!(
        text.starts_with("# Job gone\n\nJob \\<\\*7\\* \\<script\\>\\> has expired\n"),
        "{text}"
    );
    assert!(text.contains("\n- What to do: Submit it again\n"), "{text}");
    assert!(text.contains("\n- Documentation: <https://docs.example.com/errors/JOB_EXPIRED>\n"));
    assert!(text.contains("\n- `job_id`: `\"*7* <script>\"`\n"), "{text}");
    let text = ask(&format!("{service}/store"), "text/markdown").await.into_body();
    assert!(text.starts_with("# Service Unavailable\n\nService Unavailable\n"), "{text}");
    assert!(text.contains("may succeed after 5 seconds") && !text.contains("db-7"), "{text}");
    let text = ask(&format!("{service}/invalid"), "text/markdown").await.into_body();
    assert!(text.contains("\n- As a whole: must have an owner\n"), "{text}");
    assert!(text.contains("\n- `items[2].sku`: must not be \\<empty\\>\n"), "{text}");
}

#[tokio::test]
async fn html_is_a_page_without_scripts() {
    let service = service().await;
    let response = ask(&format!("{service}/expired"), "text/html").await;
    assert!(
        response.headers()[header::CONTENT_SECURITY_POLICY]
            .to_str()
            .unwrap()
            .starts_with("default-src 'none'")
    );
    let page = response.into_body();
    assert!(page.contains("<p>Job &lt;*7* &lt;script&gt;&gt; has expired</p>"), "{page}");
    assert!(page.contains("<a href=\"https://docs.example.com/errors/JOB_EXPIRED\">"), "{page}");
    assert!(!page.contains("<script"), "{page}");
    let page = ask(&format!("{service}/store"), "text/html").await.into_body();
    assert!(!page.contains("db-7") && !page.contains("Private"), "{page}");
    let page = ask(&format!("{service}/invalid"), "text/html").await.into_body();
    assert!(page.contains("<dt>As a whole</dt><dd>must have an owner</dd>"), "{page}");
    assert!(page.contains("<dt><code>items[2].sku</code></dt><dd>must not be &lt;empty&gt;</dd>"));
}

#[tokio::test]
async fn a_long_or_split_accept_is_read_and_head_has_no_body() {
    let service = service().await;
    let url = format!("{service}/expired");
    let long = format!("{}text/markdown", "application/x-unknown;q=0.9, ".repeat(280));
    assert!(long.len() > 7_500);
    assert_eq!(content_type(ask(&url, &long).await.headers()), "text/markdown; charset=utf-8");

    let request = Request::get(&url)
        .header(header::ACCEPT, "text/html;q=0.1")
        .header(header::ACCEPT, "application/problem+json")
        .body(Body::empty());
    let response = send(request.unwrap()).await;
    assert_eq!(content_type(response.headers()), "application/problem+json");

    for path in ["/expired", "/no/such/route"] {
        let request = Request::builder()
            .method(Method::HEAD)
            .uri(format!("{service}{path}"))
            .header(header::ACCEPT, "text/html");
        let response = send(request.body(Body::empty()).unwrap()).await;
        assert!(response.status().is_client_error());
        assert_eq!(content_type(response.headers()), "text/html; charset=utf-8");
        assert_eq!(response.body(), "");
    }
}

#[tokio::test]
async fn an_old_envelope_stays_under_its_path_and_for_its_header() {
    let gone = async || Error::<Negotiated<Migration>>::from(JobError::Store);
    let routes = Router::new().route("/v1/jobs", get(gone)).route("/v2/jobs", get(gone));
    let errors = Errors::<Negotiated<Migration>>::new().context(|parts, context| {
        if parts.headers.contains_key("x-api-version") { context.with(OldVersion) } else { context }
    });
    let service = serve(errors.install(routes)).await;
    for (path, version, expected) in [
        ("/v1/jobs", false, "application/json"),
        ("/v2/jobs", false, "application/problem+json"),
        ("/v2/jobs", true, "application/json"),
        ("/v3/jobs", false, "application/problem+json"),
    ] {
        let mut request = Request::get(format!("{service}{path}"));
        if version {
            request = request.header("x-api-version", "1");
        }
        let response = send(request.body(Body::empty()).unwrap()).await;
        assert_eq!(content_type(response.headers()), expected, "{path}");
        assert!(
            response.headers().get_all(header::VARY).iter().any(|name| name == "x-api-version")
        );
    }
}
