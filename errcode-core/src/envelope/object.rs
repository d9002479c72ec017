use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::Details;

/// A JSON object built member by member: a response body without a struct of its own.
///
/// It holds the values it is given, so nothing is allocated, and serializes them in order. Of several members with the
/// same name, the first that has a value is written.
///
/// ```
/// use errcode::{ApiError, Envelope, ErrorView, RequestContext, envelope::Object};
/// use serde::Serialize;
///
/// struct AcmeEnvelope;
///
/// impl Envelope for AcmeEnvelope {
///     fn body(view: ErrorView<'_>) -> impl Serialize {
///         let error = Object::new()
///             .member("code", view.code())
///             .member("message", view.message())
///             .optional("details", view.details().non_empty());
///         Object::new().member("success", false).member("error", error).optional("request_id", view.request_id())
///     }
/// }
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[error("gone")]
/// #[api(code = "GONE", status = 410)]
/// struct Gone;
///
/// let body = errcode::to_json::<AcmeEnvelope>(&Gone, &RequestContext::new());
/// assert_eq!(body, br#"{"success":false,"error":{"code":"GONE","message":"gone"}}"#);
/// ```
#[derive(Debug, Clone, Copy, Default)]
#[must_use]
pub struct Object<M = ()>(M);

impl Object {
    /// Creates an object without members.
    pub const fn new() -> Self {
        Self(())
    }
}

impl<M: Members> Object<M> {
    /// Adds a member.
    pub fn member<T: Serialize>(self, name: &'static str, value: T) -> Object<impl Members> {
        self.optional(name, Some(value))
    }

    /// Adds a member if it has a value.
    pub fn optional<T: Serialize>(
        self,
        name: &'static str,
        value: Option<T>,
    ) -> Object<impl Members> {
        Object((self.0, Member { name, value }))
    }

    /// Adds each detail as a member.
    ///
    /// Details whose name matches another member of this object are skipped, even if that member has no value: a
    /// client would take one for the other.
    pub fn flatten(self, details: Details<'_>) -> Object<impl Members> {
        Object((self.0, details))
    }
}

impl<M: Members> Serialize for Object<M> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        self.0.serialize_into(&mut map, &mut Marks::default(), &(), &self.0)?;
        map.end()
    }
}

/// What an [`Object`] is made of. Sealed: it is implemented here alone.
pub trait Members {
    /// Whether a member has this name, with a value or, if `even_absent`, without.
    #[doc(hidden)]
    fn has(&self, name: &str, even_absent: bool) -> bool;

    /// Adds the name of every member, with a value or without.
    #[doc(hidden)]
    fn mark(&self, marks: &mut Marks);

    /// Writes the members; `written` holds the marks of those before, which are `before`, and `all` are those of the
    /// whole object.
    #[doc(hidden)]
    fn serialize_into<S: SerializeMap>(
        &self,
        map: &mut S,
        written: &mut Marks,
        before: &impl Members,
        all: &impl Members,
    ) -> Result<(), S::Error>;
}

/// A set of names that may hold more than was added: most comparisons of names end here.
#[doc(hidden)]
#[derive(Clone, Copy, Default)]
pub struct Marks(u64);

impl Marks {
    const fn bit(name: &str) -> u64 {
        let bytes = name.as_bytes();
        let first = if bytes.is_empty() { 0 } else { bytes[0] as usize };
        1 << (first.wrapping_add(bytes.len() << 2) & 63)
    }

    const fn may_have(self, name: &str) -> bool {
        self.0 & Self::bit(name) != 0
    }

    const fn add(&mut self, name: &str) {
        self.0 |= Self::bit(name);
    }
}

impl Members for () {
    #[inline]
    fn has(&self, _: &str, _: bool) -> bool {
        false
    }

    #[inline]
    fn mark(&self, _: &mut Marks) {}

    fn serialize_into<S: SerializeMap>(
        &self,
        _: &mut S,
        _: &mut Marks,
        _: &impl Members,
        _: &impl Members,
    ) -> Result<(), S::Error> {
        Ok(())
    }
}

impl<A: Members, B: Members> Members for (A, B) {
    #[inline]
    fn has(&self, name: &str, even_absent: bool) -> bool {
        self.0.has(name, even_absent) || self.1.has(name, even_absent)
    }

    #[inline]
    fn mark(&self, marks: &mut Marks) {
        self.0.mark(marks);
        self.1.mark(marks);
    }

    #[inline]
    fn serialize_into<S: SerializeMap>(
        &self,
        map: &mut S,
        written: &mut Marks,
        before: &impl Members,
        all: &impl Members,
    ) -> Result<(), S::Error> {
        self.0.serialize_into(map, written, before, all)?;
        self.1.serialize_into(map, written, &self.0, all)
    }
}

/// A member of an [`Object`], which may have no value.
#[derive(Debug, Clone, Copy)]
struct Member<T> {
    name: &'static str,
    value: Option<T>,
}

impl<T: Serialize> Members for Member<T> {
    #[inline]
    fn has(&self, name: &str, even_absent: bool) -> bool {
        (even_absent || self.value.is_some()) && self.name == name
    }

    #[inline]
    fn mark(&self, marks: &mut Marks) {
        marks.add(self.name);
    }

    #[inline]
    fn serialize_into<S: SerializeMap>(
        &self,
        map: &mut S,
        written: &mut Marks,
        before: &impl Members,
        _: &impl Members,
    ) -> Result<(), S::Error> {
        let Some(value) = &self.value else { return Ok(()) };
        if written.may_have(self.name) && before.has(self.name, false) {
            return Ok(());
        }
        written.add(self.name);
        map.serialize_entry(self.name, value)
    }
}

impl Members for Details<'_> {
    /// Details give way to members, so their names do not count.
    fn has(&self, _: &str, _: bool) -> bool {
        false
    }

    #[inline]
    fn mark(&self, _: &mut Marks) {}

    fn serialize_into<S: SerializeMap>(
        &self,
        map: &mut S,
        _: &mut Marks,
        _: &impl Members,
        all: &impl Members,
    ) -> Result<(), S::Error> {
        let mut members = Marks::default();
        all.mark(&mut members);
        self.serialize_entries(map, |name| members.may_have(name) && all.has(name, true))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_two_members_with_a_name_the_first_with_a_value_is_written() {
        let object = Object::new()
            .optional("a", None::<u8>)
            .member("a", 1)
            .member("b", 2)
            .member("a", 3)
            .optional("b", Some("x"));
        assert_eq!(serde_json::to_string(&object).unwrap(), r#"{"a":1,"b":2}"#);
    }
}
