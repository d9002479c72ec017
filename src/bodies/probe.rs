//! Errors that are rendered for the documents.

use std::{borrow::Cow, error::Error, fmt, time::Duration};

use serde_json::{Value, json};

use crate::{ApiError, CodeSpec, DetailKind, DetailVisitor, Details, FieldErrors, VisitDetails};

/// A placeholder for a value of any type. Its first character is reserved for private use, so no text contains it.
pub(crate) const UNKNOWN: &str = "\u{e000}errcode:unknown";

/// The name of the field in field errors.
pub(crate) const FIELD: &str = "\u{e000}errcode:field";

/// Which of the declared parts an occurrence has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Parts {
    /// No details.
    NoDetails,
    /// Only those that every occurrence has.
    Required,
    /// All of them.
    All,
}

/// An occurrence of a code, with made-up values.
#[derive(Debug)]
pub(crate) struct Probe {
    pub(crate) spec: &'static CodeSpec,
    pub(crate) parts: Parts,
    pub(crate) code: &'static str,
    pub(crate) retryable: bool,
    pub(crate) message: &'static str,
    /// The name of one more detail.
    pub(crate) detail: Option<&'static str>,
    unknown: Value,
    field_errors: Option<FieldErrors>,
}

impl Probe {
    /// Creates an occurrence from which the types of a body are inferred.
    pub(crate) fn new(spec: &'static CodeSpec, parts: Parts) -> Self {
        let has_field_errors = spec.has_field_errors() && parts != Parts::Required;
        let mut field_errors = FieldErrors::new();
        field_errors.add(FIELD, "message");
        Self {
            spec,
            parts,
            code: spec.code(),
            retryable: spec.retryable(),
            message: spec.title(),
            detail: None,
            unknown: json!(UNKNOWN),
            field_errors: has_field_errors.then_some(field_errors),
        }
    }

    /// Creates an occurrence for an example, without placeholders.
    pub(crate) fn example(spec: &'static CodeSpec, parts: Parts) -> Self {
        let mut probe = Self { unknown: json!("any"), ..Self::new(spec, parts) };
        if let Some(errors) = &mut probe.field_errors {
            *errors = FieldErrors::new();
            errors.add("field", "is not valid");
        }
        probe
    }
}

impl fmt::Display for Probe {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message)
    }
}

impl Error for Probe {}

impl ApiError for Probe {
    fn spec(&self) -> &'static CodeSpec {
        self.spec
    }

    fn code(&self) -> &'static str {
        self.code
    }

    fn message(&self) -> Cow<'_, str> {
        Cow::Borrowed(self.message)
    }

    fn is_retryable(&self) -> bool {
        self.retryable
    }

    fn retry_after(&self) -> Option<Duration> {
        let wait = self.spec.has_retry_after() && self.parts != Parts::Required;
        self.spec.retry_after().or_else(|| wait.then_some(Duration::from_secs(60)))
    }

    fn headers(&self) -> http::HeaderMap {
        let names = self.spec.headers().iter().filter(|_| self.parts != Parts::Required);
        let header = |name: &&'static str| {
            Some((name.parse::<http::HeaderName>().ok()?, http::HeaderValue::from_static("1")))
        };
        names.filter_map(header).collect()
    }

    fn details(&self) -> Details<'_> {
        Details::new(self)
    }

    fn field_errors(&self) -> Option<&FieldErrors> {
        self.field_errors.as_ref()
    }
}

impl VisitDetails for Probe {
    fn visit_details(&self, visitor: &mut DetailVisitor<'_>) {
        if self.parts == Parts::NoDetails {
            return;
        }
        for detail in self.spec.details() {
            if detail.is_optional() && self.parts == Parts::Required {
                continue;
            }
            let value = match detail.kind() {
                DetailKind::Str => json!("text"),
                DetailKind::Integer => json!(1),
                DetailKind::Number => json!(1.5),
                DetailKind::Boolean => json!(true),
                DetailKind::List => json!([]),
                DetailKind::Object => json!({}),
                _ => self.unknown.clone(),
            };
            visitor.record(detail.name(), &value);
        }
        if let Some(name) = self.detail {
            visitor.record(name, "text");
        }
    }
}
