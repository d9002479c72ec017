use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::Details;

/// A JSON object put together member by member: a body without a struct of its own.
///
/// It holds the values it is given, so nothing is allocated, and serializes them in order.
///
/// ```
/// use errcode::{ApiError, Envelope, ErrorView, RequestContext, envelope::Object};
/// use serde::Serialize;
///
/// struct House;
///
/// impl Envelope for House {
///     fn body<'a>(view: &ErrorView<'a>) -> impl Serialize + use<'a> {
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
/// let body = errcode::to_json::<House>(&Gone, &RequestContext::new());
/// assert_eq!(body, br#"{"success":false,"error":{"code":"GONE","message":"gone"}}"#);
/// ```
#[derive(Debug, Clone, Copy, Default)]
#[must_use]
pub struct Object<M = ()>(M);

impl Object {
    /// An object without members.
    pub const fn new() -> Self {
        Self(())
    }
}

impl<M> Object<M> {
    /// Adds a member.
    pub fn member<T: Serialize>(self, name: &'static str, value: T) -> Object<(M, Member<T>)> {
        self.optional(name, Some(value))
    }

    /// Adds a member if it has a value.
    pub fn optional<T: Serialize>(
        self,
        name: &'static str,
        value: Option<T>,
    ) -> Object<(M, Member<T>)> {
        Object((self.0, Member { name, value }))
    }

    /// Adds each detail as a member, but for those that have the name of another member of this object, whether
    /// that has a value or not: a client would take one for the other.
    pub fn flatten(self, details: Details<'_>) -> Object<(M, Details<'_>)> {
        Object((self.0, details))
    }
}

impl<M: Members> Serialize for Object<M> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        self.0.serialize_into(&mut map, &self.0)?;
        map.end()
    }
}

/// A member of an [`Object`], which may have no value.
#[derive(Debug, Clone, Copy)]
pub struct Member<T> {
    name: &'static str,
    value: Option<T>,
}

/// What an [`Object`] is made of. Sealed: it is implemented here alone.
pub trait Members {
    /// Whether a member has this name.
    #[doc(hidden)]
    fn has(&self, name: &str) -> bool;

    /// The [`mark`] of every name together: a name whose mark is not in it is no member's.
    #[doc(hidden)]
    fn marks(&self) -> u64;

    /// Writes the members; `all` are those of the whole object.
    #[doc(hidden)]
    fn serialize_into<S: SerializeMap>(
        &self,
        map: &mut S,
        all: &impl Members,
    ) -> Result<(), S::Error>;
}

/// One bit that says something of a name.
fn mark(name: &str) -> u64 {
    let first = name.bytes().next().unwrap_or_default();
    1 << (usize::from(first).wrapping_add(name.len() << 2) & 63)
}

impl Members for () {
    fn has(&self, _: &str) -> bool {
        false
    }

    fn marks(&self) -> u64 {
        0
    }

    fn serialize_into<S: SerializeMap>(&self, _: &mut S, _: &impl Members) -> Result<(), S::Error> {
        Ok(())
    }
}

impl<A: Members, B: Members> Members for (A, B) {
    fn has(&self, name: &str) -> bool {
        self.0.has(name) || self.1.has(name)
    }

    fn marks(&self) -> u64 {
        self.0.marks() | self.1.marks()
    }

    fn serialize_into<S: SerializeMap>(
        &self,
        map: &mut S,
        all: &impl Members,
    ) -> Result<(), S::Error> {
        self.0.serialize_into(map, all)?;
        self.1.serialize_into(map, all)
    }
}

impl<T: Serialize> Members for Member<T> {
    fn has(&self, name: &str) -> bool {
        self.name == name
    }

    fn marks(&self) -> u64 {
        mark(self.name)
    }

    fn serialize_into<S: SerializeMap>(
        &self,
        map: &mut S,
        _: &impl Members,
    ) -> Result<(), S::Error> {
        match &self.value {
            Some(value) => map.serialize_entry(self.name, value),
            None => Ok(()),
        }
    }
}

impl Members for Details<'_> {
    /// Details give way to members, so their names do not count.
    fn has(&self, _: &str) -> bool {
        false
    }

    fn marks(&self) -> u64 {
        0
    }

    fn serialize_into<S: SerializeMap>(
        &self,
        map: &mut S,
        all: &impl Members,
    ) -> Result<(), S::Error> {
        let marks = all.marks();
        self.serialize_entries(map, |name| marks & mark(name) != 0 && all.has(name))
    }
}
