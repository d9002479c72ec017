//! Header values that are none.

use std::fmt;

use errcode::{ApiError, RequestContext};

use super::everywhere;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("display")]
#[api(code = "HEADER", status = 409, header("X-Fixed", "fixed"))]
struct Sends<T: fmt::Debug + fmt::Display>(
    #[api(header = "X-Bad")] T,
    #[api(header = "X-Good")] &'static str,
);

#[derive(Debug)]
struct FailingDisplay;

impl fmt::Display for FailingDisplay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("half of a value")?;
        Err(fmt::Error)
    }
}

fn assert_left_out(error: &dyn ApiError) {
    for shown in everywhere(error, &RequestContext::new()) {
        let headers = shown.response.headers();
        assert_eq!(headers.get("x-bad"), None, "{error:?}");
        assert_eq!(headers["x-good"], "good");
        assert_eq!(headers["x-fixed"], "fixed");
        assert_eq!(headers.len(), 3, "{headers:?}");
        assert_eq!(shown.at(shown.code), "HEADER");
    }
}

#[test]
fn a_value_whose_display_fails_is_left_out() {
    assert_left_out(&Sends(FailingDisplay, "good"));
}

#[test]
fn a_value_with_control_characters_is_left_out() {
    for byte in (0_u8..0x20).filter(|byte| *byte != b'\t').chain([0x7f]) {
        let value = format!("before{}after", char::from(byte));
        assert_left_out(&Sends(value, "good"));
    }
}

#[test]
fn a_value_that_would_add_a_header_is_left_out() {
    assert_left_out(&Sends("x\r\nSet-Cookie: session=stolen", "good"));
    assert_left_out(&Sends("x\nX-Good: bad", "good"));
}

#[test]
fn a_value_that_is_not_ascii_is_left_out() {
    for value in ["é", "\u{80}", "\u{ff}", "日本", "\u{1F600}"] {
        assert_left_out(&Sends(value, "good"));
    }
}
