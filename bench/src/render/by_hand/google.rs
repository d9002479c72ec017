//! Google's error model.

use std::time::Duration;

use serde::Serialize;

use super::{message, to_vec};
use crate::render::{JobError, Occurrence, Request as Of};

#[derive(Serialize)]
struct Body<'a, D> {
    error: Error<'a, D>,
}

#[derive(Serialize)]
struct Error<'a, D> {
    code: u16,
    message: String,
    status: &'static str,
    details: (Info<D>, Retry, Request<'a>, Help),
}

#[derive(Serialize)]
struct Info<D> {
    #[serde(rename = "@type")]
    r#type: &'static str,
    reason: &'static str,
    domain: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    metadata: Option<D>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Retry {
    #[serde(rename = "@type")]
    r#type: &'static str,
    retry_delay: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Request<'a> {
    #[serde(rename = "@type")]
    r#type: &'static str,
    request_id: &'a str,
}

#[derive(Serialize)]
struct Help {
    #[serde(rename = "@type")]
    r#type: &'static str,
    links: [Link; 1],
}

#[derive(Serialize)]
struct Link {
    description: &'static str,
    url: &'static str,
}

/// Metadata has strings only.
#[derive(Serialize)]
struct Two<'a> {
    account: &'a str,
    limit: String,
}

#[derive(Serialize)]
struct Eight<'a> {
    account: &'a str,
    limit: String,
    plan: &'static str,
    trial: &'static str,
    rate: String,
    queued: String,
    balance: String,
    region: &'a str,
}

fn body<'a, D>(
    (reason, url): (&'static str, &'static str),
    message: String,
    wait: Duration,
    request: &'a Of,
    metadata: Option<D>,
) -> Body<'a, D> {
    Body {
        error: Error {
            code: 429,
            message,
            status: "RESOURCE_EXHAUSTED",
            details: (
                Info {
                    r#type: "type.googleapis.com/google.rpc.ErrorInfo",
                    reason,
                    domain: "docs.example.com",
                    metadata,
                },
                Retry {
                    r#type: "type.googleapis.com/google.rpc.RetryInfo",
                    retry_delay: format!("{}s", wait.as_secs()),
                },
                Request {
                    r#type: "type.googleapis.com/google.rpc.RequestInfo",
                    request_id: &request.id,
                },
                Help {
                    r#type: "type.googleapis.com/google.rpc.Help",
                    links: [Link { description: "Too many jobs at once", url }],
                },
            ),
        },
    }
}

/// Google's error model.
#[must_use]
pub fn google<const ROOM: usize>(Occurrence { error, request, .. }: &Occurrence) -> Vec<u8> {
    match error {
        JobError::Limit { account, limit, wait } => {
            let code = ("JOB_LIMIT", "https://docs.example.com/errors/JOB_LIMIT");
            to_vec::<ROOM>(&body(code, message(account, *limit), *wait, request, None::<()>))
        }
        JobError::LimitTwo { account, limit, wait } => {
            let code = ("JOB_LIMIT_TWO", "https://docs.example.com/errors/JOB_LIMIT_TWO");
            let details = Two { account, limit: limit.to_string() };
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
            let message = message(account, *limit);
            let details = Eight {
                account,
                limit: limit.to_string(),
                plan,
                trial: if *trial { "true" } else { "false" },
                rate: rate.to_string(),
                queued: queued.to_string(),
                balance: balance.to_string(),
                region,
            };
            to_vec::<ROOM>(&body(code, message, *wait, request, Some(details)))
        }
    }
}
