use std::{fmt, io, ops::ControlFlow};

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::erased::{self, Entries, Erased, Visit};

/// The public values of an error: a map from name to value, in the order they were declared.
///
/// It serializes as a map, so a field of an envelope can hold it, also with `#[serde(flatten)]`. Nothing is
/// copied: serializing reads the values where they stand in the error.
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
    except: &'a [&'a str],
    only_serializable: bool,
}

/// The values that [`Details`] is made of: what the derive implements for an error with `detail` fields,
/// and what a hand-written [`ApiError`](crate::ApiError) implements to have details.
///
/// ```
/// use errcode::{DetailVisitor, Details, VisitDetails};
///
/// struct Limit { limit: u32, window: &'static str }
///
/// impl VisitDetails for Limit {
///     fn visit_details(&self, visitor: &mut DetailVisitor<'_>) {
///         visitor.detail("limit", &self.limit);
///         visitor.detail("window", &self.window);
///     }
/// }
///
/// let limit = Limit { limit: 60, window: "1 minute" };
/// let json = serde_json::to_string(&Details::new(&limit))?;
/// assert_eq!(json, r#"{"limit":60,"window":"1 minute"}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
pub trait VisitDetails {
    /// Shows each detail to `visitor`, always in the same order.
    fn visit_details(&self, visitor: &mut DetailVisitor<'_>);
}

/// Takes the details of an error one by one. See [`VisitDetails`].
pub struct DetailVisitor<'v> {
    visit: &'v mut dyn Visit,
    done: bool,
}

impl DetailVisitor<'_> {
    /// One detail: its name and its value.
    pub fn detail<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) {
        if !self.done {
            self.done = erased::show(name, value, self.visit).is_break();
        }
    }
}

impl<'a> Details<'a> {
    /// No details.
    ///
    /// ```
    /// use errcode::Details;
    ///
    /// assert!(Details::none().is_empty());
    /// ```
    #[must_use]
    pub const fn none() -> Self {
        Self { source: None, except: &[], only_serializable: false }
    }

    /// The details of `source`; see [`VisitDetails`] for an example.
    #[must_use]
    pub const fn new(source: &'a dyn VisitDetails) -> Self {
        Self { source: Some(source), except: &[], only_serializable: false }
    }

    /// Leaves out the details with these names, for an envelope that flattens the details among the fields of a
    /// serde struct; [`Object::flatten`](crate::envelope::Object::flatten) needs no such list. A second call
    /// replaces the names of the first.
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
    /// let details = error.details().except(&["status"]);
    /// assert_eq!(serde_json::to_string(&details)?, r#"{"job":7}"#);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub const fn except(self, names: &'a [&'a str]) -> Self {
        Self { except: names, ..self }
    }

    /// Whether there is nothing to show. It fits `#[serde(skip_serializing_if = "Details::is_empty")]`.
    ///
    /// ```
    /// use errcode::{ApiError, CodeSpec};
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
        let mut empty = true;
        self.visit(|_, _| {
            empty = false;
            ControlFlow::Break(())
        });
        empty
    }

    /// These details, unless there are none: what an optional member takes.
    ///
    /// ```
    /// use errcode::Details;
    ///
    /// assert!(Details::none().non_empty().is_none());
    /// ```
    #[must_use]
    pub fn non_empty(self) -> Option<Self> {
        (!self.is_empty()).then_some(self)
    }

    /// Leaves out the values whose `Serialize` fails, each tried beforehand.
    pub(crate) const fn only_serializable(self) -> Self {
        Self { only_serializable: true, ..self }
    }

    /// Shows every detail to `visit`, until it has seen enough.
    pub(crate) fn visit(
        &self,
        mut visit: impl FnMut(&'static str, &dyn Erased) -> ControlFlow<()>,
    ) {
        self.visit_all(&mut |name: &'static str, value: &dyn Erased| {
            if self.shows(name, value) { visit(name, value) } else { ControlFlow::Continue(()) }
        });
    }

    /// Writes every detail as an entry of `map`, but for those whose name is `taken`.
    pub(crate) fn serialize_entries<M: SerializeMap>(
        &self,
        map: &mut M,
        taken: impl Fn(&str) -> bool,
    ) -> Result<(), M::Error> {
        let mut entries = Entries::of(map, |name, value| !taken(name) && self.shows(name, value));
        self.visit_all(&mut entries);
        entries.finish()
    }

    fn visit_all(&self, visit: &mut dyn Visit) {
        if let Some(source) = self.source {
            source.visit_details(&mut DetailVisitor { visit, done: false });
        }
    }

    #[inline]
    fn shows(&self, name: &str, value: &dyn Erased) -> bool {
        !self.except.contains(&name) && (!self.only_serializable || serializes(value))
    }

    /// Shows every detail to `each` until one fails.
    pub(crate) fn try_each<E>(
        &self,
        mut each: impl FnMut(&'static str, &dyn Erased) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut outcome = Ok(());
        self.visit(|name, value| {
            outcome = each(name, value);
            if outcome.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        });
        outcome
    }
}

fn serializes(value: &dyn Erased) -> bool {
    serde_json::to_writer(io::sink(), &erased::Value(value)).is_ok()
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
        self.visit(|name, value| {
            let json = serde_json::to_string(&erased::Value(value));
            map.entry(&name, &format_args!("{}", json.as_deref().unwrap_or("<not serializable>")));
            ControlFlow::Continue(())
        });
        map.finish()
    }
}
