//! Requests that no client should send, over real HTTP: the service goes on, and each answer is one of its envelopes.

use std::{
    io::{Read as _, Write as _},
    net::{Shutdown, SocketAddr, TcpStream},
    sync::LazyLock,
    time::Duration,
};

use axum::{
    Router,
    routing::{get, post},
};
use errcode::{
    ApiError, Envelope, ErrorView,
    axum::{Error, Errors, Json, Path, Query},
    envelope::{Html, Markdown, Negotiated, Nested, Problem},
};
use proptest::prelude::*;
use serde::{Deserialize, Serialize};
use tokio::{net::TcpListener, runtime::Runtime};

type House = Negotiated<(Nested, Problem, Markdown, Html)>;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("job {0} not found")]
#[api(code = "JOB_NOT_FOUND", status = 404)]
struct NotFound(#[api(detail = "id")] String);

#[derive(Deserialize)]
struct Page {
    page: u32,
}

/// An envelope with a defect.
struct Panics;

impl Envelope for Panics {
    fn body(view: ErrorView<'_>) -> impl Serialize {
        assert!(view.code().is_empty(), "secret of the envelope");
        view.code()
    }
}

static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| Runtime::new().unwrap());

fn serve(app: Router) -> SocketAddr {
    let listener = RUNTIME.block_on(TcpListener::bind("127.0.0.1:0")).unwrap();
    let address = listener.local_addr().unwrap();
    RUNTIME.spawn(async { axum::serve(listener, app).await });
    address
}

static SERVICE: LazyLock<SocketAddr> = LazyLock::new(|| {
    let routes = Router::new()
        .route("/jobs/{id}", get(async |Path(id): Path<String>| Error::<House>::from(NotFound(id))))
        .route("/list", get(async |Query(page): Query<Page>| page.page.to_string()))
        .route("/orders", post(async |Json(skus): Json<Vec<String>>| skus.concat()));
    serve(Errors::<House>::new().install(routes))
});

struct Answer {
    status: u16,
    headers: Vec<(String, String)>,
    body: String,
}

impl Answer {
    fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(header, _)| header == name);
        found.map(|(_, value)| &**value)
    }
}

/// Sends a request of HTTP/1.0, after whose answer the connection is closed. `None` without an answer.
fn send(address: SocketAddr, request: &[u8]) -> Option<Answer> {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
    stream.write_all(request).unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    let answer = String::from_utf8(answer).unwrap();
    let (head, body) = answer.split_once("\r\n\r\n")?;
    let mut lines = head.split("\r\n");
    let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
    let headers = lines.filter_map(|line| line.split_once(": "));
    let headers = headers.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    Some(Answer { status, headers, body: body.to_owned() })
}

/// What every answer is, whatever was asked: an error in one of the envelopes, with the headers of the service alone.
fn check(answer: &Answer) {
    assert!((400..600).contains(&answer.status), "{}", answer.status);
    for (name, _) in &answer.headers {
        let known = [
            "allow",
            "content-length",
            "content-security-policy",
            "content-type",
            "connection",
            "date",
            "vary",
            "x-content-type-options",
            "x-request-id",
        ];
        assert!(known.contains(&&**name), "{name}");
    }
    let id = answer.header("x-request-id").unwrap();
    match answer.header("content-type").unwrap() {
        "application/json" | "application/problem+json" => {
            let body: serde_json::Value = serde_json::from_str(&answer.body).unwrap();
            let error = body.get("error").unwrap_or(&body);
            assert_eq!(error["request_id"], id);
        }
        "text/markdown; charset=utf-8" => assert!(answer.body.starts_with("# ")),
        other => {
            assert_eq!(other, "text/html; charset=utf-8");
            assert!(answer.body.starts_with("<!doctype html>") && !answer.body.contains("<script"));
        }
    }
}

fn get_with(path: &[u8], name: &str, value: &[u8]) -> Option<Answer> {
    let head = [b"GET ", path, b" HTTP/1.0\r\n", name.as_bytes(), b": ", value, b"\r\n\r\n"];
    send(*SERVICE, &head.concat())
}

#[test]
fn accepted_types_of_any_size_and_sense_are_answered() {
    let types = |one: &str| one.repeat(8 << 10 >> 4).into_bytes();
    for accept in [
        types("text/markdown, *"),
        types("a/b;c=\"\\\",\\\\d\","),
        types(";,;=q/*;q=9.99,,"),
        b"text/html;q=1.0001, text/markdown;q=-1".to_vec(),
        b"text/html;charset=\"utf-8".to_vec(),
        b"\xff\xfe, text/html".to_vec(),
        b"".to_vec(),
    ] {
        check(&get_with(b"/jobs/7", "accept", &accept).expect("an answer"));
    }
}

#[test]
fn paths_queries_and_bodies_that_are_broken_are_answered() {
    for path in [
        "/jobs/%ff%fe",
        "/jobs/%3Cscript%3E",
        "/list?page=%ff",
        "/list?%00=&&&==",
        "/%0d%0aset-cookie:a=b",
    ] {
        for accept in ["*/*", "application/problem+json", "text/markdown", "text/html"] {
            check(&get_with(path.as_bytes(), "accept", accept.as_bytes()).expect(path));
        }
    }
    for body in ["[\"a\"", "[\"\u{0}", "[\"\\ud800\"]", "{}"] {
        let head = "POST /orders HTTP/1.0\r\ncontent-type: application/json\r\ncontent-length:";
        let answer = send(*SERVICE, format!("{head} {}\r\n\r\n{body}", body.len()).as_bytes());
        check(&answer.expect(body));
    }
    // A body that is cut short leaves nobody to answer; the service goes on.
    let mut stream = TcpStream::connect(*SERVICE).unwrap();
    let head =
        "POST /orders HTTP/1.1\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n[";
    stream.write_all(head.as_bytes()).unwrap();
    stream.shutdown(Shutdown::Write).unwrap();
    check(&get_with(b"/jobs/7", "accept", b"*/*").expect("an answer"));
}

#[test]
fn an_envelope_that_panics_is_answered_by_another() {
    let failing = get(async || Error::<Panics>::from(NotFound(String::new())));
    let address = serve(Errors::<Panics>::new().install(Router::new().route("/", failing)));
    for path in ["/", "/nowhere"] {
        let answer = send(address, format!("GET {path} HTTP/1.0\r\n\r\n").as_bytes()).unwrap();
        assert_eq!(answer.status, 500);
        assert_eq!(answer.header("content-type"), Some("application/problem+json"));
        assert!(!answer.body.contains("secret"));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_in_a_header_are_answered_without_a_header_of_theirs(
        name in prop_oneof!["accept", "x-request-id", "content-type"],
        value in prop::collection::vec(prop_oneof![0x20..=0x7e_u8, 0x80..=0xff_u8], 0..200),
    ) {
        check(&get_with(b"/jobs/7", &name, &value).expect("an answer"));
    }

    #[test]
    fn any_path_is_answered(path in "/(jobs/|list[?])?([!-~]|%[0-9a-f]{2}){0,60}") {
        // What is no path at all is the server's to refuse.
        if let Some(answer) = get_with(path.as_bytes(), "accept", b"text/html")
            && answer.header("x-request-id").is_some()
            && answer.status != 200
        {
            check(&answer);
        }
    }
}
