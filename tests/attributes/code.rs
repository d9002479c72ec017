//! `code`, `prefix`, `code_style`, `retired`, and where a code stands.

use errcode::{ApiError, ErrorCodes};

fn codes<E: ErrorCodes>() -> Vec<&'static str> {
    E::CODES.iter().map(errcode::CodeSpec::code).collect()
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("{self:?}")]
#[api(prefix = "JOB_", status = 400)]
enum Prefixed {
    #[api(code = "JOB_A")]
    A,
    #[api(code = "JOB_B2_C3")]
    B,
}

#[test]
fn a_code_is_what_is_written_and_a_prefix_adds_nothing_to_it() {
    assert_eq!(codes::<Prefixed>(), ["JOB_A", "JOB_B2_C3"]);
    assert_eq!(Prefixed::A.code(), "JOB_A");
    assert_eq!(Prefixed::B.spec().code(), "JOB_B2_C3");
}

#[test]
fn screaming_snake_case_is_the_style_unless_another_is_named() {
    #[derive(Debug, thiserror::Error, ApiError)]
    #[error("screaming")]
    #[api(code = "A1_B2", status = 400, code_style = "SCREAMING_SNAKE_CASE")]
    struct Screaming;

    assert_eq!(Screaming.code(), "A1_B2");
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("{self:?}")]
#[api(code_style = "snake_case", prefix = "card_", status = 402)]
enum Snake {
    #[api(code = "card_declined")]
    Declined,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("{self:?}")]
#[api(code_style = "kebab-case", prefix = "card-", status = 402)]
enum Kebab {
    #[api(code = "card-declined-2")]
    Declined,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("{self:?}")]
#[api(code_style = "any", prefix = "Card.", status = 402)]
enum Any {
    #[api(code = "Card.Declined/2#x")]
    Declined,
}

#[test]
fn every_style_takes_its_codes() {
    assert_eq!(Snake::Declined.code(), "card_declined");
    assert_eq!(Kebab::Declined.code(), "card-declined-2");
    assert_eq!(Any::Declined.code(), "Card.Declined/2#x");
}

#[test]
fn a_code_may_have_63_bytes() {
    #[derive(Debug, thiserror::Error, ApiError)]
    #[error("long")]
    #[api(code = "A23456789_B23456789_C23456789_D23456789_E23456789_F23456789_G23", status = 400)]
    struct Long;

    assert_eq!(Long.code().len(), 63);
}

/// The retired codes are of the time before this prefix and style.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("{self:?}")]
#[api(prefix = "NEW_", retired("OLD_A", "old-b"), status = 400)]
enum Retiring {
    #[api(code = "NEW_A")]
    NewA,
}

#[test]
fn a_retired_code_is_no_code_in_use() {
    assert_eq!(codes::<Retiring>(), ["NEW_A"]);
    assert_eq!(Retiring::NewA.code(), "NEW_A");
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("{self:?}")]
#[api(prefix = "MANY_")]
#[api(status = 400, category = "Many")]
#[api(docs_url = "https://docs.example.com/{code}")]
enum ManyAttributes {
    #[api(code = "MANY_A")]
    #[api(status = 409)]
    #[api(header("X-A", "1"))]
    #[api(header("X-B", "2"))]
    A {
        #[api(detail)]
        #[api(header = "X-Id")]
        id: u8,
    },
}

#[test]
fn several_attributes_on_one_item_are_one() {
    let error = ManyAttributes::A { id: 7 };
    assert_eq!(error.code(), "MANY_A");
    assert_eq!(error.status(), 409);
    assert_eq!(error.spec().category(), Some("Many"));
    assert_eq!(error.spec().docs_url(), Some("https://docs.example.com/MANY_A"));
    let headers = error.headers();
    assert_eq!([&headers["x-a"], &headers["x-b"], &headers["x-id"]], ["1", "2", "7"]);
    assert_eq!(serde_json::to_string(&error.details()).unwrap(), r#"{"id":7}"#);
}

const FIRST_LINE: u32 = line!() + 2;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("{self:?}")]
#[api(status = 400)]
#[allow(non_camel_case_types)] // Words that need `r#` are small.
enum Located {
    #[api(code = "FIRST")]
    First,
    #[api(code = "RAW")]
    r#type,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("struct")]
#[api(code = "STRUCT", status = 400)]
struct Alone;

#[test]
fn the_spec_names_the_variant() {
    assert_eq!(Located::First.spec().variant(), "Located::First");
    assert_eq!(Located::r#type.spec().variant(), "Located::type");
    assert_eq!(Alone.spec().variant(), "Alone");
}

#[test]
fn the_spec_says_where_the_variant_stands() {
    let line = |below: u32| format!("{}:{}", file!(), FIRST_LINE + below);
    assert_eq!(Located::First.spec().location(), line(6));
    assert_eq!(Located::r#type.spec().location(), line(8));
    assert_eq!(Alone.spec().location(), line(14));
}
