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
        Object((self.0, Member { name, value }))
    }

    /// Adds a member if it has a value.
    pub fn optional<T: Serialize>(
        self,
        name: &'static str,
        value: Option<T>,
    ) -> Object<(M, Option<Member<T>>)> {
        Object((self.0, value.map(|value| Member { name, value })))
    }

    /// Adds each detail as a member. [`Details::except`] leaves out those with names of other members.
    pub fn flatten(self, details: Details<'_>) -> Object<(M, Details<'_>)> {
        Object((self.0, details))
    }
}

impl<M: Members> Serialize for Object<M> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        self.0.serialize_into(&mut map)?;
        map.end()
    }
}

/// One member of an [`Object`].
#[derive(Debug, Clone, Copy)]
pub struct Member<T> {
    name: &'static str,
    value: T,
}

/// What an [`Object`] is made of. Sealed: it is implemented here alone.
pub trait Members {
    #[doc(hidden)]
    fn serialize_into<S: SerializeMap>(&self, map: &mut S) -> Result<(), S::Error>;
}

impl Members for () {
    fn serialize_into<S: SerializeMap>(&self, _: &mut S) -> Result<(), S::Error> {
        Ok(())
    }
}

impl<A: Members, B: Members> Members for (A, B) {
    fn serialize_into<S: SerializeMap>(&self, map: &mut S) -> Result<(), S::Error> {
        self.0.serialize_into(map)?;
        self.1.serialize_into(map)
    }
}

impl<T: Serialize> Members for Member<T> {
    fn serialize_into<S: SerializeMap>(&self, map: &mut S) -> Result<(), S::Error> {
        map.serialize_entry(self.name, &self.value)
    }
}

impl<T: Members> Members for Option<T> {
    fn serialize_into<S: SerializeMap>(&self, map: &mut S) -> Result<(), S::Error> {
        self.as_ref().map_or(Ok(()), |members| members.serialize_into(map))
    }
}

impl Members for Details<'_> {
    fn serialize_into<S: SerializeMap>(&self, map: &mut S) -> Result<(), S::Error> {
        self.serialize_entries(map)
    }
}
