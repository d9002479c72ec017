//! A service's own envelopes, written as the documentation of `Envelope` shows it.

use std::borrow::Cow;

use errcode::{Details, Envelope, ErrorView, envelope::Object};
use serde::Serialize;

/// The details in a member of their own.
pub(super) struct Custom;

impl Envelope for Custom {
    fn body(view: ErrorView<'_>) -> impl Serialize {
        Object::new()
            .member("error", true)
            .member("error_code", view.code())
            .member("message", view.message())
            .member("retryable", view.retryable())
            .optional("request_id", view.request_id())
            .optional("timestamp", view.timestamp())
            .optional("details", view.details().non_empty())
    }
}

/// The same body with a serde struct.
pub(super) struct Struct;

#[derive(Serialize)]
struct StructBody<'a> {
    error: bool,
    error_code: &'static str,
    message: Cow<'a, str>,
    retryable: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    request_id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    timestamp: Option<&'a str>,
    #[serde(skip_serializing_if = "Details::is_empty")]
    details: Details<'a>,
}

impl Envelope for Struct {
    fn body(view: ErrorView<'_>) -> impl Serialize {
        StructBody {
            error: true,
            error_code: view.code(),
            message: view.message(),
            retryable: view.retryable(),
            request_id: view.request_id(),
            timestamp: view.timestamp(),
            details: view.details(),
        }
    }
}

/// A serde struct with the details beside its fields.
pub(super) struct Flattened;

#[derive(Serialize)]
struct FlattenedBody<'a> {
    error: bool,
    error_code: &'static str,
    message: Cow<'a, str>,
    retryable: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    request_id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    timestamp: Option<&'a str>,
    #[serde(flatten)]
    details: Details<'a>,
}

impl Envelope for Flattened {
    fn body(view: ErrorView<'_>) -> impl Serialize {
        FlattenedBody {
            error: true,
            error_code: view.code(),
            message: view.message(),
            retryable: view.retryable(),
            request_id: view.request_id(),
            timestamp: view.timestamp(),
            details: view.details().without(&["error", "error_code", "message"]),
        }
    }
}
