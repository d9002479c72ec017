//! One event for each error that leaves the service.

use std::{
    fmt, io,
    sync::{Arc, Mutex},
};

use axum::{Router, body::Body, http::Request, routing::get};
use errcode::{
    ApiError,
    axum::{Error, Errors},
    envelope::Nested,
    tracing::Log,
};
use serde_json::Value;
use tower::ServiceExt as _;
use tracing::Level;

#[derive(Debug, thiserror::Error, ApiError)]
enum JobError {
    #[error("cannot save job")]
    #[api(code = "JOB_STORE", status = 500)]
    Store(#[source] io::Error),
    #[error("no job")]
    #[api(code = "JOB_NOT_FOUND", status = 404)]
    NotFound,
    #[error("denied to mallory")]
    #[api(code = "JOB_DENIED", status = 403, message = "denied")]
    Denied,
}

/// Its text cannot be shown to the end.
#[derive(Debug, ApiError)]
#[api(code = "BROKEN", status = 500)]
struct Broken(fn() -> fmt::Result);

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("half ")?;
        (self.0)()
    }
}

impl std::error::Error for Broken {}

/// Its source is itself.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("a circle")]
#[api(code = "CIRCLE", status = 500)]
struct Circle(#[source] Box<Round>);

#[derive(Debug)]
struct Round;

impl fmt::Display for Round {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("round")
    }
}

impl std::error::Error for Round {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(self)
    }
}

/// What a client sent may be in a private text.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("no job {0}")]
#[api(code = "JOB_NAME", status = 404, message = "no such job")]
struct NoSuchName(&'static str);

#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl io::Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The events of an application that is asked for paths.
fn events(app: &Router, paths: &[&str]) -> Vec<Value> {
    let lines = Lines::default();
    let writer = lines.clone();
    let subscriber = tracing_subscriber::fmt()
        .json()
        .flatten_event(true)
        .with_max_level(Level::TRACE)
        .with_writer(move || writer.clone())
        .finish();
    let written = written(app, paths, subscriber, &lines);
    written.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// What a subscriber writes meanwhile.
fn written(
    app: &Router,
    paths: &[&str],
    subscriber: impl tracing::Subscriber + Send + Sync + 'static,
    lines: &Lines,
) -> String {
    tracing::subscriber::with_default(subscriber, || {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(async {
            for path in paths {
                let request = Request::get(*path).header("x-request-id", "req-1");
                app.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
            }
        });
    });
    String::from_utf8(lines.0.lock().unwrap().clone()).unwrap()
}

#[test]
fn one_event_says_what_went_wrong() {
    type Answer = Result<(), Error<Nested>>;
    let app = Router::new()
        .route(
            "/store",
            get(async || -> Answer { Err(JobError::Store(io::Error::other("refused")))? }),
        )
        .route("/denied", get(async || -> Answer { Err(JobError::Denied)? }))
        .route("/job", get(async || -> Answer { Err(JobError::NotFound)? }));
    let log = Log::new().client_errors(Level::DEBUG).level("JOB_DENIED", Level::WARN);
    let app: Router = Errors::<Nested>::new().on_error(log).install(app);

    let events = events(&app, &["/store", "/denied", "/job", "/nowhere"]);
    let told: Vec<_> = events
        .iter()
        .map(|event| {
            let text = |name: &str| event[name].as_str().unwrap_or_default().to_owned();
            assert_eq!(text("request.id"), "req-1");
            (text("level"), text("error.type"), text("exception.message"))
        })
        .collect();
    let expected = [
        ("ERROR", "JOB_STORE", "cannot save job: refused"),
        ("WARN", "JOB_DENIED", "denied to mallory"),
        ("DEBUG", "JOB_NOT_FOUND", "no job"),
        ("DEBUG", "ROUTE_NOT_FOUND", "no route matches the path"),
    ];
    assert_eq!(told, expected.map(|(a, b, c)| (a.to_owned(), b.to_owned(), c.to_owned())));
    assert_eq!(events[0]["http.response.status_code"], 500);
    assert!(events[0]["code.location"].as_str().unwrap().starts_with("tests/tracing.rs:"));
    assert_eq!(events[1].get("code.location"), None);
}

#[test]
fn an_error_whose_display_breaks_is_an_event_like_any_other() {
    type Answer = Result<(), Error<Nested>>;
    let app = Router::new()
        .route("/fails", get(async || -> Answer { Err(Broken(|| Err(fmt::Error)))? }))
        .route("/panics", get(async || -> Answer { Err(Broken(|| panic!("in Display")))? }));
    let app: Router = Errors::<Nested>::new().on_error(Log::new()).install(app);

    let events = events(&app, &["/fails", "/panics", "/nowhere"]);
    let told: Vec<_> = events
        .iter()
        .map(|event| (event["error.type"].as_str(), event["exception.message"].as_str()))
        .collect();
    let expected = [
        ("BROKEN", "half (display failed)"),
        ("BROKEN", "half (display panicked)"),
        ("ROUTE_NOT_FOUND", "no route matches the path"),
    ];
    assert_eq!(told, expected.map(|(code, text)| (Some(code), Some(text))));
}

#[test]
fn a_chain_of_sources_without_an_end_is_cut_off() {
    let route = get(async || Error::<Nested>::from(Circle(Box::new(Round))));
    let app = Router::new().route("/", route);
    let app: Router = Errors::<Nested>::new().on_error(Log::new()).install(app);

    let events = events(&app, &["/"]);
    let text = events[0]["exception.message"].as_str().unwrap();
    assert!(text.starts_with("a circle: round: round: "), "{text}");
    assert!(text.ends_with(": round: …"), "{text}");
}

#[test]
fn no_text_of_an_error_begins_another_line_of_a_log() {
    const NAME: &str = "x\n2026-11-21T00:00:00Z ERROR faked \u{1b}[31m";

    let app = Router::new().route("/", get(async || Error::<Nested>::from(NoSuchName(NAME))));
    let app: Router = Errors::<Nested>::new().on_error(Log::new()).install(app);

    let lines = Lines::default();
    let writer = lines.clone();
    let subscriber =
        tracing_subscriber::fmt().with_ansi(false).with_writer(move || writer.clone()).finish();
    let written = written(&app, &["/"], subscriber, &lines);
    assert_eq!(written.lines().count(), 1, "{written}");
    assert!(!written.contains('\u{1b}'), "{written}");
    assert!(written.contains(r#"exception.message="no job x\n2026"#), "{written}");

    assert_eq!(events(&app, &["/"])[0]["exception.message"], format!("no job {NAME}"));
}
