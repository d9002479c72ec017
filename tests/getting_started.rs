//! The service that the README begins with: it answers as the README shows.

use std::collections::BTreeMap;

use axum::{
    body::Body,
    http::{Request, Response},
};
use http_body_util::BodyExt as _;
use serde_json::Value;
use tower::Service as _;

// What follows, up to the next comment, stands in the README.

use axum::{Router, routing::get};
use errcode::{
    ApiError, RequestContext,
    axum::{Error, Errors, Path},
};

#[derive(Debug, thiserror::Error, ApiError)]
#[api(prefix = "JOB_")]
enum JobError {
    #[error("job {id} not found")]
    #[api(code = "JOB_NOT_FOUND", status = 404)]
    NotFound {
        #[api(detail = "job_id")]
        id: u64,
    },

    #[error("lost the connection to {address}")]
    #[api(code = "JOB_STORE_DOWN", status = 503, retry_after = 5)]
    StoreDown { address: &'static str },
}

async fn job(Path(id): Path<u64>) -> Result<String, Error> {
    match id {
        1 => Ok("running".to_owned()),
        2 => Err(JobError::StoreDown { address: "db-7.internal:5432" })?,
        _ => Err(JobError::NotFound { id })?,
    }
}

// The rest asks the service.

fn service() -> Router {
    let errors: Errors = Errors::new().on_error(|error: &dyn ApiError, _: &RequestContext| {
        eprintln!("{}: {error}", error.code());
    });
    errors.install(Router::new().route("/jobs/{id}", get(job)))
}

const README: &str = include_str!("../README.md");

#[test]
fn the_readme_has_this_service() {
    let service = include_str!("getting_started.rs");
    let (_, service) = service.split_once("in the README.\n\n").expect("the service begins");
    let (service, _) = service.split_once("\n// The rest").expect("the service ends");
    assert!(README.contains(service.trim_end()), "the README should have:\n{service}");
}

/// A request of the README, and what it shows of the response.
struct Shown {
    path: String,
    request_id: String,
    /// The status line and the headers, if the README shows them.
    head: Vec<String>,
    body: Value,
}

fn shown() -> Vec<Shown> {
    let (_, session) = README.split_once("```console\n").expect("a session begins");
    let (session, _) = session.split_once("```").expect("the session ends");
    let shown = session.split("$ curl ").skip(1).map(|request| {
        let (command, answer) = request.split_once('\n').expect("an answer follows");
        let (_, request_id) = command.split_once("x-request-id: ").expect("it has an identifier");
        let (request_id, _) = request_id.split_once('\'').expect("the header ends");
        let (_, path) = command.split_once(":3000").expect("it has a path");
        let (head, body) = answer.split_at(answer.find('{').expect("it has a body"));
        Shown {
            path: path.to_owned(),
            request_id: request_id.to_owned(),
            head: head.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect(),
            body: serde_json::from_str(body).expect("the body is JSON"),
        }
    });
    shown.collect()
}

#[tokio::test]
async fn it_answers_as_the_readme_shows() {
    let shown = shown();
    assert_eq!(shown.len(), 3);
    for Shown { path, request_id, head, body } in shown {
        let request = Request::get(&path).header("x-request-id", request_id);
        let request = request.body(Body::empty()).expect("the request is complete");
        let response: Response<Body> = service().call(request).await.expect("it is infallible");
        let (parts, answer) = response.into_parts();

        let headers = parts.headers.iter().filter(|(name, _)| *name != "content-length");
        let headers = headers.map(|(name, value)| {
            (name.to_string(), value.to_str().expect("it is text").to_owned())
        });
        if let [status, expected @ ..] = &*head {
            assert_eq!(*status, format!("HTTP/1.1 {}", parts.status));
            let expected = expected.iter().map(|line| {
                let (name, value) = line.split_once(": ").expect("a header has a value");
                (name.to_owned(), value.to_owned())
            });
            assert_eq!(headers.collect::<BTreeMap<_, _>>(), expected.collect());
        }
        let answer = answer.collect().await.expect("the body is there").to_bytes();
        assert_eq!(serde_json::from_slice::<Value>(&answer).expect("it is JSON"), body);
    }
}
