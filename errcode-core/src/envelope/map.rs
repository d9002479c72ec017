#![allow(clippy::inline_always)] // Where names are constants, so is most of what is done with them: measured.

use serde_core::ser::{Serialize, SerializeMap};

use crate::json::Name;

/// The members of a built-in envelope, written one by one: their names are constants to the compiler, which has little
/// left to do with them at runtime. [`Object`](super::Object) does the same for envelopes of services.
pub(super) trait MapExt: SerializeMap {
    #[inline(always)]
    fn member(
        &mut self,
        name: &'static str,
        value: &(impl Serialize + ?Sized),
    ) -> Result<(), Self::Error> {
        self.serialize_entry(&Name(name), value)
    }

    #[inline(always)]
    fn optional(
        &mut self,
        name: &'static str,
        value: Option<impl Serialize>,
    ) -> Result<(), Self::Error> {
        match value {
            Some(value) => self.member(name, &value),
            None => Ok(()),
        }
    }
}

impl<M: SerializeMap> MapExt for M {}
