mod scalar;

use std::{borrow::Cow, fmt};

use serde_core::ser::{Error as _, Serialize, SerializeMap, Serializer};

use crate::json::{self, Name, Verbatim};
use scalar::Scalar;

/// The public details of an error: a map from name to value, in the order they were declared.
///
/// It serializes as a map, so a field of an envelope can hold it, also with `#[serde(flatten)]`. Values are serialized
/// by reference.
///
/// ```
/// use errcode::ApiError;
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[error("over the limit")]
/// #[api(code = "JOB_LIMIT", status = 429)]
/// struct JobLimit {
///     #[api(detail)]
///     limit: u32,
///     internal: u64,
/// }
///
/// let error = JobLimit { limit: 8, internal: 1 };
/// assert_eq!(serde_json::to_string(&error.details())?, r#"{"limit":8}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Default)]
pub struct Details<'a> {
    source: Option<&'a dyn VisitDetails>,
    without: &'a [&'a str],
    /// Whether scalars are tried beforehand, as all other values are, and left out if they fail.
    only_serializable: bool,
}

/// A type that has details: implemented by the derive, and by hand for a hand-written
/// [`ApiError`](crate::ApiError).
///
/// ```
/// use errcode::{DetailVisitor, Details, VisitDetails};
///
/// struct Limit { limit: u32, window: &'static str }
///
/// impl VisitDetails for Limit {
///     fn visit_details(&self, visitor: &mut DetailVisitor<'_>) {
///         visitor.record("limit", &self.limit);
///         visitor.record("window", &self.window);
///     }
/// }
///
/// let limit = Limit { limit: 60, window: "1 minute" };
/// let json = serde_json::to_string(&Details::new(&limit))?;
/// assert_eq!(json, r#"{"limit":60,"window":"1 minute"}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
pub trait VisitDetails {
    /// Records each detail with `visitor`, always in the same order.
    fn visit_details(&self, visitor: &mut DetailVisitor<'_>);
}

/// Takes the details of an error one by one. See [`VisitDetails`].
pub struct DetailVisitor<'v> {
    visit: &'v mut dyn Visit,
    /// Whether a scalar may be handed over before it is known whether its value's `Serialize` succeeds.
    takes_scalars: bool,
}

impl DetailVisitor<'_> {
    /// Records one detail: its name and its value. An `Option` that is `None` is left out.
    #[inline]
    pub fn record<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) {
        scalar::show(name, value, self.visit, self.takes_scalars);
    }

    /// Records every detail of another error, such as one that this error wraps.
    ///
    /// ```
    /// use errcode::{ApiError, DetailVisitor, Details, VisitDetails};
    ///
    /// struct InTable<E> { source: E, table: &'static str }
    ///
    /// impl<E: ApiError> VisitDetails for InTable<E> {
    ///     fn visit_details(&self, visitor: &mut DetailVisitor<'_>) {
    ///         visitor.record_all(self.source.details().without(&["table"]));
    ///         visitor.record("table", self.table);
    ///     }
    /// }
    ///
    /// #[derive(Debug, thiserror::Error, ApiError)]
    /// #[error("no such key")]
    /// #[api(code = "NO_KEY", status = 404)]
    /// struct NoKey {
    ///     #[api(detail)]
    ///     key: u64,
    /// }
    ///
    /// let error = InTable { source: NoKey { key: 7 }, table: "jobs" };
    /// let json = serde_json::to_string(&Details::new(&error))?;
    /// assert_eq!(json, r#"{"key":7,"table":"jobs"}"#);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn record_all(&mut self, details: Details<'_>) {
        details.visit(self.visit, self.takes_scalars);
    }
}

/// A value of any type, written as JSON by its own type, or serialized into any format.
trait Value {
    fn write_json(&self, out: &mut Vec<u8>) -> Result<(), json::Error>;
    fn as_erased(&self) -> &dyn erased_serde::Serialize;
}

impl<T: Serialize> Value for T {
    fn write_json(&self, out: &mut Vec<u8>) -> Result<(), json::Error> {
        json::write(self, out)
    }

    fn as_erased(&self) -> &dyn erased_serde::Serialize {
        self
    }
}

/// Takes named values one by one.
trait Visit {
    fn scalar(&mut self, name: &'static str, scalar: Scalar<'_>);
    fn value(&mut self, name: &'static str, value: &dyn Value);
    /// The last scalar was none: its value failed afterwards.
    fn fail(&mut self);
}

impl<'a> Details<'a> {
    /// Creates an empty map.
    ///
    /// ```
    /// use errcode::Details;
    ///
    /// assert!(Details::empty().is_empty());
    /// ```
    #[must_use]
    pub const fn empty() -> Self {
        Self { source: None, without: &[], only_serializable: false }
    }

    /// Creates the map of the details of `source`; see [`VisitDetails`] for an example.
    #[must_use]
    pub const fn new(source: &'a dyn VisitDetails) -> Self {
        Self { source: Some(source), without: &[], only_serializable: false }
    }

    /// Leaves out the details with these names.
    ///
    /// It is meant for an envelope that flattens the details among the fields of a serde struct;
    /// [`Object::flatten`](crate::envelope::Object::flatten) needs no such list. A second call replaces the names of
    /// the first.
    ///
    /// ```
    /// use errcode::ApiError;
    ///
    /// #[derive(Debug, thiserror::Error, ApiError)]
    /// #[error("cannot go from {status}")]
    /// #[api(code = "JOB_STATUS", status = 409)]
    /// struct JobStatus {
    ///     #[api(detail)]
    ///     status: &'static str,
    ///     #[api(detail)]
    ///     job: u64,
    /// }
    ///
    /// let error = JobStatus { status: "done", job: 7 };
    /// let details = error.details().without(&["status"]);
    /// assert_eq!(serde_json::to_string(&details)?, r#"{"job":7}"#);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub const fn without(self, names: &'a [&'a str]) -> Self {
        Self { without: names, ..self }
    }

    /// Returns `true` if there are no details; usable with `#[serde(skip_serializing_if = "Details::is_empty")]`.
    ///
    /// ```
    /// use errcode::ApiError;
    ///
    /// #[derive(Debug, thiserror::Error, ApiError)]
    /// #[error("not here")]
    /// #[api(code = "NOT_FOUND", status = 404)]
    /// struct NotFound;
    ///
    /// assert!(NotFound.details().is_empty());
    /// ```
    #[must_use]
    pub fn is_empty(&self) -> bool {
        struct Any {
            found: bool,
            /// Before the last scalar.
            found_before: bool,
        }

        impl Visit for Any {
            fn scalar(&mut self, _: &'static str, _: Scalar<'_>) {
                self.found_before = self.found;
                self.found = true;
            }

            fn value(&mut self, _: &'static str, value: &dyn Value) {
                self.found = self.found || value.write_json(&mut Vec::new()).is_ok();
            }

            fn fail(&mut self) {
                self.found = self.found_before;
            }
        }

        let mut any = Any { found: false, found_before: false };
        self.visit(&mut any, true);
        !any.found
    }

    /// Returns `None` if there are no details: the value of an optional member.
    ///
    /// ```
    /// use errcode::Details;
    ///
    /// assert!(Details::empty().non_empty().is_none());
    /// ```
    #[must_use]
    pub fn non_empty(self) -> Option<Self> {
        (!self.is_empty()).then_some(self)
    }

    /// Leaves out scalars whose value's `Serialize` fails after handing them over; other values are always tried.
    pub(crate) const fn only_serializable(self) -> Self {
        Self { only_serializable: true, ..self }
    }

    /// Calls `each` with the JSON of every detail whose `Serialize` succeeds.
    pub(crate) fn each_json(&self, each: impl FnMut(&'static str, &str)) {
        struct Written<F>(F);

        impl<F: FnMut(&'static str, &str)> Visit for Written<F> {
            fn scalar(&mut self, name: &'static str, scalar: Scalar<'_>) {
                self.value(name, &scalar);
            }

            fn value(&mut self, name: &'static str, value: &dyn Value) {
                let mut out = Vec::new();
                if value.write_json(&mut out).is_ok()
                    && let Ok(text) = str::from_utf8(&out)
                {
                    (self.0)(name, text);
                }
            }

            fn fail(&mut self) {}
        }

        self.visit(&mut Written(each), false);
    }

    /// Writes every detail as an entry of `map` whose value is a string: its own text, or else its JSON.
    pub(crate) fn serialize_texts<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
        struct Texts<'m, M: SerializeMap> {
            map: &'m mut M,
            json: Vec<u8>,
            outcome: Result<(), M::Error>,
        }

        impl<M: SerializeMap> Visit for Texts<'_, M> {
            fn scalar(&mut self, name: &'static str, scalar: Scalar<'_>) {
                match scalar {
                    Scalar::Str(text) if self.outcome.is_ok() => {
                        self.outcome = self.map.serialize_entry(&Name(name), text);
                    }
                    _ => self.value(name, &scalar),
                }
            }

            fn value(&mut self, name: &'static str, value: &dyn Value) {
                self.json.clear();
                if self.outcome.is_ok()
                    && value.write_json(&mut self.json).is_ok()
                    && let Ok(json) = str::from_utf8(&self.json)
                {
                    let text =
                        if json.starts_with('"') { serde_json::from_str(json).ok() } else { None };
                    let text: Cow<'_, str> = text.map_or(json.into(), Cow::<str>::Owned);
                    self.outcome = self.map.serialize_entry(&Name(name), &text);
                }
            }

            fn fail(&mut self) {
                self.outcome = Err(M::Error::custom("a detail cannot be serialized"));
            }
        }

        let mut texts = Texts { map, json: Vec::new(), outcome: Ok(()) };
        self.visit(&mut texts, true);
        texts.outcome
    }

    /// Writes every detail as an entry of `map`, but for those whose name is `taken`.
    pub(crate) fn serialize_entries<M: SerializeMap>(
        &self,
        map: &mut M,
        taken: impl Fn(&str) -> bool,
    ) -> Result<(), M::Error> {
        struct Entries<'m, M: SerializeMap, K> {
            map: &'m mut M,
            taken: K,
            outcome: Result<(), M::Error>,
        }

        impl<M: SerializeMap, K: Fn(&str) -> bool> Entries<'_, M, K> {
            #[inline]
            fn takes(&self, name: &str) -> bool {
                self.outcome.is_ok() && !(self.taken)(name)
            }
        }

        impl<M: SerializeMap, K: Fn(&str) -> bool> Visit for Entries<'_, M, K> {
            #[inline]
            fn scalar(&mut self, name: &'static str, scalar: Scalar<'_>) {
                if self.takes(name) {
                    self.outcome = self.map.serialize_entry(&Name(name), &scalar);
                }
            }

            fn value(&mut self, name: &'static str, value: &dyn Value) {
                // Tried first: a value that fails is no detail, and erased-serde panics on one that ignores a failure.
                let mut out = Vec::new();
                if self.takes(name)
                    && value.write_json(&mut out).is_ok()
                    && let Ok(text) = str::from_utf8(&out)
                {
                    let value = Verbatim { text, value: value.as_erased() };
                    self.outcome = self.map.serialize_entry(&Name(name), &value);
                }
            }

            fn fail(&mut self) {
                self.outcome = Err(M::Error::custom("a detail cannot be serialized"));
            }
        }

        let mut entries = Entries { map, taken, outcome: Ok(()) };
        self.visit(&mut entries, true);
        entries.outcome
    }

    fn visit(&self, visit: &mut dyn Visit, takes_scalars: bool) {
        let Some(source) = self.source else { return };
        let takes_scalars = takes_scalars && !self.only_serializable;
        if self.without.is_empty() {
            return source.visit_details(&mut DetailVisitor { visit, takes_scalars });
        }
        let visit = &mut Chosen { without: self.without, visit };
        source.visit_details(&mut DetailVisitor { visit, takes_scalars });
    }
}

/// Hands on the details that are not left out.
struct Chosen<'a, 'v> {
    without: &'a [&'a str],
    visit: &'v mut dyn Visit,
}

impl Chosen<'_, '_> {
    fn shows(&self, name: &str) -> bool {
        !self.without.contains(&name)
    }
}

impl Visit for Chosen<'_, '_> {
    fn scalar(&mut self, name: &'static str, scalar: Scalar<'_>) {
        if self.shows(name) {
            self.visit.scalar(name, scalar);
        }
    }

    fn value(&mut self, name: &'static str, value: &dyn Value) {
        if self.shows(name) {
            self.visit.value(name, value);
        }
    }

    fn fail(&mut self) {
        self.visit.fail();
    }
}

impl Serialize for Details<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        self.serialize_entries(&mut map, |_| false)?;
        map.end()
    }
}

impl fmt::Debug for Details<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut map = f.debug_map();
        self.each_json(|name, json| {
            map.entry(&name, &format_args!("{json}"));
        });
        map.finish()
    }
}
