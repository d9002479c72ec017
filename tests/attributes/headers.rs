//! `header` on a variant and on a field.

use errcode::{
    ApiError, RequestContext,
    envelope::Problem,
    http::{HeaderMap, header},
    render,
};

#[derive(Debug, thiserror::Error, ApiError)]
#[error("{self:?}")]
#[api(status = 429)]
enum Limit {
    #[api(
        code = "FIXED",
        header("Cache-Control", "no-store"),
        header("X-Empty", ""),
        header("WWW-Authenticate", "Bearer realm=\"jobs\", error=\"invalid_token\"")
    )]
    Fixed,
    #[api(code = "DYNAMIC", header("X-Scope", "jobs"))]
    Dynamic {
        #[api(header = "X-RateLimit-Limit")]
        limit: u32,
        #[api(header = "X-RateLimit-Remaining")]
        remaining: Option<u32>,
        #[api(header = "X-Plan")]
        plan: String,
    },
    #[api(code = "TUPLE")]
    Tuple(#[api(header = "X-First")] &'static str, #[api(header = "X-Second")] bool),
    #[api(code = "BARE")]
    Bare,
}

fn dynamic(plan: &str) -> Limit {
    Limit::Dynamic { limit: 60, remaining: None, plan: plan.to_owned() }
}

fn pairs(headers: &HeaderMap) -> Vec<(&str, &str)> {
    let mut pairs: Vec<_> =
        headers.iter().map(|(name, value)| (name.as_str(), value.to_str().unwrap())).collect();
    pairs.sort_unstable();
    pairs
}

#[test]
fn static_headers_are_sent_as_written() {
    assert_eq!(
        pairs(&Limit::Fixed.headers()),
        [
            ("cache-control", "no-store"),
            ("www-authenticate", "Bearer realm=\"jobs\", error=\"invalid_token\""),
            ("x-empty", ""),
        ]
    );
}

#[test]
fn a_field_is_sent_as_it_displays() {
    let error = Limit::Dynamic { limit: 60, remaining: Some(0), plan: "free tier".to_owned() };
    assert_eq!(
        pairs(&error.headers()),
        [
            ("x-plan", "free tier"),
            ("x-ratelimit-limit", "60"),
            ("x-ratelimit-remaining", "0"),
            ("x-scope", "jobs"),
        ]
    );
    assert_eq!(pairs(&Limit::Tuple("a", true).headers()), [("x-first", "a"), ("x-second", "true")]);
}

#[test]
fn none_sends_no_header() {
    assert!(!dynamic("free").headers().contains_key("x-ratelimit-remaining"));
}

#[test]
fn a_variant_that_declares_none_has_none() {
    assert!(Limit::Bare.headers().is_empty());
}

#[test]
fn a_value_that_is_no_legal_header_value_is_left_out_and_the_others_are_sent() {
    for illegal in [
        "a\r\nSet-Cookie: session=stolen",
        "a\nb",
        "a\rb",
        "nul\0",
        "bell\u{7}",
        "delete\u{7f}",
        "größer",
        "日本",
        "\u{2028}",
    ] {
        let headers = dynamic(illegal).headers();
        assert_eq!(
            pairs(&headers),
            [("x-ratelimit-limit", "60"), ("x-scope", "jobs")],
            "{illegal:?}"
        );
    }
}

#[test]
fn a_value_longer_than_any_server_sends_is_left_out() {
    // Clients and proxies refuse the whole response then, and with it the error's code.
    let headers = dynamic(&"x".repeat(1 << 20)).headers();
    assert!(!headers.contains_key("x-plan"));
    assert_eq!(headers["x-ratelimit-limit"], "60");
}

#[test]
fn a_tab_and_every_visible_ascii_character_are_legal() {
    let visible: String = (' '..='~').chain(['\t', 'x']).collect();
    let visible = visible.trim_start();
    assert_eq!(dynamic(visible).headers()["x-plan"].as_bytes(), visible.as_bytes());
}

#[test]
fn the_response_has_the_declared_headers_beside_its_content_type() {
    let response = render::<Problem>(&Limit::Fixed, &RequestContext::new());
    assert_eq!(response.headers()[header::CACHE_CONTROL], "no-store");
    assert_eq!(response.headers()[header::CONTENT_TYPE], "application/problem+json");
    assert_eq!(response.headers().len(), 4);
}

#[test]
fn header_names_are_the_same_in_any_case() {
    #[derive(Debug, thiserror::Error, ApiError)]
    #[error("cased")]
    #[api(code = "CASED", status = 400, header("x-LOWER-upper", "1"))]
    struct Cased;

    assert_eq!(Cased.headers()["X-Lower-Upper"], "1");
}

#[test]
fn headers_say_nothing_about_the_body() {
    assert!(dynamic("free").details().is_empty());
}
