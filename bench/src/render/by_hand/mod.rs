//! What a service writes without errcode: a struct with exactly the members of the body.
//!
//! It is the leanest such code that is still idiomatic: a struct for each error wherever the details stand beside
//! other members, so no `#[serde(flatten)]`; no member that might be missing; strings borrowed where they can be.

mod google;
mod json_api;

use std::time::Duration;

use http::{
    HeaderName, HeaderValue, Response, StatusCode,
    header::{CONTENT_TYPE, RETRY_AFTER},
};
use serde::Serialize;

use super::{JobError, Occurrence};
pub use google::google;
pub use json_api::json_api;

/// The room that `serde_json::to_vec` reserves; it grows from there.
pub const TO_VEC: usize = 128;
/// The room that errcode reserves.
pub const RESERVED: usize = 512;

/// Declares a struct with these members, and serializes one.
macro_rules! body {
    ($a:lifetime, $($member:ident: $ty:ty = $value:expr,)*) => {{
        #[derive(Serialize)]
        struct Body<$a> {
            $($member: $ty,)*
        }
        to_vec::<ROOM>(&Body { $($member: $value,)* })
    }};
}

/// `serde_json::to_vec` with as much room reserved.
fn to_vec<const ROOM: usize>(body: &impl Serialize) -> Vec<u8> {
    let mut out = Vec::with_capacity(ROOM);
    serde_json::to_writer(&mut out, body).expect("members of these types can be written");
    out
}

fn message(account: &str, limit: u32) -> String {
    format!("Account {account} may run {limit} jobs at once")
}

/// Problem details.
#[must_use]
pub fn problem<const ROOM: usize>(Occurrence { error, request, .. }: &Occurrence) -> Vec<u8> {
    match error {
        JobError::Limit { account, limit, wait } => body! { 'a,
            r#type: &'static str = "https://docs.example.com/errors/JOB_LIMIT",
            title: &'static str = "Too many jobs at once",
            status: u16 = 429,
            detail: String = message(account, *limit),
            instance: &'a str = &request.path,
            code: &'static str = "JOB_LIMIT",
            retryable: bool = true,
            retry_after: u64 = wait.as_secs(),
            request_id: &'a str = &request.id,
            timestamp: &'a str = &request.timestamp,
        },
        JobError::LimitTwo { account, limit, wait } => body! { 'a,
            r#type: &'static str = "https://docs.example.com/errors/JOB_LIMIT_TWO",
            title: &'static str = "Too many jobs at once",
            status: u16 = 429,
            detail: String = message(account, *limit),
            instance: &'a str = &request.path,
            code: &'static str = "JOB_LIMIT_TWO",
            retryable: bool = true,
            retry_after: u64 = wait.as_secs(),
            request_id: &'a str = &request.id,
            timestamp: &'a str = &request.timestamp,
            account: &'a str = account,
            limit: u32 = *limit,
        },
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
        } => body! { 'a,
            r#type: &'static str = "https://docs.example.com/errors/JOB_LIMIT_EIGHT",
            title: &'static str = "Too many jobs at once",
            status: u16 = 429,
            detail: String = message(account, *limit),
            instance: &'a str = &request.path,
            code: &'static str = "JOB_LIMIT_EIGHT",
            retryable: bool = true,
            retry_after: u64 = wait.as_secs(),
            request_id: &'a str = &request.id,
            timestamp: &'a str = &request.timestamp,
            account: &'a str = account,
            limit: u32 = *limit,
            plan: &'static str = plan,
            trial: bool = *trial,
            rate: f64 = *rate,
            queued: u64 = *queued,
            balance: i64 = *balance,
            region: &'a str = region,
        },
    }
}

/// The details as members of the body.
#[must_use]
pub fn flattened<const ROOM: usize>(Occurrence { error, request, .. }: &Occurrence) -> Vec<u8> {
    match error {
        JobError::Limit { account, limit, .. } => body! { 'a,
            error: bool = true,
            error_code: &'static str = "JOB_LIMIT",
            message: String = message(account, *limit),
            retryable: bool = true,
            request_id: &'a str = &request.id,
            timestamp: &'a str = &request.timestamp,
        },
        JobError::LimitTwo { account, limit, .. } => body! { 'a,
            error: bool = true,
            error_code: &'static str = "JOB_LIMIT_TWO",
            message: String = message(account, *limit),
            retryable: bool = true,
            request_id: &'a str = &request.id,
            timestamp: &'a str = &request.timestamp,
            account: &'a str = account,
            limit: u32 = *limit,
        },
        JobError::LimitEight {
            account, limit, plan, trial, rate, queued, balance, region, ..
        } => {
            body! { 'a,
                error: bool = true,
                error_code: &'static str = "JOB_LIMIT_EIGHT",
                message: String = message(account, *limit),
                retryable: bool = true,
                request_id: &'a str = &request.id,
                timestamp: &'a str = &request.timestamp,
                account: &'a str = account,
                limit: u32 = *limit,
                plan: &'static str = plan,
                trial: bool = *trial,
                rate: f64 = *rate,
                queued: u64 = *queued,
                balance: i64 = *balance,
                region: &'a str = region,
            }
        }
    }
}

#[derive(Serialize)]
struct Two<'a> {
    account: &'a str,
    limit: u32,
}

#[derive(Serialize)]
struct Eight<'a> {
    account: &'a str,
    limit: u32,
    plan: &'static str,
    trial: bool,
    rate: f64,
    queued: u64,
    balance: i64,
    region: &'a str,
}

/// The details as an object in the body.
#[must_use]
pub fn custom<const ROOM: usize>(Occurrence { error, request, .. }: &Occurrence) -> Vec<u8> {
    #[derive(Serialize)]
    struct Custom<'a, D> {
        error: bool,
        error_code: &'static str,
        message: String,
        retryable: bool,
        request_id: &'a str,
        timestamp: &'a str,
        #[serde(skip_serializing_if = "Option::is_none")]
        details: Option<D>,
    }

    fn body<'a, D>(
        error_code: &'static str,
        message: String,
        request: &'a super::Request,
        details: Option<D>,
    ) -> Custom<'a, D> {
        Custom {
            error: true,
            error_code,
            message,
            retryable: true,
            request_id: &request.id,
            timestamp: &request.timestamp,
            details,
        }
    }

    match error {
        JobError::Limit { account, limit, .. } => {
            to_vec::<ROOM>(&body("JOB_LIMIT", message(account, *limit), request, None::<()>))
        }
        JobError::LimitTwo { account, limit, .. } => {
            let details = Two { account, limit: *limit };
            to_vec::<ROOM>(&body("JOB_LIMIT_TWO", message(account, *limit), request, Some(details)))
        }
        JobError::LimitEight {
            account, limit, plan, trial, rate, queued, balance, region, ..
        } => {
            let (limit, trial, rate) = (*limit, *trial, *rate);
            let (queued, balance) = (*queued, *balance);
            let details = Eight { account, limit, plan, trial, rate, queued, balance, region };
            to_vec::<ROOM>(&body(
                "JOB_LIMIT_EIGHT",
                message(account, limit),
                request,
                Some(details),
            ))
        }
    }
}

/// Everything in a member `error`, the details as an object in it.
#[must_use]
pub fn nested<const ROOM: usize>(Occurrence { error, request, .. }: &Occurrence) -> Vec<u8> {
    #[derive(Serialize)]
    struct Nested<'a, D> {
        error: Inner<'a, D>,
    }

    #[derive(Serialize)]
    struct Inner<'a, D> {
        code: &'static str,
        message: String,
        retryable: bool,
        #[serde(skip_serializing_if = "Option::is_none")]
        details: Option<D>,
        retry_after: u64,
        docs_url: &'static str,
        request_id: &'a str,
        timestamp: &'a str,
        path: &'a str,
    }

    fn body<'a, D>(
        (code, docs_url): (&'static str, &'static str),
        message: String,
        wait: Duration,
        request: &'a super::Request,
        details: Option<D>,
    ) -> Nested<'a, D> {
        Nested {
            error: Inner {
                code,
                message,
                retryable: true,
                details,
                retry_after: wait.as_secs(),
                docs_url,
                request_id: &request.id,
                timestamp: &request.timestamp,
                path: &request.path,
            },
        }
    }

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

/// [`json_api`] in a response.
#[must_use]
pub fn json_api_response<const ROOM: usize>(occurrence: &Occurrence) -> Response<Vec<u8>> {
    response(occurrence, "application/vnd.api+json", json_api::<ROOM>(occurrence))
}

/// [`google`] in a response.
#[must_use]
pub fn google_response<const ROOM: usize>(occurrence: &Occurrence) -> Response<Vec<u8>> {
    response(occurrence, "application/json", google::<ROOM>(occurrence))
}

/// [`problem`] in a response.
#[must_use]
pub fn problem_response<const ROOM: usize>(occurrence: &Occurrence) -> Response<Vec<u8>> {
    response(occurrence, "application/problem+json", problem::<ROOM>(occurrence))
}

/// [`flattened`] in a response.
#[must_use]
pub fn flattened_response<const ROOM: usize>(occurrence: &Occurrence) -> Response<Vec<u8>> {
    response(occurrence, "application/json", flattened::<ROOM>(occurrence))
}

/// [`custom`] in a response.
#[must_use]
pub fn custom_response<const ROOM: usize>(occurrence: &Occurrence) -> Response<Vec<u8>> {
    response(occurrence, "application/json", custom::<ROOM>(occurrence))
}

/// [`nested`] in a response.
#[must_use]
pub fn nested_response<const ROOM: usize>(occurrence: &Occurrence) -> Response<Vec<u8>> {
    response(occurrence, "application/json", nested::<ROOM>(occurrence))
}

/// The response around a body. The peers' bodies are put into it too: none of them knows other headers.
pub(super) fn response(
    Occurrence { error, .. }: &Occurrence,
    content_type: &'static str,
    body: Vec<u8>,
) -> Response<Vec<u8>> {
    const RATE_LIMIT: HeaderName = HeaderName::from_static("x-ratelimit-limit");
    let (JobError::Limit { limit, wait, .. }
    | JobError::LimitTwo { limit, wait, .. }
    | JobError::LimitEight { limit, wait, .. }) = error;
    Response::builder()
        .status(StatusCode::TOO_MANY_REQUESTS)
        .header(CONTENT_TYPE, HeaderValue::from_static(content_type))
        .header(RETRY_AFTER, HeaderValue::from(wait.as_secs()))
        .header(RATE_LIMIT, HeaderValue::from(*limit))
        .body(body)
        .expect("a response of legal parts")
}
