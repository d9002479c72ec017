//! Serialization of a value whose type is not known where it is written.
//!
//! `&dyn ApiError` cannot hand out its details by type, and a format is known only to the caller. So a value
//! is held as [`Erased`], which drives the format through the object-safe [`Sink`]:
//!
//! ```text
//! &dyn Erased ── into_sink: the Serializer that values see ──▶ dyn Sink ── slot: around the real Serializer
//! ```
//!
//! Nothing is copied or allocated on the way, but for text that a value only displays. It is what the crate
//! `erased-serde` does, at the size needed here. Details that are scalars have a shorter way: see [`scalar`].

mod into_sink;
mod scalar;
mod slot;

use std::fmt;

use serde::ser::{Serialize, Serializer};

use into_sink::IntoSink;
pub(crate) use scalar::{Entries, Visit, show};
use slot::Slot;

/// A value that can be serialized behind a pointer.
pub(crate) trait Erased {
    fn serialize_into(&self, sink: &mut dyn Sink) -> Result<(), Failed>;
}

impl<T: Serialize + ?Sized> Erased for T {
    fn serialize_into(&self, sink: &mut dyn Sink) -> Result<(), Failed> {
        self.serialize(IntoSink(sink))
    }
}

/// Gives an erased value back to serde.
pub(crate) struct Value<'a>(pub(crate) &'a dyn Erased);

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut slot = Slot::Ready(serializer);
        let outcome = self.0.serialize_into(&mut slot);
        slot.finish(outcome)
    }
}

/// Serde's data model, object-safe.
pub(crate) trait Sink {
    fn is_human_readable(&self) -> bool;
    fn scalar(&mut self, scalar: Scalar<'_>) -> Result<(), Failed>;
    fn wrapped(&mut self, wrapper: Wrapper, value: &dyn Erased) -> Result<(), Failed>;
    fn open(&mut self, compound: Compound) -> Result<(), Failed>;
    /// The next value of an open compound.
    fn part(&mut self, part: Part<'_>) -> Result<(), Failed>;
    fn close(&mut self) -> Result<(), Failed>;
}

pub(crate) enum Scalar<'a> {
    Bool(bool),
    I8(i8),
    I16(i16),
    I32(i32),
    I64(i64),
    I128(i128),
    U8(u8),
    U16(u16),
    U32(u32),
    U64(u64),
    U128(u128),
    F32(f32),
    F64(f64),
    Char(char),
    Str(&'a str),
    Bytes(&'a [u8]),
    None,
    Unit,
    UnitStruct(&'static str),
    UnitVariant(&'static str, u32, &'static str),
}

pub(crate) enum Wrapper {
    Some,
    NewtypeStruct(&'static str),
    NewtypeVariant(&'static str, u32, &'static str),
}

pub(crate) enum Compound {
    Seq(Option<usize>),
    Tuple(usize),
    TupleStruct(&'static str, usize),
    TupleVariant(&'static str, u32, &'static str, usize),
    Map(Option<usize>),
    Struct(&'static str, usize),
    StructVariant(&'static str, u32, &'static str, usize),
}

pub(crate) enum Part<'a> {
    /// Of a sequence or tuple.
    Element(&'a dyn Erased),
    /// Of a map.
    Key(&'a dyn Erased),
    /// Of a map, after its key.
    Value(&'a dyn Erased),
    /// Of a struct.
    Field(&'static str, &'a dyn Erased),
    /// Of a struct, left out.
    Skipped(&'static str),
}

/// The value's own refusal to be serialized; what the format refuses stays in the [`Slot`].
#[derive(Debug)]
pub(crate) struct Failed(String);

impl fmt::Display for Failed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Failed {}

impl serde::ser::Error for Failed {
    fn custom<T: fmt::Display>(message: T) -> Self {
        let mut text = String::new();
        // `to_string` would panic if the message's `Display` failed; half a message will do.
        let _ = fmt::write(&mut text, format_args!("{message}"));
        Self(text)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde::ser::Error as _;
    use serde_json::{json, to_string, to_string_pretty, to_value};

    use super::*;

    #[derive(serde::Serialize)]
    struct Unit;
    #[derive(serde::Serialize)]
    struct Newtype(u8);
    #[derive(serde::Serialize)]
    struct Pair(u8, char);
    #[derive(serde::Serialize)]
    enum Choice {
        Unit,
        Newtype(i8),
        Tuple(i16, i32),
        Struct { a: i64, b: Option<Box<Choice>> },
    }
    #[derive(serde::Serialize)]
    struct All {
        scalars: (bool, u16, u32, u64, u128, i128, f32, f64, char, &'static str, ()),
        #[serde(skip_serializing_if = "Option::is_none")]
        skipped: Option<u8>,
        choices: Vec<Choice>,
        map: BTreeMap<u8, [u8; 2]>,
        newtype: Newtype,
        pair: Pair,
        unit: Unit,
        displayed: std::net::Ipv4Addr,
    }

    fn all() -> All {
        let inner = Choice::Struct { a: -9, b: None };
        All {
            scalars: (true, 1, 2, 3, 4, -5, 1.5, f64::NAN, '"', "text\n", ()),
            skipped: None,
            choices: vec![
                Choice::Unit,
                Choice::Newtype(-1),
                Choice::Tuple(-2, -3),
                Choice::Struct { a: 7, b: Some(Box::new(inner)) },
            ],
            map: BTreeMap::from([(1, [2, 3]), (4, [5, 6])]),
            newtype: Newtype(8),
            pair: Pair(9, 'c'),
            unit: Unit,
            displayed: std::net::Ipv4Addr::LOCALHOST,
        }
    }

    #[test]
    fn every_kind_of_value_comes_out_as_without_erasure() {
        let all = all();
        assert_eq!(to_string(&Value(&all)).unwrap(), to_string(&all).unwrap());
        assert_eq!(to_string_pretty(&Value(&all)).unwrap(), to_string_pretty(&all).unwrap());
        assert_eq!(to_value(Value(&all)).unwrap(), to_value(&all).unwrap());
    }

    #[test]
    fn bytes_reach_the_format_as_bytes() {
        struct Bytes;
        impl Serialize for Bytes {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_bytes(b"ab")
            }
        }
        assert_eq!(to_value(Value(&Bytes)).unwrap(), json!([97, 98]));
    }

    #[test]
    fn the_reason_of_a_failure_survives() {
        struct Refuses;
        impl Serialize for Refuses {
            fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
                Err(S::Error::custom("not today"))
            }
        }
        let nested = vec![vec![Refuses]];
        assert_eq!(to_string(&Value(&nested)).unwrap_err().to_string(), "not today");
        let key_is_a_list = BTreeMap::from([(vec![1], 2)]);
        let direct = to_string(&key_is_a_list).unwrap_err().to_string();
        assert_eq!(to_string(&Value(&key_is_a_list)).unwrap_err().to_string(), direct);
    }
}
