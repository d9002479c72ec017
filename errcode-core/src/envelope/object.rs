#![allow(clippy::inline_always)] // Where names are constants, so is most of what is done with them: measured.

use serde_core::ser::{Serialize, SerializeMap, Serializer};

use crate::{Details, json::Name};

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
pub struct Object<M = ()> {
    members: M,
    names: Names,
    /// Whether two members may have one name.
    repeats: bool,
}

impl Object {
    /// Creates an object without members.
    pub const fn new() -> Self {
        Self { members: (), names: Names(0), repeats: false }
    }
}

impl<M: Members> Object<M> {
    /// Adds a member.
    #[inline(always)]
    pub fn member<T: Serialize>(self, name: &'static str, value: T) -> Object<impl Members> {
        self.optional(name, Some(value))
    }

    /// Adds a member if it has a value.
    #[inline(always)]
    pub fn optional<T: Serialize>(
        self,
        name: &'static str,
        value: Option<T>,
    ) -> Object<impl Members> {
        let Self { members, names, repeats } = self;
        Object {
            members: (members, Member { name, value }),
            names: names.with(name),
            repeats: repeats || names.may_have(name),
        }
    }

    /// Adds each detail as a member.
    ///
    /// Details whose name matches another member of this object are skipped, even if that member has no value: a
    /// client would take one for the other.
    #[inline(always)]
    pub fn flatten(self, details: Details<'_>) -> Object<impl Members> {
        let Self { members, names, repeats } = self;
        Object { members: (members, details), names, repeats }
    }
}

impl<M: Members> Serialize for Object<M> {
    #[inline(always)]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        self.members.serialize_into(&mut map, self, &())?;
        map.end()
    }
}

/// What an [`Object`] is made of. Sealed: it is implemented here alone.
pub trait Members {
    /// Whether a member has this name, with a value or, if `even_absent`, without.
    #[doc(hidden)]
    fn has(&self, name: &str, even_absent: bool) -> bool;

    /// Writes the members of an object that come after those `before`.
    #[doc(hidden)]
    fn serialize_into<S: SerializeMap>(
        &self,
        map: &mut S,
        object: &Object<impl Members>,
        before: &impl Members,
    ) -> Result<(), S::Error>;
}

/// A set of names that may hold more than was added: most comparisons of names end here. It is a constant where the
/// names are constants.
#[derive(Debug, Clone, Copy, Default)]
struct Names(u128);

impl Names {
    #[inline(always)]
    const fn mark(name: &str) -> u128 {
        let bytes = name.as_bytes();
        let (Some(first), Some(last)) = (bytes.first(), bytes.last()) else { return 1 };
        let place = (*first as usize) + ((*last as usize) << 2) + (bytes.len() << 4);
        1 << (place & 127)
    }

    #[inline(always)]
    const fn with(self, name: &str) -> Self {
        Self(self.0 | Self::mark(name))
    }

    #[inline(always)]
    const fn may_have(self, name: &str) -> bool {
        self.0 & Self::mark(name) != 0
    }
}

impl Members for () {
    #[inline(always)]
    fn has(&self, _: &str, _: bool) -> bool {
        false
    }

    #[inline(always)]
    fn serialize_into<S: SerializeMap>(
        &self,
        _: &mut S,
        _: &Object<impl Members>,
        _: &impl Members,
    ) -> Result<(), S::Error> {
        Ok(())
    }
}

impl<A: Members, B: Members> Members for (A, B) {
    fn has(&self, name: &str, even_absent: bool) -> bool {
        self.0.has(name, even_absent) || self.1.has(name, even_absent)
    }

    #[inline(always)]
    fn serialize_into<S: SerializeMap>(
        &self,
        map: &mut S,
        object: &Object<impl Members>,
        before: &impl Members,
    ) -> Result<(), S::Error> {
        self.0.serialize_into(map, object, before)?;
        self.1.serialize_into(map, object, &self.0)
    }
}

/// A member of an [`Object`], which may have no value.
#[derive(Debug, Clone, Copy)]
struct Member<T> {
    name: &'static str,
    value: Option<T>,
}

impl<T: Serialize> Members for Member<T> {
    fn has(&self, name: &str, even_absent: bool) -> bool {
        (even_absent || self.value.is_some()) && self.name == name
    }

    #[inline(always)]
    fn serialize_into<S: SerializeMap>(
        &self,
        map: &mut S,
        object: &Object<impl Members>,
        before: &impl Members,
    ) -> Result<(), S::Error> {
        let Some(value) = &self.value else { return Ok(()) };
        if object.repeats && before.has(self.name, false) {
            return Ok(());
        }
        map.serialize_entry(&Name(self.name), value)
    }
}

impl Members for Details<'_> {
    /// Details give way to members, so their names do not count.
    fn has(&self, _: &str, _: bool) -> bool {
        false
    }

    fn serialize_into<S: SerializeMap>(
        &self,
        map: &mut S,
        object: &Object<impl Members>,
        _: &impl Members,
    ) -> Result<(), S::Error> {
        let Object { members, names, .. } = object;
        self.serialize_entries(map, |name| names.may_have(name) && members.has(name, true))
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
