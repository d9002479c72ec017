//! Extensions are a struct of one's own, which serde flattens into the body.

use ::problem_details::{JsonProblemDetails, ProblemDetails};
use http::{StatusCode, Uri};
use serde::Serialize;

use super::message;
use crate::render::{JobError, Occurrence, Request};

#[derive(Serialize)]
struct Zero<'a> {
    code: &'static str,
    retryable: bool,
    retry_after: u64,
    request_id: &'a str,
    timestamp: &'a str,
}

#[derive(Serialize)]
struct Two<'a> {
    code: &'static str,
    retryable: bool,
    retry_after: u64,
    request_id: &'a str,
    timestamp: &'a str,
    account: &'a str,
    limit: u32,
}

#[derive(Serialize)]
struct Eight<'a> {
    code: &'static str,
    retryable: bool,
    retry_after: u64,
    request_id: &'a str,
    timestamp: &'a str,
    account: &'a str,
    limit: u32,
    plan: &'static str,
    trial: bool,
    rate: f64,
    queued: u64,
    balance: i64,
    region: &'a str,
}

pub(super) fn body(Occurrence { error, request, .. }: &Occurrence) -> Vec<u8> {
    let (request_id, timestamp) = (&*request.id, &*request.timestamp);
    match error {
        JobError::Limit { account, limit, wait } => {
            let extensions = Zero {
                code: "JOB_LIMIT",
                retryable: true,
                retry_after: wait.as_secs(),
                request_id,
                timestamp,
            };
            let docs = "https://docs.example.com/errors/JOB_LIMIT";
            render(docs, message(account, *limit), request, extensions)
        }
        JobError::LimitTwo { account, limit, wait } => {
            let extensions = Two {
                code: "JOB_LIMIT_TWO",
                retryable: true,
                retry_after: wait.as_secs(),
                request_id,
                timestamp,
                account,
                limit: *limit,
            };
            let docs = "https://docs.example.com/errors/JOB_LIMIT_TWO";
            render(docs, message(account, *limit), request, extensions)
        }
        JobError::LimitEight {
            account,
            limit,
            wait,
            plan,
            trial,
            rate,
            queued,
            balance,
            region,
        } => {
            let extensions = Eight {
                code: "JOB_LIMIT_EIGHT",
                retryable: true,
                retry_after: wait.as_secs(),
                request_id,
                timestamp,
                account,
                limit: *limit,
                plan,
                trial: *trial,
                rate: *rate,
                queued: *queued,
                balance: *balance,
                region,
            };
            let docs = "https://docs.example.com/errors/JOB_LIMIT_EIGHT";
            render(docs, message(account, *limit), request, extensions)
        }
    }
}

fn render(
    docs: &'static str,
    detail: String,
    request: &Request,
    extensions: impl Serialize,
) -> Vec<u8> {
    let problem = ProblemDetails::new()
        .with_type(Uri::from_static(docs))
        .with_title("Too many jobs at once")
        .with_status(StatusCode::TOO_MANY_REQUESTS)
        .with_detail(detail)
        .with_instance(request.path.parse::<Uri>().expect("a legal path"))
        .with_extensions(extensions);
    JsonProblemDetails::from(problem).to_body_string().expect("JSON").into_bytes()
}
