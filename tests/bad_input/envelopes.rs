//! Envelopes that cannot be written.

use errcode::{
    ApiError, Envelope, ErrorView, RequestContext,
    http::{HeaderMap, HeaderValue, header},
    render, to_json,
};
use serde::ser::{Error, Serialize, SerializeMap, Serializer};
use serde_json::{Value, json};

#[derive(Debug, thiserror::Error, ApiError)]
#[error("job \"{id}\" is gone")]
#[api(code = "GONE", status = 410, header("X-A", "1"), retry_after = 3)]
struct Gone {
    #[api(detail)]
    id: u8,
}

const GONE: Gone = Gone { id: 7 };

/// Fails after a part of the body has been written.
struct HalfWay;

struct HalfWayBody;

impl Serialize for HalfWayBody {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("written", "already")?;
        map.serialize_entry(&[1, 2], "a list is no key")?;
        map.end()
    }
}

impl Envelope for HalfWay {
    const CONTENT_TYPE: &'static str = "application/half+json";

    fn body(_: ErrorView<'_>) -> impl Serialize {
        HalfWayBody
    }
}

struct AtOnce;

struct AtOnceBody;

impl Serialize for AtOnceBody {
    fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        Err(S::Error::custom("not today"))
    }
}

impl Envelope for AtOnce {
    fn body(_: ErrorView<'_>) -> impl Serialize {
        AtOnceBody
    }
}

#[test]
fn an_envelope_that_fails_leaves_code_and_message() {
    for body in [
        to_json::<HalfWay>(&GONE, &RequestContext::new()),
        to_json::<AtOnce>(&GONE, &RequestContext::new()),
    ] {
        let body: Value = serde_json::from_slice(&body).unwrap();
        assert_eq!(body, json!({"code": "GONE", "message": "job \"7\" is gone"}));
    }
}

#[test]
fn the_rest_of_the_response_is_what_it_would_be() {
    let response = render::<HalfWay>(&GONE, &RequestContext::new());
    assert_eq!(response.status(), 410);
    assert_eq!(response.headers()["x-a"], "1");
    assert_eq!(response.headers()["retry-after"], "3");
}

/// Works only without the details that fail: the second attempt is taken.
#[test]
fn an_envelope_is_tried_again_without_the_details_that_fail() {
    #[derive(Debug)]
    struct Fails;

    impl Serialize for Fails {
        fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
            Err(S::Error::custom("not today"))
        }
    }

    #[derive(Debug, thiserror::Error, ApiError)]
    #[error("display")]
    #[api(code = "MIXED", status = 409)]
    struct Mixed {
        #[api(detail)]
        good: u8,
        #[api(detail)]
        bad: Fails,
    }

    struct House;

    impl Envelope for House {
        fn body(view: ErrorView<'_>) -> impl Serialize {
            (view.code(), view.details(), view.details().non_empty().is_some())
        }
    }

    let body = to_json::<House>(&Mixed { good: 1, bad: Fails }, &RequestContext::new());
    assert_eq!(String::from_utf8(body).unwrap(), r#"["MIXED",{"good":1},true]"#);
}

/// Replaces a header by one of the connection, and adds a second of those that a response has once.
struct Meddles;

impl Envelope for Meddles {
    const CONTENT_TYPE: &'static str = "application/first+json";

    fn body(view: ErrorView<'_>) -> impl Serialize {
        view.code()
    }

    fn headers(view: ErrorView<'_>, headers: &mut HeaderMap) {
        if view.retry_after().is_none() {
            headers.clear();
            headers.insert(header::CONNECTION, HeaderValue::from_static("close"));
        } else {
            headers.append(header::CONTENT_TYPE, HeaderValue::from_static("text/second"));
            headers.append(header::RETRY_AFTER, HeaderValue::from_static("9"));
            headers.append(header::SET_COOKIE, HeaderValue::from_static("a=1"));
            headers.append(header::SET_COOKIE, HeaderValue::from_static("b=2"));
        }
    }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("bare")]
#[api(code = "BARE", status = 410)]
struct Bare;

#[test]
fn an_envelope_cannot_break_the_response_apart() {
    let response = render::<Meddles>(&GONE, &RequestContext::new());
    let values = |name| response.headers().get_all(name).iter().collect::<Vec<_>>();
    assert_eq!(values(header::CONTENT_TYPE), ["application/first+json"]);
    assert_eq!(values(header::RETRY_AFTER), ["3"]);
    assert_eq!(values(header::SET_COOKIE), ["a=1", "b=2"]);

    let response = render::<Meddles>(&Bare, &RequestContext::new());
    assert!(response.headers().is_empty(), "{:?}", response.headers());
}
