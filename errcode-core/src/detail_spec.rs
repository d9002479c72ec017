/// The name and kind of a detail that a code declares. See [`CodeSpec::details`](crate::CodeSpec::details).
///
/// ```
/// use errcode::{CodeSpec, DetailKind, DetailSpec, http::StatusCode};
///
/// const SPEC: CodeSpec = CodeSpec::new("JOB_LIMIT", StatusCode::TOO_MANY_REQUESTS).with_details(&[
///     DetailSpec::new("limit", DetailKind::Integer),
///     DetailSpec::new("plan", DetailKind::Str).optional(),
/// ]);
/// assert_eq!((SPEC.details()[0].name(), SPEC.details()[0].kind()), ("limit", DetailKind::Integer));
/// assert!(SPEC.details()[1].is_optional());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DetailSpec {
    name: &'static str,
    kind: DetailKind,
    optional: bool,
}

impl DetailSpec {
    /// Creates the description of a detail that every occurrence has.
    ///
    /// ```
    /// use errcode::{DetailKind, DetailSpec};
    ///
    /// const LIMIT: DetailSpec = DetailSpec::new("limit", DetailKind::Integer);
    /// assert!(!LIMIT.is_optional());
    /// ```
    #[must_use]
    pub const fn new(name: &'static str, kind: DetailKind) -> Self {
        Self { name, kind, optional: false }
    }

    /// Marks the detail as one that an occurrence may leave out.
    ///
    /// ```
    /// use errcode::{DetailKind, DetailSpec};
    ///
    /// const PLAN: DetailSpec = DetailSpec::new("plan", DetailKind::Str).optional();
    /// assert!(PLAN.is_optional());
    /// ```
    #[must_use]
    pub const fn optional(self) -> Self {
        Self { optional: true, ..self }
    }

    /// Returns the name, which is the key among the details.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Returns the kind of the value.
    #[must_use]
    pub const fn kind(&self) -> DetailKind {
        self.kind
    }

    /// Returns `true` if an occurrence may leave the detail out.
    #[must_use]
    pub const fn is_optional(&self) -> bool {
        self.optional
    }
}

/// The JSON kind of a detail's value.
///
/// The derive reads it from the field's type as written; a type it does not know is [`Unknown`](Self::Unknown)
/// unless the attribute names the kind.
///
/// ```
/// use errcode::DetailKind;
///
/// assert_eq!(DetailKind::Integer.as_str(), "integer");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum DetailKind {
    /// A string. (Not named `String`: the compiler would write `std::string::String` in full in every message of a
    /// crate that depends on this one.)
    Str,
    /// A number without a fraction.
    Integer,
    /// A number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// An array.
    List,
    /// An object.
    Object,
    /// Any JSON value.
    Unknown,
}

impl DetailKind {
    /// Returns the kind's name in lowercase: `"string"`, `"integer"`, `"number"`, `"boolean"`, `"list"`,
    /// `"object"` or `"unknown"`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Str => "string",
            Self::Integer => "integer",
            Self::Number => "number",
            Self::Boolean => "boolean",
            Self::List => "list",
            Self::Object => "object",
            Self::Unknown => "unknown",
        }
    }
}
