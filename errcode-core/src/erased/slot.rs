//! The side a format sees: a [`Sink`] around one real `Serializer`, used for one value.

use std::mem;

use serde::ser::{
    Error, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant, Serializer,
};

use super::{Compound, Erased, Failed, Part, Scalar, Sink, Value, Wrapper};

/// A serializer through its life: ready, inside a compound, and done or failed.
pub(super) enum Slot<S: Serializer> {
    Ready(S),
    Seq(S::SerializeSeq),
    Tuple(S::SerializeTuple),
    TupleStruct(S::SerializeTupleStruct),
    TupleVariant(S::SerializeTupleVariant),
    Map(S::SerializeMap),
    Struct(S::SerializeStruct),
    StructVariant(S::SerializeStructVariant),
    Done(S::Ok),
    Failed(S::Error),
    /// Between two states, or after a call that does not fit the state, which serde's own types rule out.
    Spent,
}

impl<S: Serializer> Slot<S> {
    /// What the value's `serialize` comes to.
    pub(super) fn finish(self, outcome: Result<(), Failed>) -> Result<S::Ok, S::Error> {
        match (self, outcome) {
            (Self::Done(ok), Ok(())) => Ok(ok),
            (Self::Failed(error), _) => Err(error),
            (_, Err(failed)) => Err(S::Error::custom(failed)),
            (_, Ok(())) => Err(S::Error::custom("the value was not serialized to its end")),
        }
    }

    fn settle(&mut self, result: Result<S::Ok, S::Error>) -> Result<(), Failed> {
        match result {
            Ok(ok) => self.enter(Ok(Self::Done(ok))),
            Err(error) => self.enter(Err(error)),
        }
    }

    fn enter(&mut self, result: Result<Self, S::Error>) -> Result<(), Failed> {
        match result {
            Ok(state) => {
                *self = state;
                Ok(())
            }
            Err(error) => {
                *self = Self::Failed(error);
                Err(Failed(String::new()))
            }
        }
    }

    fn take_ready(&mut self) -> Result<S, Failed> {
        match mem::replace(self, Self::Spent) {
            Self::Ready(serializer) => Ok(serializer),
            _ => Err(misuse()),
        }
    }
}

#[cold]
fn misuse() -> Failed {
    Failed("serializer used out of order".to_owned())
}

impl<S: Serializer> Sink for Slot<S> {
    fn is_human_readable(&self) -> bool {
        // Asked before anything else; the answer for a later state is never used.
        if let Self::Ready(serializer) = self { serializer.is_human_readable() } else { true }
    }

    fn scalar(&mut self, scalar: Scalar<'_>) -> Result<(), Failed> {
        let serializer = self.take_ready()?;
        let result = match scalar {
            Scalar::Bool(value) => serializer.serialize_bool(value),
            Scalar::I8(value) => serializer.serialize_i8(value),
            Scalar::I16(value) => serializer.serialize_i16(value),
            Scalar::I32(value) => serializer.serialize_i32(value),
            Scalar::I64(value) => serializer.serialize_i64(value),
            Scalar::I128(value) => serializer.serialize_i128(value),
            Scalar::U8(value) => serializer.serialize_u8(value),
            Scalar::U16(value) => serializer.serialize_u16(value),
            Scalar::U32(value) => serializer.serialize_u32(value),
            Scalar::U64(value) => serializer.serialize_u64(value),
            Scalar::U128(value) => serializer.serialize_u128(value),
            Scalar::F32(value) => serializer.serialize_f32(value),
            Scalar::F64(value) => serializer.serialize_f64(value),
            Scalar::Char(value) => serializer.serialize_char(value),
            Scalar::Str(value) => serializer.serialize_str(value),
            Scalar::Bytes(value) => serializer.serialize_bytes(value),
            Scalar::None => serializer.serialize_none(),
            Scalar::Unit => serializer.serialize_unit(),
            Scalar::UnitStruct(name) => serializer.serialize_unit_struct(name),
            Scalar::UnitVariant(name, index, variant) => {
                serializer.serialize_unit_variant(name, index, variant)
            }
        };
        self.settle(result)
    }

    fn wrapped(&mut self, wrapper: Wrapper, value: &dyn Erased) -> Result<(), Failed> {
        let serializer = self.take_ready()?;
        let value = &Value(value);
        let result = match wrapper {
            Wrapper::Some => serializer.serialize_some(value),
            Wrapper::NewtypeStruct(name) => serializer.serialize_newtype_struct(name, value),
            Wrapper::NewtypeVariant(name, index, variant) => {
                serializer.serialize_newtype_variant(name, index, variant, value)
            }
        };
        self.settle(result)
    }

    fn open(&mut self, compound: Compound) -> Result<(), Failed> {
        let serializer = self.take_ready()?;
        let result = match compound {
            Compound::Seq(len) => serializer.serialize_seq(len).map(Self::Seq),
            Compound::Tuple(len) => serializer.serialize_tuple(len).map(Self::Tuple),
            Compound::TupleStruct(name, len) => {
                serializer.serialize_tuple_struct(name, len).map(Self::TupleStruct)
            }
            Compound::TupleVariant(name, index, variant, len) => serializer
                .serialize_tuple_variant(name, index, variant, len)
                .map(Self::TupleVariant),
            Compound::Map(len) => serializer.serialize_map(len).map(Self::Map),
            Compound::Struct(name, len) => serializer.serialize_struct(name, len).map(Self::Struct),
            Compound::StructVariant(name, index, variant, len) => serializer
                .serialize_struct_variant(name, index, variant, len)
                .map(Self::StructVariant),
        };
        self.enter(result)
    }

    fn part(&mut self, part: Part<'_>) -> Result<(), Failed> {
        let result = match (&mut *self, part) {
            (Self::Seq(seq), Part::Element(value)) => seq.serialize_element(&Value(value)),
            (Self::Tuple(tuple), Part::Element(value)) => tuple.serialize_element(&Value(value)),
            (Self::TupleStruct(tuple), Part::Element(value)) => {
                tuple.serialize_field(&Value(value))
            }
            (Self::TupleVariant(tuple), Part::Element(value)) => {
                tuple.serialize_field(&Value(value))
            }
            (Self::Map(map), Part::Key(key)) => map.serialize_key(&Value(key)),
            (Self::Map(map), Part::Value(value)) => map.serialize_value(&Value(value)),
            (Self::Struct(fields), Part::Field(name, value)) => {
                fields.serialize_field(name, &Value(value))
            }
            (Self::Struct(fields), Part::Skipped(name)) => fields.skip_field(name),
            (Self::StructVariant(fields), Part::Field(name, value)) => {
                fields.serialize_field(name, &Value(value))
            }
            (Self::StructVariant(fields), Part::Skipped(name)) => fields.skip_field(name),
            _ => return Err(misuse()),
        };
        match result {
            Ok(()) => Ok(()),
            Err(error) => self.enter(Err(error)),
        }
    }

    fn close(&mut self) -> Result<(), Failed> {
        let result = match mem::replace(self, Self::Spent) {
            Self::Seq(seq) => seq.end(),
            Self::Tuple(tuple) => tuple.end(),
            Self::TupleStruct(tuple) => tuple.end(),
            Self::TupleVariant(tuple) => tuple.end(),
            Self::Map(map) => map.end(),
            Self::Struct(fields) => fields.end(),
            Self::StructVariant(fields) => fields.end(),
            _ => return Err(misuse()),
        };
        self.settle(result)
    }
}
