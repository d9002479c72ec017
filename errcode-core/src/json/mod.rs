//! Compact JSON, byte for byte what `serde_json` writes.
//!
//! Error bodies are mostly strings that need no escaping, which this serializer copies eight bytes at a time where
//! `serde_json` looks at each. A `Display` that fails is an error here; `serde_json` panics. Numbers are left to
//! `serde_json`.

#![allow(clippy::inline_always)] // Where names are constants, so is most of what is done with them: measured.

mod compound;
mod escape;
mod name;
mod text;
mod verbatim;

use std::fmt;

use serde_core::ser::{Serialize, Serializer};

use compound::Compound;
pub(crate) use name::Name;
use text::Text;
pub(crate) use verbatim::Verbatim;

/// Appends `value` as compact JSON to `out`; leaves `out` as it was if the value cannot be serialized.
#[inline]
pub(crate) fn write(value: &(impl Serialize + ?Sized), out: &mut Vec<u8>) -> Result<(), Error> {
    let start = out.len();
    let outcome = value.serialize(Json(out));
    if outcome.is_err() {
        out.truncate(start);
    }
    outcome
}

/// A value that has no JSON form, or whose `Serialize` or `Display` failed. The reason is for nobody: it must not
/// reach a client.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Error;

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the value cannot be serialized as JSON")
    }
}

impl std::error::Error for Error {}

impl serde_core::ser::Error for Error {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

impl From<serde_json::Error> for Error {
    fn from(_: serde_json::Error) -> Self {
        Self
    }
}

impl From<fmt::Error> for Error {
    fn from(_: fmt::Error) -> Self {
        Self
    }
}

/// The serializer: appends one value to a buffer.
pub(crate) struct Json<'o>(&'o mut Vec<u8>);

type Outcome = Result<(), Error>;

macro_rules! numbers {
    ($($method:ident($ty:ty);)*) => {$(
        #[inline]
        fn $method(self, value: $ty) -> Outcome {
            Ok(serde_json::to_writer(self.0, &value)?)
        }
    )*};
}

impl<'o> Json<'o> {
    #[inline]
    #[allow(clippy::unnecessary_wraps)] // What its callers return.
    fn literal(self, text: &str) -> Outcome {
        self.0.extend_from_slice(text.as_bytes());
        Ok(())
    }

    /// `{"variant":` and what follows.
    fn tagged(self, variant: &str, opening: &[u8], closing: &'static [u8]) -> Compound<'o> {
        self.0.push(b'{');
        escape::key(variant, self.0);
        Compound::open(self.0, opening, closing)
    }
}

impl<'o> Serializer for Json<'o> {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Compound<'o>;
    type SerializeTuple = Compound<'o>;
    type SerializeTupleStruct = Compound<'o>;
    type SerializeTupleVariant = Compound<'o>;
    type SerializeMap = Compound<'o>;
    type SerializeStruct = Compound<'o>;
    type SerializeStructVariant = Compound<'o>;

    numbers! {
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
        serialize_f32(f32);
        serialize_f64(f64);
    }

    #[inline]
    fn serialize_bool(self, value: bool) -> Outcome {
        self.literal(if value { "true" } else { "false" })
    }

    fn serialize_char(self, value: char) -> Outcome {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    #[inline]
    fn serialize_str(self, value: &str) -> Outcome {
        escape::string(value, self.0);
        Ok(())
    }

    fn serialize_bytes(self, value: &[u8]) -> Outcome {
        self.collect_seq(value)
    }

    fn serialize_none(self) -> Outcome {
        self.literal("null")
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Outcome {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Outcome {
        self.literal("null")
    }

    fn serialize_unit_struct(self, _: &'static str) -> Outcome {
        self.literal("null")
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Outcome {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        value: &T,
    ) -> Outcome {
        if name == verbatim::NAME {
            value.serialize(Text::raw(self.0))
        } else {
            value.serialize(self)
        }
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Outcome {
        let mut object = Compound::open(self.0, b"{", b"}");
        object.entry(variant, value)?;
        object.close()
    }

    #[inline]
    fn serialize_seq(self, _: Option<usize>) -> Result<Compound<'o>, Error> {
        Ok(Compound::open(self.0, b"[", b"]"))
    }

    fn serialize_tuple(self, _: usize) -> Result<Compound<'o>, Error> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Compound<'o>, Error> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Compound<'o>, Error> {
        Ok(self.tagged(variant, b"[", b"]}"))
    }

    #[inline]
    fn serialize_map(self, _: Option<usize>) -> Result<Compound<'o>, Error> {
        Ok(Compound::open(self.0, b"{", b"}"))
    }

    #[inline]
    fn serialize_struct(self, name: &'static str, _: usize) -> Result<Compound<'o>, Error> {
        // What `serde_json` calls its `RawValue`, and its `Number` where that keeps every digit: one field that holds
        // JSON text.
        if name.starts_with("$serde_json::private::") {
            return Ok(Compound::raw(self.0));
        }
        self.serialize_map(None)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Compound<'o>, Error> {
        Ok(self.tagged(variant, b"{", b"}}"))
    }

    fn collect_str<T: fmt::Display + ?Sized>(self, value: &T) -> Outcome {
        Ok(escape::displayed(value, self.0)?)
    }

    fn is_human_readable(&self) -> bool {
        verbatim::answer();
        true
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, HashMap};

    use proptest::prelude::*;
    use serde_core::ser::SerializeSeq;
    use serde_json::value::RawValue;

    use super::*;

    fn written(value: &impl Serialize) -> Option<String> {
        let mut out = b"before".to_vec();
        let outcome = write(value, &mut out);
        let text = String::from_utf8(out).unwrap();
        let text = text.strip_prefix("before").unwrap();
        if outcome.is_err() {
            assert_eq!(text, "");
        }
        outcome.is_ok().then(|| text.to_owned())
    }

    #[track_caller]
    fn same(value: &impl Serialize) {
        assert_eq!(written(value), serde_json::to_string(value).ok());
    }

    #[derive(serde::Serialize)]
    struct Unit;
    #[derive(serde::Serialize)]
    struct Newtype<T>(T);
    #[derive(serde::Serialize)]
    struct Pair(u8, char);
    #[derive(serde::Serialize, PartialEq, Eq, Hash, PartialOrd, Ord)]
    enum Choice {
        Unit,
        Newtype(i8),
        Tuple(i16, i32),
        Struct { a: i64, b: Option<Box<Choice>> },
    }

    #[test]
    fn every_kind_of_value_is_what_serde_json_writes() {
        same(&(true, false, 1_u16, 2_u32, 3_u64, u128::MAX, i128::MIN, -1_i8));
        same(&(1.5_f32, 0.1_f32, 0.1_f64, 1e300, f64::NAN, f32::INFINITY, -0.0));
        same(&('"', 'é', '\0', "text\n\"", "", String::from("\\")));
        same(&((), Unit, Newtype(Some(8)), None::<u8>, Pair(9, 'c'), [[1]; 2], [0; 0]));
        let inner = Choice::Struct { a: -9, b: None };
        same(&[
            Choice::Unit,
            Choice::Newtype(-1),
            Choice::Tuple(-2, -3),
            Choice::Struct { a: 7, b: Some(Box::new(inner)) },
        ]);
        same(&std::net::Ipv4Addr::LOCALHOST);
        same(&BTreeMap::<String, u8>::new());
        same(&RawValue::from_string(r#"{"a" : 1}"#.into()).unwrap());
        same(&serde_json::json!({"a": [1, -2, 1.5, null, true, "x"], "b": {}}));
    }

    #[test]
    fn bytes_are_a_list_of_numbers() {
        struct Bytes;
        impl Serialize for Bytes {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_bytes(b"ab")
            }
        }
        same(&Bytes);
    }

    struct Float(f64);

    impl Serialize for Float {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.collect_map([(self.0, 1)])
        }
    }

    #[test]
    fn keys_are_what_serde_json_makes_of_them() {
        same(&BTreeMap::from([(1_u8, 1), (2, 2)]));
        same(&BTreeMap::from([(-1_i128, 1)]));
        same(&BTreeMap::from([(true, 1)]));
        same(&BTreeMap::from([('"', 1)]));
        same(&BTreeMap::from([(Choice::Unit, 1)]));
        same(&BTreeMap::from([(std::net::Ipv4Addr::LOCALHOST, 1)]));
        same(&BTreeMap::from([(Some("a"), 1)]));
        same(&BTreeMap::from([((), 1)]));
        same(&BTreeMap::from([(vec![1], 2)]));
        same(&BTreeMap::from([(Choice::Newtype(1), 2)]));
        same(&BTreeMap::from([(Choice::Struct { a: 1, b: None }, 2)]));
        same(&Float(1.5));
        same(&Float(f64::NAN));
    }

    struct Refuses;
    impl Serialize for Refuses {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.serialize_str("shown")?;
            Err(serde_core::ser::Error::custom("then refused"))
        }
    }
    struct Undisplayable;
    impl fmt::Display for Undisplayable {
        fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
            Err(fmt::Error)
        }
    }
    impl Serialize for Undisplayable {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.collect_str(self)
        }
    }

    /// Goes on after a part has failed.
    struct Ignores;
    impl Serialize for Ignores {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut seq = serializer.serialize_seq(None)?;
            let _ = seq.serialize_element(&Refuses);
            seq.serialize_element(&1)?;
            seq.end()
        }
    }

    #[test]
    fn a_failure_leaves_the_buffer_as_it_was() {
        assert_eq!(written(&vec![(1, Refuses)]), None);
        assert_eq!(written(&Newtype([Undisplayable])), None);
        assert_eq!(written(&vec![BTreeMap::from([(1, vec![Undisplayable])])]), None);
        assert_eq!(written(&Ignores), None);
    }

    fn json() -> impl Strategy<Value = serde_json::Value> {
        let leaf = prop_oneof![
            Just(serde_json::Value::Null),
            any::<bool>().prop_map(Into::into),
            any::<i64>().prop_map(Into::into),
            any::<u64>().prop_map(Into::into),
            any::<f64>().prop_map(Into::into),
            any::<String>().prop_map(Into::into),
        ];
        leaf.prop_recursive(4, 64, 8, |inner| {
            prop_oneof![
                proptest::collection::vec(inner.clone(), 0..8).prop_map(Into::into),
                proptest::collection::hash_map(any::<String>(), inner, 0..8)
                    .prop_map(|map: HashMap<_, _>| map.into_iter().collect()),
            ]
        })
    }

    proptest! {
        #[test]
        fn any_value_is_what_serde_json_writes(value in json()) {
            prop_assert_eq!(written(&value), serde_json::to_string(&value).ok());
        }
    }
}
