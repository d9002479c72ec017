//! The side a value sees: a `Serializer` that passes everything on to a [`Sink`].

use std::fmt::{self, Write as _};

use serde::ser::{
    Error as _, Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant,
    SerializeTuple, SerializeTupleStruct, SerializeTupleVariant, Serializer,
};

use super::{Compound, Failed, Part, Scalar, Sink, Wrapper};

pub(super) struct IntoSink<'a>(pub(super) &'a mut dyn Sink);

type Done = Result<(), Failed>;

macro_rules! scalars {
    ($($method:ident($ty:ty) $scalar:ident,)*) => {$(
        fn $method(self, value: $ty) -> Done {
            self.0.scalar(Scalar::$scalar(value))
        }
    )*};
}

macro_rules! compounds {
    ($($method:ident($($name:ident: $ty:ty),*) -> $state:ident, $compound:ident;)*) => {$(
        fn $method(self, $($name: $ty),*) -> Result<Self, Failed> {
            self.0.open(Compound::$compound($($name),*))?;
            Ok(self)
        }
    )*};
}

impl Serializer for IntoSink<'_> {
    type Ok = ();
    type Error = Failed;
    type SerializeSeq = Self;
    type SerializeTuple = Self;
    type SerializeTupleStruct = Self;
    type SerializeTupleVariant = Self;
    type SerializeMap = Self;
    type SerializeStruct = Self;
    type SerializeStructVariant = Self;

    scalars! {
        serialize_bool(bool) Bool,
        serialize_i8(i8) I8,
        serialize_i16(i16) I16,
        serialize_i32(i32) I32,
        serialize_i64(i64) I64,
        serialize_i128(i128) I128,
        serialize_u8(u8) U8,
        serialize_u16(u16) U16,
        serialize_u32(u32) U32,
        serialize_u64(u64) U64,
        serialize_u128(u128) U128,
        serialize_f32(f32) F32,
        serialize_f64(f64) F64,
        serialize_char(char) Char,
        serialize_str(&str) Str,
        serialize_bytes(&[u8]) Bytes,
        serialize_unit_struct(&'static str) UnitStruct,
    }

    compounds! {
        serialize_seq(len: Option<usize>) -> SerializeSeq, Seq;
        serialize_tuple(len: usize) -> SerializeTuple, Tuple;
        serialize_tuple_struct(name: &'static str, len: usize) -> SerializeTupleStruct, TupleStruct;
        serialize_tuple_variant(name: &'static str, index: u32, variant: &'static str, len: usize) -> SerializeTupleVariant, TupleVariant;
        serialize_map(len: Option<usize>) -> SerializeMap, Map;
        serialize_struct(name: &'static str, len: usize) -> SerializeStruct, Struct;
        serialize_struct_variant(name: &'static str, index: u32, variant: &'static str, len: usize) -> SerializeStructVariant, StructVariant;
    }

    fn serialize_none(self) -> Done {
        self.0.scalar(Scalar::None)
    }

    fn serialize_unit(self) -> Done {
        self.0.scalar(Scalar::Unit)
    }

    fn serialize_unit_variant(self, name: &'static str, index: u32, variant: &'static str) -> Done {
        self.0.scalar(Scalar::UnitVariant(name, index, variant))
    }

    fn collect_str<T: fmt::Display + ?Sized>(self, value: &T) -> Done {
        // Not by the format's own `collect_str`: serde_json panics if the `Display` fails.
        let mut text = String::new();
        match write!(text, "{value}") {
            Ok(()) => self.0.scalar(Scalar::Str(&text)),
            Err(fmt::Error) => Err(Failed::custom("a `Display` failed")),
        }
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Done {
        self.0.wrapped(Wrapper::Some, &value)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        value: &T,
    ) -> Done {
        self.0.wrapped(Wrapper::NewtypeStruct(name), &value)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        index: u32,
        variant: &'static str,
        value: &T,
    ) -> Done {
        self.0.wrapped(Wrapper::NewtypeVariant(name, index, variant), &value)
    }

    fn is_human_readable(&self) -> bool {
        self.0.is_human_readable()
    }
}

macro_rules! elements {
    ($($trait:ident::$method:ident,)*) => {$(
        impl $trait for IntoSink<'_> {
            type Ok = ();
            type Error = Failed;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Done {
                self.0.part(Part::Element(&value))
            }

            fn end(self) -> Done {
                self.0.close()
            }
        }
    )*};
}

elements! {
    SerializeSeq::serialize_element,
    SerializeTuple::serialize_element,
    SerializeTupleStruct::serialize_field,
    SerializeTupleVariant::serialize_field,
}

macro_rules! fields {
    ($($trait:ident,)*) => {$(
        impl $trait for IntoSink<'_> {
            type Ok = ();
            type Error = Failed;

            fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Done {
                self.0.part(Part::Field(name, &value))
            }

            fn skip_field(&mut self, name: &'static str) -> Done {
                self.0.part(Part::Skipped(name))
            }

            fn end(self) -> Done {
                self.0.close()
            }
        }
    )*};
}

fields!(SerializeStruct, SerializeStructVariant,);

impl SerializeMap for IntoSink<'_> {
    type Ok = ();
    type Error = Failed;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Done {
        self.0.part(Part::Key(&key))
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Done {
        self.0.part(Part::Value(&value))
    }

    fn end(self) -> Done {
        self.0.close()
    }
}
