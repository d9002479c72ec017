//! The same four errors written by hand and derived: they answer alike, in the numbers of lines that the README says.

#![allow(unreachable_pub, reason = "both enums stand as they do in a service")]

mod by_hand;
mod derived;

use std::{collections::BTreeMap, time::Duration};

use axum::response::{IntoResponse, Response};
use http_body_util::BodyExt;
use serde_json::Value;

/// What a client sees.
async fn answer(response: Response) -> (u16, BTreeMap<String, String>, Value) {
    let (head, body) = response.into_parts();
    let body = body.collect().await.expect("the body is there").to_bytes();
    let headers = head.headers.iter().filter(|(name, _)| *name != "content-length");
    let headers = headers
        .map(|(name, value)| (name.to_string(), value.to_str().expect("text").to_owned()))
        .collect();
    (head.status.as_u16(), headers, serde_json::from_slice(&body).expect("the body is JSON"))
}

/// The same error of either enum.
macro_rules! both {
    ($($error:tt)+) => {
        (
            answer(by_hand::JobError::$($error)+.into_response()).await,
            answer(derived::JobError::$($error)+.into_response()).await,
        )
    };
}

#[tokio::test]
async fn both_answer_alike() {
    let wait = Duration::from_millis(1500);
    for (by_hand, derived) in [
        both!(NotFound { id: 7 }),
        both!(Expired { id: 7, deadline: 1700 }),
        both!(LimitExceeded { limit: 8, wait }),
        both!(StoreDown("db-7.internal".to_owned())),
    ] {
        assert_eq!(by_hand, derived);
    }
}

#[test]
fn the_readme_says_how_many_lines_each_takes() {
    let lines = |source: &str| source.lines().filter(|line| !line.trim().is_empty()).count();
    let by_hand = lines(include_str!("by_hand.rs"));
    let derived = lines(include_str!("derived.rs"));
    let claim = format!("{by_hand} lines by hand and {derived} derived");
    let readme: Vec<_> = include_str!("../../README.md").split_whitespace().collect();
    assert!(readme.join(" ").contains(&claim), "the README should say: {claim}");
}
