//! Numbers that JSON, a header or a format has no room for.

use std::time::Duration;

use errcode::{ApiError, RequestContext};
use serde_json::json;

use super::everywhere;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("display")]
#[api(code = "FLOAT", status = 409)]
struct Floats {
    #[api(detail)]
    single: f32,
    #[api(detail)]
    double: f64,
    #[api(detail)]
    list: Vec<f64>,
}

// JSON has no such numbers (RFC 8259 §6); serde_json writes `null`.
#[test]
fn a_float_that_is_not_finite_is_null() {
    for (single, double) in [
        (f32::NAN, f64::NAN),
        (f32::INFINITY, f64::INFINITY),
        (f32::NEG_INFINITY, f64::NEG_INFINITY),
    ] {
        let error = Floats { single, double, list: vec![double, 1.5] };
        for shown in everywhere(&error, &RequestContext::new()) {
            let is_google = shown.envelope == "Google";
            let null = if is_google { json!("null") } else { json!(null) };
            let list = if is_google { json!("[null,1.5]") } else { json!([null, 1.5]) };
            assert_eq!(shown.detail("single"), Some(null.clone()), "{}", shown.text());
            assert_eq!(shown.detail("double"), Some(null), "{}", shown.text());
            assert_eq!(shown.detail("list"), Some(list), "{}", shown.text());
        }
    }
}

#[test]
fn the_largest_integers_are_written_in_full() {
    #[derive(Debug, thiserror::Error, ApiError)]
    #[error("display")]
    #[api(code = "INTEGERS", status = 409)]
    struct Integers {
        #[api(detail)]
        unsigned: u128,
        #[api(detail)]
        signed: i128,
    }

    let error = Integers { unsigned: u128::MAX, signed: i128::MIN };
    for shown in everywhere(&error, &RequestContext::new()) {
        assert_eq!(shown.at(shown.code), "INTEGERS");
        assert!(shown.text().contains(&u128::MAX.to_string()), "{}", shown.text());
        assert!(shown.text().contains(&i128::MIN.to_string()), "{}", shown.text());
    }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("display")]
#[api(code = "WAIT", status = 503, message = "{0:?}")]
struct Wait(#[api(retry_after, detail = "wait")] Duration);

#[test]
fn a_wait_of_any_length_is_one_header() {
    for wait in [
        Duration::MAX,
        Duration::from_secs(u64::MAX),
        Duration::ZERO,
        Duration::from_nanos(1),
        Duration::new(u64::MAX, 1),
    ] {
        for shown in everywhere(&Wait(wait), &RequestContext::new()) {
            let headers: Vec<_> = shown.response.headers().get_all("retry-after").iter().collect();
            assert_eq!(headers.len(), 1);
            let seconds: u64 = headers[0].to_str().unwrap().parse().unwrap();
            assert!(Duration::from_secs(seconds) >= wait || seconds == u64::MAX);
            assert_eq!(shown.at(shown.message), format!("{wait:?}"));
        }
    }
}

#[test]
fn numbers_of_seconds_that_do_not_fit_are_the_most_that_do() {
    #[derive(Debug, thiserror::Error, ApiError)]
    #[error("display")]
    #[api(code = "WAIT_LONG", status = 503)]
    struct Long(#[api(retry_after)] u128);

    for shown in everywhere(&Long(u128::MAX), &RequestContext::new()) {
        assert_eq!(shown.response.headers()["retry-after"], u64::MAX.to_string());
        assert_eq!(shown.at(shown.code), "WAIT_LONG");
    }
}
