//! One event for each error that leaves the service.

use std::{
    io,
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

    let lines = Lines::default();
    let writer = lines.clone();
    let subscriber = tracing_subscriber::fmt()
        .json()
        .flatten_event(true)
        .with_max_level(Level::TRACE)
        .with_writer(move || writer.clone())
        .finish();
    tracing::subscriber::with_default(subscriber, || {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(async {
            for path in ["/store", "/denied", "/job", "/nowhere"] {
                let request = Request::get(path).header("x-request-id", "req-1");
                app.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
            }
        });
    });

    let lines = String::from_utf8(lines.0.lock().unwrap().clone()).unwrap();
    let events: Vec<Value> =
        lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
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
