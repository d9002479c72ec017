//! The public message: `message` if written; else `Display` below 500 or with `expose`; else the status's
//! reason phrase.

use std::{fmt, time::Duration};

use errcode::{ApiError, envelope::Problem, http::StatusCode};

const FULL: StatusCode = StatusCode::INSUFFICIENT_STORAGE;
const TEAPOT: StatusCode = StatusCode::IM_A_TEAPOT;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("display")]
enum Rule {
    #[api(code = "PLAIN_200", status = 200)]
    Plain200,
    #[api(code = "PLAIN_207", status = 207)]
    Plain207,
    #[api(code = "PLAIN_404", status = 404)]
    Plain404,
    #[api(code = "PLAIN_499", status = 499)]
    Plain499,
    #[api(code = "PLAIN_500", status = 500)]
    Plain500,
    #[api(code = "PLAIN_503", status = 503)]
    Plain503,
    #[api(code = "PLAIN_599", status = 599)]
    Plain599,
    #[api(code = "PLAIN_TEAPOT", status = TEAPOT)]
    PlainTeapot,
    #[api(code = "PLAIN_FULL", status = FULL)]
    PlainFull,
    #[api(code = "WRITTEN_200", status = 200, message = "written")]
    Written200,
    #[api(code = "WRITTEN_404", status = 404, message = "written")]
    Written404,
    #[api(code = "WRITTEN_500", status = 500, message = "written")]
    Written500,
    #[api(code = "WRITTEN_FULL", status = FULL, message = "written")]
    WrittenFull,
    #[api(code = "EXPOSED_500", status = 500, expose)]
    Exposed500,
    #[api(code = "EXPOSED_FULL", status = FULL, expose)]
    ExposedFull,
    #[api(code = "TITLED_500", status = 500, title = "title", description = "description")]
    Titled500,
}

#[test]
fn the_message_is_what_the_rule_says() {
    for (error, message) in [
        (Rule::Plain200, "display"),
        (Rule::Plain207, "display"),
        (Rule::Plain404, "display"),
        (Rule::Plain499, "display"),
        (Rule::Plain500, "Internal Server Error"),
        (Rule::Plain503, "Service Unavailable"),
        (Rule::Plain599, "Internal Server Error"),
        (Rule::PlainTeapot, "display"),
        (Rule::PlainFull, "Insufficient Storage"),
        (Rule::Written200, "written"),
        (Rule::Written404, "written"),
        (Rule::Written500, "written"),
        (Rule::WrittenFull, "written"),
        (Rule::Exposed500, "display"),
        (Rule::ExposedFull, "display"),
        (Rule::Titled500, "Internal Server Error"),
    ] {
        assert_eq!(error.message(), message, "{error:?}");
    }
}

#[test]
fn a_status_of_the_enum_decides_as_one_of_the_variant() {
    #[derive(Debug, thiserror::Error, ApiError)]
    #[error("display")]
    #[api(status = 500)]
    enum Inherits {
        #[api(code = "SERVER")]
        Server,
        #[api(code = "CLIENT", status = 404)]
        Client,
    }

    assert_eq!(Inherits::Server.message(), "Internal Server Error");
    assert_eq!(Inherits::Client.message(), "display");
}

#[derive(Debug)]
struct Point {
    x: f64,
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.x.fmt(f)
    }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("display")]
#[api(status = 500)]
enum Formatted {
    #[api(code = "NAMED", message = "job {id} of {name}, and {id} again")]
    Named { id: u64, name: String },
    #[api(code = "TUPLE", message = "{1} before {0}")]
    Tuple(u8, &'static str),
    #[api(code = "DEBUG", message = "{wait:?} {name:?} {list:#?}")]
    Debug { wait: Duration, name: &'static str, list: Vec<u8> },
    #[api(code = "ALIGNED", message = "[{x:>8}] [{x:<8}] [{x:*^8}] [{x:+}] [{x:08.2}]")]
    Aligned { x: f64 },
    #[api(code = "RADIX", message = "{x:x} {x:X} {x:#010b} {x:o} {x:e}")]
    Radix { x: u32 },
    #[api(code = "ARGUMENTS", message = "[{x:width$.prec$}] [{x:>0width$}] [{x:.prec$}]")]
    Arguments { x: f64, width: usize, prec: usize },
    #[api(code = "POSITIONS", message = "[{0:1$}] [{0:.2$}] [{0:>1$.2$}]")]
    Positions(f64, usize, usize),
    #[api(code = "BRACES", message = "{{}} {{id}} {{{id}}} }}{{")]
    Braces { id: u8 },
    #[api(code = "NO_FIELDS", message = "nothing to say")]
    NoFields,
    #[api(code = "EMPTY", message = "")]
    Empty,
    #[api(code = "SPACED", message = "{ id } {id :>3}")]
    Spaced { id: u8 },
    #[api(code = "RAW", message = "{type} {fn:?}")]
    Raw { r#type: &'static str, r#fn: &'static str },
    #[api(code = "RAW_NEIGHBOUR", message = "{type} and {field_type}")]
    RawNeighbour { r#type: &'static str, field_type: &'static str },
    #[api(code = "ESCAPES", message = "a\tb \"{id}\" \u{1F600} \\ {id}")]
    Escapes { id: u8 },
    #[api(code = "RAW_STRING", message = r#""{id}" \n"#)]
    RawString { id: u8 },
    #[api(
        code = "CONTINUED",
        message = "one line \
                                         of {id}"
    )]
    Continued { id: u8 },
    #[api(code = "OWN_DISPLAY", message = "{point:.1}")]
    OwnDisplay { point: Point },
    #[api(code = "NOT_ASCII", message = "größe {größe}")]
    NotAscii { größe: u8 },
}

#[test]
fn placeholders_name_fields_in_every_way_format_strings_do() {
    for (error, message) in [
        (Formatted::Named { id: 7, name: "nightly".to_owned() }, "job 7 of nightly, and 7 again"),
        (Formatted::Tuple(1, "b"), "b before 1"),
        (
            Formatted::Debug { wait: Duration::from_millis(1_500), name: "a\"b", list: vec![1] },
            "1.5s \"a\\\"b\" [\n    1,\n]",
        ),
        (Formatted::Aligned { x: 1.5 }, "[     1.5] [1.5     ] [**1.5***] [+1.5] [00001.50]"),
        (Formatted::Radix { x: 255 }, "ff FF 0b11111111 377 2.55e2"),
        (Formatted::Arguments { x: 1.0, width: 6, prec: 2 }, "[  1.00] [000001] [1.00]"),
        (Formatted::Positions(1.0, 6, 2), "[     1] [1.00] [  1.00]"),
        (Formatted::Braces { id: 7 }, "{} {id} {7} }{"),
        (Formatted::NoFields, "nothing to say"),
        (Formatted::Empty, ""),
        (Formatted::Spaced { id: 7 }, "7   7"),
        (Formatted::Raw { r#type: "pdf", r#fn: "f" }, "pdf \"f\""),
        (Formatted::Escapes { id: 7 }, "a\tb \"7\" \u{1F600} \\ 7"),
        (Formatted::RawString { id: 7 }, "\"7\" \\n"),
        (Formatted::Continued { id: 7 }, "one line of 7"),
        (Formatted::OwnDisplay { point: Point { x: 1.25 } }, "1.2"),
        (Formatted::NotAscii { größe: 7 }, "größe 7"),
    ] {
        assert_eq!(error.message(), message, "{}", error.code());
    }
}

#[test]
fn a_raw_identifier_is_not_mistaken_for_a_field_with_a_similar_name() {
    let error = Formatted::RawNeighbour { r#type: "raw", field_type: "plain" };
    assert_eq!(error.message(), "raw and plain");
}

#[test]
fn a_message_shows_a_field_that_is_no_detail() {
    let error = Formatted::Named { id: 7, name: "nightly".to_owned() };
    assert!(error.details().is_empty());
    assert!(error.message().contains("nightly"));
}

#[test]
fn a_message_may_show_what_neither_clones_nor_copies() {
    struct Once(&'static str);

    impl fmt::Display for Once {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str(self.0)
        }
    }

    #[derive(thiserror::Error, ApiError)]
    #[error("display")]
    #[api(code = "ONCE", status = 500, message = "{0}")]
    struct Error(Once);

    impl fmt::Debug for Error {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("Error")
        }
    }

    assert_eq!(Error(Once("once")).message(), "once");
}

/// Says half of what it was asked to say, and fails.
#[derive(Debug)]
struct Fails;

impl fmt::Display for Fails {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("half of a sec")?;
        Err(fmt::Error)
    }
}

#[derive(Debug, ApiError)]
enum FailingDisplay {
    #[api(code = "SHOWN", status = 404)]
    Shown,
    #[api(code = "EXPOSED", status = 503, expose)]
    Exposed,
    #[api(code = "WRITTEN", status = 503, message = "disk {0} failed")]
    Written(Fails),
    #[api(code = "UNREGISTERED", status = 499)]
    Unregistered,
}

impl fmt::Display for FailingDisplay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Fails.fmt(f)
    }
}

impl std::error::Error for FailingDisplay {}

#[test]
fn a_display_that_fails_leaves_the_reason_phrase() {
    for (error, message) in [
        (FailingDisplay::Shown, "Not Found"),
        (FailingDisplay::Exposed, "Service Unavailable"),
        (FailingDisplay::Written(Fails), "Service Unavailable"),
        (FailingDisplay::Unregistered, "Bad Request"),
    ] {
        assert_eq!(error.message(), message, "{error:?}");
        let response = errcode::respond(&error, &errcode::RequestContext::new());
        let body: serde_json::Value = serde_json::from_slice(response.body()).unwrap();
        assert_eq!(body["detail"], message);
    }
}

#[test]
fn the_body_says_the_message() {
    let body = errcode::to_json::<Problem>(&Rule::Written500, &errcode::RequestContext::new());
    let body: serde_json::Value = serde_json::from_slice(&body).unwrap();
    assert_eq!(body["detail"], "written");
}
