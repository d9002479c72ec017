//! `transparent` on a field among others.

use std::{fmt, time::Duration};

use errcode::{ApiError, ErrorCodes, FieldErrors, RequestContext, envelope::Nested};

#[derive(Debug, thiserror::Error, ApiError)]
enum Code {
    #[error("key {key} is gone")]
    #[api(code = "KEY_GONE", status = 410, header("X-Kind", "key"))]
    Gone {
        #[api(detail)]
        key: u64,
        #[api(detail, header = "X-Table")]
        table: &'static str,
    },
    #[error("disk full")]
    #[api(code = "DISK_FULL", status = 503, retry_after = 7)]
    Full,
    #[error("bad request")]
    #[api(code = "BAD", status = 422)]
    Bad(#[api(field_errors)] FieldErrors),
}

/// Its own message, and all else from the code.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("{message} ({code})")]
#[api(message = "{message}")]
struct Response {
    #[api(transparent)]
    code: Code,
    message: String,
}

#[derive(Debug, thiserror::Error, ApiError)]
enum Metastore {
    #[error("in {table}: {source}")]
    At {
        #[api(transparent)]
        source: Box<Code>,
        #[api(detail, header = "X-Table")]
        table: String,
        secret: u8,
    },
    #[error("{0}")]
    #[api(status = 500, retryable = true, retry_after = 9, expose, detail("hint", "try {1}"))]
    Overridden(#[api(transparent)] Code, u8),
    #[error("{0}")]
    #[api(message = "again later")]
    Runtime(#[api(transparent)] Code, #[api(status)] u16, #[api(retry_after)] Option<Duration>),
    #[error("{0}")]
    Nested(#[api(transparent)] Box<Self>),
}

fn gone() -> Code {
    Code::Gone { key: 7, table: "inner" }
}

fn json(error: &dyn ApiError) -> serde_json::Value {
    serde_json::to_value(error.details()).expect("details are JSON")
}

#[test]
fn a_message_stands_beside_what_the_field_says() {
    let error = Response { code: gone(), message: "no such key".into() };
    assert_eq!(error.message(), "no such key");
    assert_eq!((error.code(), error.status().as_u16()), ("KEY_GONE", 410));
    assert_eq!(error.headers()["x-kind"], "key");
    assert_eq!(json(&error), serde_json::json!({"key": 7, "table": "inner"}));
    let codes: Vec<&str> = Response::CODES.iter().map(errcode::CodeSpec::code).collect();
    assert_eq!(codes, ["KEY_GONE", "DISK_FULL", "BAD"]);
}

#[test]
fn what_stands_beside_it_adds_and_overrides() {
    let error = Metastore::At { source: Box::new(gone()), table: "outer".into(), secret: 1 };
    assert_eq!(error.message(), "key 7 is gone");
    assert_eq!(error.headers()["x-table"], "outer");
    assert_eq!(error.headers()["x-kind"], "key");
    assert_eq!(json(&error), serde_json::json!({"key": 7, "table": "outer"}));

    let error = Metastore::Overridden(gone(), 3);
    assert_eq!((error.code(), error.status().as_u16()), ("KEY_GONE", 500));
    assert!(error.is_retryable());
    assert_eq!(error.retry_after(), Some(Duration::from_secs(9)));
    assert_eq!(error.message(), "key 7 is gone");
    assert_eq!(json(&error), serde_json::json!({"key": 7, "table": "inner", "hint": "try 3"}));
}

#[test]
fn a_status_at_runtime_decides_before_that_of_the_field() {
    let error = Metastore::Runtime(Code::Full, 404, None);
    assert_eq!(error.status(), 404);
    assert!(!error.is_retryable());
    assert_eq!(error.retry_after(), Some(Duration::from_secs(7)));
    for no_error in [200, 304] {
        let error = Metastore::Runtime(Code::Full, no_error, Some(Duration::from_secs(1)));
        assert_eq!(error.status(), 503);
    }
    let error = Metastore::Runtime(Code::Full, 304, Some(Duration::from_secs(1)));
    assert!(error.is_retryable());
    assert_eq!(error.retry_after(), Some(Duration::from_secs(1)));
}

#[test]
fn a_type_may_hold_itself() {
    let error = Metastore::Nested(Box::new(Metastore::Overridden(gone(), 1)));
    assert_eq!((error.code(), error.status().as_u16()), ("KEY_GONE", 500));
    assert_eq!(Metastore::CODES.len(), 3);
    let mut errors = FieldErrors::new();
    errors.add("id", "required");
    let error = Metastore::Nested(Box::new(Metastore::Runtime(Code::Bad(errors), 400, None)));
    assert!(error.field_errors().is_some());
    let body = errcode::to_json::<Nested>(&error, &RequestContext::new());
    assert!(String::from_utf8(body).unwrap().contains("again later"));
}

/// A status at runtime beside an error that decided on more than its code.
#[derive(Debug, thiserror::Error, ApiError)]
enum Gateway {
    #[error("{0}")]
    Answered(#[api(transparent)] Metastore, #[api(status)] Option<u16>),
    #[error("{0}")]
    #[api(status = 502)]
    Failed(#[api(transparent)] Box<Said>),
    #[error("{0}")]
    #[api(status = 400)]
    Refused(#[api(transparent)] Box<Said>),
}

#[derive(Debug, thiserror::Error, ApiError)]
enum Said {
    #[error("postgres://root@db")]
    #[api(code = "SAID_DISPLAY", status = 404)]
    Display,
    #[error("postgres://root@db")]
    #[api(code = "SAID_MESSAGE", status = 404, message = "no such row")]
    Message,
    #[error("no such table")]
    #[api(code = "SAID_EXPOSED", status = 404, expose)]
    Exposed,
    #[error("postgres://root@db")]
    #[api(retryable = false)]
    Never {
        #[api(transparent)]
        code: Code,
    },
}

#[test]
fn a_5xx_hides_a_display_that_was_public_below() {
    for (said, message) in [
        (Said::Display, "Bad Gateway"),
        (Said::Message, "no such row"),
        (Said::Exposed, "no such table"),
        (Said::Never { code: gone() }, "Bad Gateway"),
        (Said::Never { code: Code::Full }, "Bad Gateway"),
    ] {
        assert_eq!(Gateway::Failed(Box::new(said)).message(), message);
    }
    assert_eq!(Gateway::Refused(Box::new(Said::Display)).message(), "postgres://root@db");
    let full = Box::new(Said::Never { code: Code::Full });
    assert_eq!(Gateway::Refused(full).message(), "Bad Request");
    let answered = |status| Gateway::Answered(overridden(), status);
    assert_eq!(answered(Some(404)).message(), "key 7 is gone");
    let at_runtime = |status| {
        let inner = Metastore::At { source: Box::new(gone()), table: "t".into(), secret: 1 };
        Gateway::Answered(inner, status)
    };
    assert_eq!(at_runtime(None).message(), "key 7 is gone");
    assert_eq!(at_runtime(Some(418)).message(), "key 7 is gone");
    assert_eq!(at_runtime(Some(504)).message(), "Gateway Timeout");
}

fn overridden() -> Metastore {
    Metastore::Nested(Box::new(Metastore::Overridden(gone(), 3)))
}

#[test]
fn what_was_said_of_repeating_stays_beside_a_status() {
    // The field inside overrides: a 500 that may be repeated.
    for status in [None, Some(500), Some(404)] {
        assert!(Gateway::Answered(overridden(), status).is_retryable());
    }
    assert!(!Gateway::Failed(Box::new(Said::Never { code: Code::Full })).is_retryable());
    // Nothing is said: it follows the status.
    assert!(Gateway::Failed(Box::new(Said::Display)).is_retryable());
    assert!(!Gateway::Refused(Box::new(Said::Display)).is_retryable());
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("{code}")]
struct InPlace {
    #[api(transparent)]
    code: Code,
    #[api(detail, header = "X-Table")]
    table: Option<&'static str>,
    #[api(detail(name = "key", skip_if = str::is_empty))]
    other_key: &'static str,
}

#[test]
fn what_is_left_out_overrides_nothing() {
    let error = InPlace { code: gone(), table: None, other_key: "" };
    assert_eq!(json(&error), serde_json::json!({"key": 7, "table": "inner"}));
    assert_eq!(error.headers()["x-table"], "inner");
    let error = InPlace { code: gone(), table: Some("outer"), other_key: "" };
    assert_eq!(json(&error), serde_json::json!({"key": 7, "table": "outer"}));
    assert_eq!(error.headers()["x-table"], "outer");
    let error = InPlace { code: gone(), table: None, other_key: "8" };
    assert_eq!(json(&error), serde_json::json!({"table": "inner", "key": "8"}));
}

/// A generic error keeps its parameters.
#[derive(Debug, ApiError)]
struct With<'a, E> {
    #[api(transparent)]
    error: E,
    #[api(detail)]
    name: &'a str,
}

impl<E: fmt::Debug> fmt::Display for With<'_, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self:?}")
    }
}

impl<E: fmt::Debug> std::error::Error for With<'_, E> {}

#[test]
fn generic_types_forward_too() {
    let name = String::from("n");
    let error = With { error: gone(), name: &name };
    assert_eq!(error.message(), "key 7 is gone");
    assert_eq!(json(&error), serde_json::json!({"key": 7, "table": "inner", "name": "n"}));
}
