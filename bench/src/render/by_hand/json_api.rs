//! JSON:API.

use std::time::Duration;

use serde::Serialize;

use super::{Eight, Two, message, to_vec};
use crate::render::{JobError, Occurrence, Request};

#[derive(Serialize)]
struct Document<'a, D> {
    jsonapi: Version,
    errors: [Error<D>; 1],
    meta: Meta<'a>,
}

#[derive(Serialize)]
struct Version {
    version: &'static str,
}

#[derive(Serialize)]
struct Meta<'a> {
    request_id: &'a str,
    timestamp: &'a str,
    path: &'a str,
}

#[derive(Serialize)]
struct Error<D> {
    links: Links,
    status: &'static str,
    code: &'static str,
    title: &'static str,
    detail: String,
    meta: ErrorMeta<D>,
}

#[derive(Serialize)]
struct Links {
    r#type: &'static str,
}

#[derive(Serialize)]
struct ErrorMeta<D> {
    retryable: bool,
    retry_after: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    details: Option<D>,
}

fn body<'a, D>(
    (code, r#type): (&'static str, &'static str),
    detail: String,
    wait: Duration,
    request: &'a Request,
    details: Option<D>,
) -> Document<'a, D> {
    Document {
        jsonapi: Version { version: "1.1" },
        errors: [Error {
            links: Links { r#type },
            status: "429",
            code,
            title: "Too many jobs at once",
            detail,
            meta: ErrorMeta { retryable: true, retry_after: wait.as_secs(), details },
        }],
        meta: Meta { request_id: &request.id, timestamp: &request.timestamp, path: &request.path },
    }
}

/// A JSON:API document.
#[must_use]
pub fn json_api<const ROOM: usize>(Occurrence { error, request, .. }: &Occurrence) -> Vec<u8> {
    match error {
        JobError::Limit { account, limit, wait } => {
            let code = ("JOB_LIMIT", "https://docs.example.com/errors/JOB_LIMIT");
            to_vec::<ROOM>(&body(code, message(account, *limit), *wait, request, None::<()>))
        }
        JobError::LimitTwo { account, limit, wait } => {
            let code = ("JOB_LIMIT_TWO", "https://docs.example.com/errors/JOB_LIMIT_TWO");
            let details = Two { account, limit: *limit };
            to_vec::<ROOM>(&body(code, message(account, *limit), *wait, request, Some(details)))
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
            let code = ("JOB_LIMIT_EIGHT", "https://docs.example.com/errors/JOB_LIMIT_EIGHT");
            let (limit, trial, rate) = (*limit, *trial, *rate);
            let (queued, balance) = (*queued, *balance);
            let details = Eight { account, limit, plan, trial, rate, queued, balance, region };
            to_vec::<ROOM>(&body(code, message(account, limit), *wait, request, Some(details)))
        }
    }
}
