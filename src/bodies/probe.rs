//! Errors that are rendered for the documents.

use std::{borrow::Cow, error::Error, fmt, time::Duration};

use serde_json::{Value, json};

use crate::{
    ApiError, CodeSpec, DetailKind, DetailSpec, DetailVisitor, Details, FieldErrors, VisitDetails,
};

/// A placeholder for a value of any type. Its first character is reserved for private use, so no text contains it.
pub(crate) const UNKNOWN: &str = "\u{e000}errcode:unknown";

/// The name of the field in field errors.
pub(crate) const FIELD: &str = "\u{e000}errcode:field";

/// Which of the declared parts an occurrence has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Parts {
    details: WithDetails,
    /// The headers that not every occurrence has, and a `Retry-After` of its own.
    headers: bool,
    field_errors: WithFields,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum WithDetails {
    None,
    Required,
    All,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum WithFields {
    None,
    Plain,
    /// With codes of their own.
    Coded,
}

impl Parts {
    /// All of them.
    pub(crate) const ALL: Self =
        Self { details: WithDetails::All, headers: true, field_errors: WithFields::Plain };
    /// Only those that every occurrence has.
    pub(crate) const REQUIRED: Self =
        Self { details: WithDetails::Required, headers: false, field_errors: WithFields::None };
    /// All but the details.
    pub(crate) const NO_DETAILS: Self = Self { details: WithDetails::None, ..Self::ALL };

    /// The combinations that occurrences of a code can have: an envelope can make anything of each.
    pub(crate) fn combinations(spec: &CodeSpec) -> Vec<Self> {
        let details: &[_] = if spec.details().iter().any(DetailSpec::is_optional) {
            &[WithDetails::All, WithDetails::Required]
        } else {
            &[WithDetails::All]
        };
        let headers: &[_] = if spec.has_retry_after() && spec.retry_after().is_none() {
            &[true, false]
        } else {
            &[true]
        };
        let field_errors: &[_] = if spec.has_field_errors() {
            &[WithFields::Plain, WithFields::Coded, WithFields::None]
        } else {
            &[WithFields::None]
        };
        let mut combinations = Vec::new();
        for &details in details {
            for &headers in headers {
                for &field_errors in field_errors {
                    combinations.push(Self { details, headers, field_errors });
                }
            }
        }
        combinations
    }
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
        let mut field_errors = FieldErrors::new();
        match parts.field_errors {
            WithFields::None | WithFields::Plain => field_errors.add(FIELD, "message"),
            WithFields::Coded => field_errors.add_with_code(FIELD, "FIELD", "message"),
        };
        let has_field_errors = spec.has_field_errors() && parts.field_errors != WithFields::None;
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
        let wait = self.spec.has_retry_after() && self.parts.headers;
        self.spec.retry_after().or_else(|| wait.then_some(Duration::from_secs(60)))
    }

    fn headers(&self) -> http::HeaderMap {
        let names = self.spec.headers().iter().filter(|_| self.parts.headers);
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
        if self.parts.details == WithDetails::None {
            return;
        }
        for detail in self.spec.details() {
            if detail.is_optional() && self.parts.details == WithDetails::Required {
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
