//! `retry_after` on a variant and on a field, and the one header that follows from it.

use std::time::Duration;

use errcode::{ApiError, RequestContext, envelope::Problem, render};

/// Every `Retry-After` of the response, and the body's `retry_after`.
fn answer(error: &dyn ApiError) -> (Vec<String>, Option<u64>) {
    let response = render::<Problem>(error, &RequestContext::new());
    let headers = response.headers().get_all("retry-after").iter();
    let body: serde_json::Value = serde_json::from_slice(response.body()).unwrap();
    (
        headers.map(|value| value.to_str().unwrap().to_owned()).collect(),
        body.get("retry_after").map(|seconds| seconds.as_u64().unwrap()),
    )
}

fn one(seconds: u64) -> (Vec<String>, Option<u64>) {
    (vec![seconds.to_string()], Some(seconds))
}

fn none() -> (Vec<String>, Option<u64>) {
    (vec![], None)
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("{self:?}")]
#[api(status = 429)]
enum Wait {
    #[api(code = "NONE")]
    None,
    #[api(code = "FIXED", retry_after = 30)]
    Fixed,
    #[api(code = "ZERO", retry_after = 0)]
    Zero,
    #[api(code = "DURATION")]
    Duration(#[api(retry_after)] Duration),
    #[api(code = "U8")]
    U8(#[api(retry_after)] u8),
    #[api(code = "U16")]
    U16(#[api(retry_after)] u16),
    #[api(code = "U32")]
    U32(#[api(retry_after)] u32),
    #[api(code = "U64")]
    U64 {
        #[api(retry_after)]
        seconds: u64,
    },
    #[api(code = "USIZE")]
    Usize(#[api(retry_after)] usize),
    #[api(code = "MAYBE_DURATION")]
    MaybeDuration(#[api(retry_after)] Option<Duration>),
    #[api(code = "MAYBE_NUMBER")]
    MaybeNumber(#[api(retry_after)] std::option::Option<u16>),
    #[api(code = "FIXED_UNLESS_SAID", retry_after = 60)]
    FixedUnlessSaid {
        #[api(retry_after)]
        wait: Option<Duration>,
    },
}

#[test]
fn a_static_wait_is_that_of_every_occurrence() {
    assert_eq!(answer(&Wait::Fixed), one(30));
    assert_eq!(answer(&Wait::Zero), one(0));
    assert_eq!(Wait::Fixed.retry_after(), Some(Duration::from_secs(30)));
    assert_eq!(Wait::Fixed.spec().retry_after(), Some(Duration::from_secs(30)));
}

#[test]
fn without_a_wait_there_is_no_header() {
    assert_eq!(answer(&Wait::None), none());
    assert_eq!(Wait::None.retry_after(), None);
}

#[test]
fn every_unsigned_number_is_seconds() {
    assert_eq!(answer(&Wait::U8(u8::MAX)), one(255));
    assert_eq!(answer(&Wait::U16(u16::MAX)), one(65_535));
    assert_eq!(answer(&Wait::U32(u32::MAX)), one(4_294_967_295));
    assert_eq!(answer(&Wait::U64 { seconds: u64::MAX }), one(u64::MAX));
    assert_eq!(answer(&Wait::Usize(7)), one(7));
}

#[test]
fn a_duration_is_whole_seconds_rounded_up() {
    for (wait, seconds) in [
        (Duration::ZERO, 0),
        (Duration::from_nanos(1), 1),
        (Duration::from_millis(999), 1),
        (Duration::from_secs(1), 1),
        (Duration::from_millis(1_001), 2),
        (Duration::from_secs(90), 90),
        (Duration::MAX, u64::MAX),
    ] {
        assert_eq!(answer(&Wait::Duration(wait)), one(seconds), "{wait:?}");
    }
}

#[test]
fn the_error_itself_keeps_the_exact_duration() {
    let wait = Duration::from_millis(1_001);
    assert_eq!(Wait::Duration(wait).retry_after(), Some(wait));
    assert_eq!(Wait::Duration(wait).spec().retry_after(), None);
}

#[test]
fn an_option_that_is_none_says_nothing() {
    assert_eq!(answer(&Wait::MaybeDuration(None)), none());
    assert_eq!(answer(&Wait::MaybeNumber(None)), none());
    assert_eq!(answer(&Wait::MaybeDuration(Some(Duration::from_secs(3)))), one(3));
    assert_eq!(answer(&Wait::MaybeNumber(Some(4))), one(4));
}

#[test]
fn an_option_that_is_none_leaves_it_to_the_static_wait() {
    assert_eq!(answer(&Wait::FixedUnlessSaid { wait: None }), one(60));
    assert_eq!(answer(&Wait::FixedUnlessSaid { wait: Some(Duration::from_secs(2)) }), one(2));
    let zero = Wait::FixedUnlessSaid { wait: Some(Duration::ZERO) };
    assert_eq!(answer(&zero), one(0));
}

#[test]
fn a_wait_may_be_a_detail_and_another_header_too() {
    #[derive(Debug, thiserror::Error, ApiError)]
    #[error("later")]
    #[api(code = "LATER", status = 503)]
    struct Later {
        #[api(retry_after, detail = "wait_seconds", header = "X-Wait")]
        wait: u64,
    }

    let later = Later { wait: 12 };
    assert_eq!(answer(&later), one(12));
    assert_eq!(later.headers()["x-wait"], "12");
    assert_eq!(serde_json::to_string(&later.details()).unwrap(), r#"{"wait_seconds":12}"#);
}

#[test]
fn a_retry_after_header_may_be_declared_as_a_date() {
    #[derive(Debug, thiserror::Error, ApiError)]
    #[error("until {until}")]
    #[api(code = "MAINTENANCE", status = 503)]
    struct Maintenance {
        #[api(header = "Retry-After")]
        until: &'static str,
    }

    let error = Maintenance { until: "Fri, 31 Dec 1999 23:59:59 GMT" };
    assert_eq!(answer(&error), (vec!["Fri, 31 Dec 1999 23:59:59 GMT".to_owned()], None));
}
