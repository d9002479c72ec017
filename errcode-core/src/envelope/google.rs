use std::{fmt, time::Duration};

use serde_core::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use super::{Envelope, Object, map::MapExt};
use crate::{Details, ErrorView, FieldErrors};

/// Google's error model ([AIP-193](https://google.aip.dev/193)).
///
/// `error` has `code` (the HTTP status), `message`, `status` (the `google.rpc.Code` for that status) and
/// `details`, an array of:
///
/// | detail | when | from |
/// |---|---|---|
/// | `ErrorInfo` | always | `reason` is the code, `domain` is `D`'s, `metadata` the details as strings |
/// | `RetryInfo` | the error has a `retry_after` | `retryDelay`, such as `"30s"` |
/// | `BadRequest` | the error has field errors | one of `fieldViolations` for each message |
/// | `RequestInfo` | the request has an id | `requestId` |
/// | `Help` | the code has a `docs_url` | one link |
///
/// The values of `metadata` are strings: a detail that is not a string appears as JSON text.
///
/// The `domain`, which AIP-193 wants to be the name of the service, is the name of the error type's
/// [domain](crate::Domain); else the host of the code's `docs_url`; else its `category`; with none of them, the member
/// is left out.
///
/// ```
/// use errcode::{ApiError, RequestContext, envelope::Google};
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[error("over the limit")]
/// #[api(code = "JOB_LIMIT", status = 429, retry_after = 30, category = "jobs.example.com")]
/// struct JobLimit {
///     #[api(detail)]
///     limit: u32,
/// }
///
/// let body = errcode::to_json::<Google>(&JobLimit { limit: 8 }, &RequestContext::new());
/// assert_eq!(
///     String::from_utf8_lossy(&body),
///     concat!(
///         r#"{"error":{"code":429,"message":"over the limit","status":"RESOURCE_EXHAUSTED","details":["#,
///         r#"{"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"JOB_LIMIT","#,
///         r#""domain":"jobs.example.com","metadata":{"limit":"8"}},"#,
///         r#"{"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"30s"}]}}"#,
///     ),
/// );
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Google;

impl Envelope for Google {
    fn body(view: ErrorView<'_>) -> impl Serialize {
        Body(view)
    }
}

struct Body<'a>(ErrorView<'a>);

impl Serialize for Body<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut body = serializer.serialize_map(None)?;
        body.member("error", &Status(self.0))?;
        body.end()
    }
}

struct Status<'a>(ErrorView<'a>);

impl Serialize for Status<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let view = &self.0;
        let status = view.status().as_u16();
        let mut error = serializer.serialize_map(None)?;
        error.member("code", &status)?;
        error.member("message", &*view.message())?;
        error.member("status", rpc_code(status))?;
        error.member("details", &Payloads(view))?;
        error.end()
    }
}

/// The host of an absolute URL (RFC 3986 §3.2.2).
fn host(url: &str) -> Option<&str> {
    let (_, rest) = url.split_once("://")?;
    let authority = rest.split(['/', '?', '#']).next()?;
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    let name = host.split_once(':').map_or(host, |(name, _port)| name);
    (!name.is_empty()).then_some(name)
}

/// The `google.rpc.Code` that stands for an HTTP status.
fn rpc_code(status: u16) -> &'static str {
    match status {
        200..=299 => "OK",
        400 | 422 => "INVALID_ARGUMENT",
        401 => "UNAUTHENTICATED",
        403 => "PERMISSION_DENIED",
        404 | 410 => "NOT_FOUND",
        408 | 504 => "DEADLINE_EXCEEDED",
        409 => "ABORTED",
        416 => "OUT_OF_RANGE",
        429 => "RESOURCE_EXHAUSTED",
        499 => "CANCELLED",
        400..=499 => "FAILED_PRECONDITION",
        501 => "UNIMPLEMENTED",
        502 | 503 => "UNAVAILABLE",
        _ => "INTERNAL",
    }
}

/// The type of a payload, as `google.protobuf.Any` names it.
macro_rules! type_url {
    ($name:literal) => {
        concat!("type.googleapis.com/google.rpc.", $name)
    };
}

/// The payloads of `google/rpc/error_details.proto` that this error has something for.
struct Payloads<'a>(&'a ErrorView<'a>);

impl Serialize for Payloads<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let view = self.0;
        let mut payloads = serializer.serialize_seq(None)?;
        payloads.serialize_element(&ErrorInfo(view))?;
        if let Some(delay) = view.retry_after() {
            let delay = ProtoDuration(delay);
            payloads.serialize_element(&Payload(type_url!("RetryInfo"), "retryDelay", &delay))?;
        }
        if let Some(fields) = view.field_errors() {
            let violations = Violations(fields);
            payloads.serialize_element(&Payload(
                type_url!("BadRequest"),
                "fieldViolations",
                &violations,
            ))?;
        }
        if let Some(request_id) = view.request_id() {
            payloads.serialize_element(&Payload(
                type_url!("RequestInfo"),
                "requestId",
                request_id,
            ))?;
        }
        if let Some(url) = view.docs_url() {
            let link = Object::new().member("description", view.title()).member("url", url);
            payloads.serialize_element(&Payload(type_url!("Help"), "links", &[link]))?;
        }
        payloads.end()
    }
}

struct ErrorInfo<'a>(&'a ErrorView<'a>);

impl Serialize for ErrorInfo<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let view = self.0;
        let domain = view.domain().or_else(|| view.docs_url().and_then(host)).or(view.category());
        let mut payload = serializer.serialize_map(None)?;
        payload.member("@type", type_url!("ErrorInfo"))?;
        payload.member("reason", view.code())?;
        payload.optional("domain", domain)?;
        payload.optional("metadata", view.details().non_empty().map(Metadata))?;
        payload.end()
    }
}

/// A payload with one field.
struct Payload<'a, T: ?Sized>(&'static str, &'static str, &'a T);

impl<T: Serialize + ?Sized> Serialize for Payload<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(type_url, field, value) = self;
        let mut payload = serializer.serialize_map(None)?;
        payload.member("@type", *type_url)?;
        payload.member(field, *value)?;
        payload.end()
    }
}

/// The details as a map of strings: a string's own text, else the JSON text.
struct Metadata<'a>(Details<'a>);

impl Serialize for Metadata<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        self.0.serialize_texts(&mut map)?;
        map.end()
    }
}

/// `google.protobuf.Duration` in JSON: seconds with up to nine fractional digits, and an `s`.
struct ProtoDuration(Duration);

/// The longest `google.protobuf.Duration`: about 10,000 years.
const MAX_PROTO_DURATION: Duration = Duration::from_secs(87_660_000 * 60 * 60);

impl fmt::Display for ProtoDuration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let wait = self.0.min(MAX_PROTO_DURATION);
        let (seconds, nanos) = (wait.as_secs(), wait.subsec_nanos());
        match nanos {
            0 => write!(f, "{seconds}s"),
            _ if nanos.is_multiple_of(1_000_000) => {
                write!(f, "{seconds}.{:03}s", nanos / 1_000_000)
            }
            _ if nanos.is_multiple_of(1_000) => write!(f, "{seconds}.{:06}s", nanos / 1_000),
            _ => write!(f, "{seconds}.{nanos:09}s"),
        }
    }
}

impl Serialize for ProtoDuration {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

struct Violations<'a>(&'a FieldErrors);

impl Serialize for Violations<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().flat_map(|(field, errors)| {
            errors.iter().map(move |error| {
                Object::new()
                    .member("field", field)
                    .member("description", error.message())
                    .optional("reason", error.code())
            })
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_have_no_digits_they_do_not_need() {
        for (duration, text) in [
            (Duration::from_secs(30), "30s"),
            (Duration::from_millis(1_500), "1.500s"),
            (Duration::from_micros(7), "0.000007s"),
            (Duration::new(1, 1), "1.000000001s"),
        ] {
            assert_eq!(ProtoDuration(duration).to_string(), text);
        }
    }

    #[test]
    fn the_host_of_a_url() {
        for (url, expected) in [
            ("https://docs.example.com/errors/X", Some("docs.example.com")),
            ("https://user:pass@host:8080?x", Some("host")),
            ("/errors/X", None),
            ("https:///errors", None),
        ] {
            assert_eq!(host(url), expected, "{url}");
        }
    }
}
