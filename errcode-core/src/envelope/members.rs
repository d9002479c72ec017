use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::{Details, erased::Value};

/// Writes the members of a JSON object; those without a value are left out.
pub(super) struct Members<M>(M);

impl<M: SerializeMap> Members<M> {
    pub(super) fn of<S: Serializer<SerializeMap = M>>(serializer: S) -> Result<Self, S::Error> {
        serializer.serialize_map(None).map(Self)
    }

    pub(super) fn member<T: Serialize + ?Sized>(
        mut self,
        name: &'static str,
        value: &T,
    ) -> Result<Self, M::Error> {
        self.0.serialize_entry(name, value)?;
        Ok(self)
    }

    pub(super) fn optional<T: Serialize>(
        self,
        name: &'static str,
        value: Option<T>,
    ) -> Result<Self, M::Error> {
        match value {
            Some(value) => self.member(name, &value),
            None => Ok(self),
        }
    }

    /// The details as members of this object, but for those whose name is `taken`.
    pub(super) fn flat(
        mut self,
        details: &Details<'_>,
        taken: impl Fn(&str) -> bool,
    ) -> Result<Self, M::Error> {
        details.try_each(|name, value| {
            if taken(name) { Ok(()) } else { self.0.serialize_entry(name, &Value(value)) }
        })?;
        Ok(self)
    }

    pub(super) fn end(self) -> Result<M::Ok, M::Error> {
        self.0.end()
    }
}
