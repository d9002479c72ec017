//! Tells whether an answer is what the reference says, and if not, where it differs.

use std::{
    collections::BTreeSet,
    time::{Duration, SystemTime},
};

use axum::{body::Bytes, http::Response};
use serde_json::Value;

use crate::reference::{Answer, Body, NOW};

/// Headers that every answer has, or that say how it travelled.
const TRANSPORT: [&str; 4] = ["cache-control", "content-length", "date", "transfer-encoding"];

pub(crate) fn differences(expected: &Answer, answer: &Response<Bytes>) -> Vec<String> {
    let mut differences = Vec::new();
    if answer.status() != expected.status {
        differences.push(format!("the status should be {}", expected.status));
    }
    let headers: BTreeSet<_> = telling_headers(answer).collect();
    let expected_headers: BTreeSet<_> = expected.headers.iter().copied().collect();
    for (name, value) in expected_headers.difference(&headers) {
        differences.push(format!("there should be a header `{name}: {value}`"));
    }
    for (name, value) in headers.difference(&expected_headers) {
        differences.push(format!("there should be no header `{name}: {value}`"));
    }
    match &expected.body {
        Body::Json(expected) => {
            if !serde_json::from_slice(answer.body()).is_ok_and(|body| same(expected, &body)) {
                differences.push(format!("the body should be {expected:#}"));
            }
        }
        Body::Events(expected) => {
            if events(answer.body()).as_ref() != Some(expected) {
                let expected: Vec<_> =
                    expected.iter().map(|(name, data)| format!("{name} {data}")).collect();
                differences.push(format!("the events should be {}", expected.join(", ")));
            }
        }
    }
    differences
}

/// The headers that say something about this answer: all but those of transport.
pub(crate) fn telling_headers(answer: &Response<Bytes>) -> impl Iterator<Item = (&str, &str)> {
    answer
        .headers()
        .iter()
        .map(|(name, value)| (name.as_str(), value.to_str().unwrap_or("<not text>")))
        .filter(|(name, _)| !TRANSPORT.contains(name))
}

fn same(expected: &Value, actual: &Value) -> bool {
    match (expected, actual) {
        (Value::String(expected), Value::String(actual)) if expected == NOW => is_recent(actual),
        (Value::Object(expected), Value::Object(actual)) => {
            expected.len() == actual.len()
                && expected.iter().all(|(name, expected)| {
                    actual.get(name).is_some_and(|actual| same(expected, actual))
                })
        }
        _ => expected == actual,
    }
}

fn is_recent(timestamp: &str) -> bool {
    humantime::parse_rfc3339(timestamp)
        .ok()
        .and_then(|time| SystemTime::now().duration_since(time).ok())
        .is_some_and(|age| age < Duration::from_secs(60))
}

/// The events of a finished `text/event-stream`.
fn events(stream: &[u8]) -> Option<Vec<(&str, Value)>> {
    let stream = str::from_utf8(stream).ok()?;
    stream
        .split_terminator("\n\n")
        .map(|event| {
            let (name, data) = event.strip_prefix("event: ")?.split_once("\ndata: ")?;
            Some((name, serde_json::from_str(data).ok()?))
        })
        .collect()
}
