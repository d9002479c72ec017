//! `Serialize` for the static facts of codes. What is not set is left out; the order of members never changes.

use serde_core::ser::{Serialize, SerializeMap, Serializer};

use crate::{Catalog, CodeSpec, DetailKind, DetailSpec};

impl Serialize for DetailKind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// As `{"name", "kind", "optional"?}`.
impl Serialize for DetailSpec {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = serializer.serialize_map(None)?;
        members.serialize_entry("name", self.name())?;
        members.serialize_entry("kind", &self.kind())?;
        flag(&mut members, "optional", self.is_optional())?;
        members.end()
    }
}

/// As an object with the members `code`, `status`, `title` and `retryable`, and each of the others that is set.
///
/// ```
/// use errcode::{CodeSpec, http::StatusCode};
///
/// const SPEC: CodeSpec = CodeSpec::new("JOB_GONE", StatusCode::GONE).with_category("Job");
/// assert_eq!(
///     serde_json::to_string(&SPEC)?,
///     r#"{"code":"JOB_GONE","status":410,"title":"Gone","retryable":false,"category":"Job"}"#,
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
impl Serialize for CodeSpec {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = serializer.serialize_map(None)?;
        members.serialize_entry("code", self.code())?;
        members.serialize_entry("status", &self.status().as_u16())?;
        members.serialize_entry("title", self.title())?;
        members.serialize_entry("retryable", &self.retryable())?;
        for (name, text) in [
            ("category", self.category()),
            ("description", self.description()),
            ("resolution", self.resolution()),
            ("docs_url", self.docs_url()),
            ("page", self.page()),
            ("since", self.since()),
            ("deprecated", self.deprecated()),
            ("domain", self.domain()),
        ] {
            optional(&mut members, name, text)?;
        }
        optional(&mut members, "retry_after", self.retry_after().map(|wait| wait.as_secs()))?;
        flag(&mut members, "has_retry_after", self.has_retry_after())?;
        flag(&mut members, "has_field_errors", self.has_field_errors())?;
        flag(&mut members, "shared", self.is_shared())?;
        optional(&mut members, "details", non_empty(self.details()))?;
        optional(&mut members, "headers", non_empty(self.headers()))?;
        optional(&mut members, "variant", non_empty_text(self.variant()))?;
        optional(&mut members, "location", non_empty_text(self.location()))?;
        members.end()
    }
}

/// As `{"codes": […], "retired": […]}`: the codes in declaration order.
///
/// ```
/// use errcode::{ApiError, catalog};
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[error("expired")]
/// #[api(code = "JOB_EXPIRED", status = 410, retired("JOB_PAUSED"))]
/// struct Expired;
///
/// catalog!(static JOBS = [Expired]);
///
/// let json = serde_json::to_value(&JOBS)?;
/// assert_eq!(json["codes"][0]["code"], "JOB_EXPIRED");
/// assert_eq!(json["retired"][0], "JOB_PAUSED");
/// # Ok::<(), serde_json::Error>(())
/// ```
impl Serialize for Catalog {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = serializer.serialize_map(None)?;
        members.serialize_entry("codes", &List(|| self.iter()))?;
        members.serialize_entry("retired", &List(|| self.retired()))?;
        members.end()
    }
}

struct List<F>(F);

impl<F, I> Serialize for List<F>
where
    F: Fn() -> I,
    I: Iterator<Item: Serialize>,
{
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0())
    }
}

fn non_empty<T>(list: &[T]) -> Option<&[T]> {
    (!list.is_empty()).then_some(list)
}

fn non_empty_text(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

fn optional<M: SerializeMap>(
    members: &mut M,
    name: &str,
    value: Option<impl Serialize>,
) -> Result<(), M::Error> {
    match value {
        Some(value) => members.serialize_entry(name, &value),
        None => Ok(()),
    }
}

fn flag<M: SerializeMap>(members: &mut M, name: &str, value: bool) -> Result<(), M::Error> {
    optional(members, name, value.then_some(true))
}
