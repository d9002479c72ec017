//! Where JSON takes a text only: the key of a member, with its colon, and the inside of a raw value.

use std::fmt;

use serde_core::ser::{Serialize, Serializer};

use super::{Error, Json, Outcome, escape};
use crate::refused::{parts_refused, refused};

/// Writes a value that is a text, or can be the text of a key.
pub(super) struct Text<'o> {
    out: &'o mut Vec<u8>,
    /// Whether the text is JSON already.
    is_raw: bool,
}

impl<'o> Text<'o> {
    #[inline(always)]
    pub(super) fn key(out: &'o mut Vec<u8>) -> Self {
        Self { out, is_raw: false }
    }

    pub(super) fn raw(out: &'o mut Vec<u8>) -> Self {
        Self { out, is_raw: true }
    }

    /// Writes a scalar as a key.
    fn quoted(self, scalar: impl FnOnce(Json<'_>) -> Outcome) -> Outcome {
        if self.is_raw {
            return Err(Error);
        }
        self.out.push(b'"');
        scalar(Json(self.out))?;
        self.out.extend_from_slice(b"\":");
        Ok(())
    }
}

macro_rules! quoted {
    ($($method:ident($ty:ty);)*) => {$(
        fn $method(self, value: $ty) -> Outcome {
            self.quoted(|json| json.$method(value))
        }
    )*};
}

impl Serializer for Text<'_> {
    type Ok = ();
    type Error = Error;

    parts_refused!(Error);

    #[inline(always)]
    fn serialize_str(self, value: &str) -> Outcome {
        if self.is_raw {
            self.out.extend_from_slice(value.as_bytes());
        } else {
            escape::key(value, self.out);
        }
        Ok(())
    }

    fn collect_str<T: fmt::Display + ?Sized>(self, value: &T) -> Outcome {
        if self.is_raw {
            return Err(Error);
        }
        escape::displayed(value, self.out)?;
        self.out.push(b':');
        Ok(())
    }

    fn serialize_char(self, value: char) -> Outcome {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Outcome {
        self.serialize_str(variant)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Outcome {
        value.serialize(self)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Outcome {
        value.serialize(self)
    }

    quoted! {
        serialize_bool(bool);
        serialize_i8(i8);
        serialize_i16(i16);
        serialize_i32(i32);
        serialize_i64(i64);
        serialize_i128(i128);
        serialize_u8(u8);
        serialize_u16(u16);
        serialize_u32(u32);
        serialize_u64(u64);
        serialize_u128(u128);
    }

    fn serialize_f32(self, value: f32) -> Outcome {
        if value.is_finite() { self.quoted(|json| json.serialize_f32(value)) } else { Err(Error) }
    }

    fn serialize_f64(self, value: f64) -> Outcome {
        if value.is_finite() { self.quoted(|json| json.serialize_f64(value)) } else { Err(Error) }
    }

    refused! { Error;
        serialize_bytes(&[u8]);
        serialize_none();
        serialize_unit();
        serialize_unit_struct(&'static str);
    }
}
