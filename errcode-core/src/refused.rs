//! What a `Serializer` that takes scalars alone has to say of everything else.

/// Methods that refuse their value with `$error`.
macro_rules! refused {
    ($error:ident; $($method:ident$(<$T:ident>)?($($ty:ty),*);)*) => {$(
        fn $method$(<$T: Serialize + ?Sized>)?(self, $(_: $ty),*) -> Result<Self::Ok, $error> {
            Err($error)
        }
    )*};
}
pub(crate) use refused;

/// The types and methods of values that have parts, all of them refused with `$error`.
macro_rules! parts_refused {
    ($error:ident) => {
        $crate::refused::parts_refused! { $error;
            SerializeSeq: serialize_seq(Option<usize>);
            SerializeTuple: serialize_tuple(usize);
            SerializeTupleStruct: serialize_tuple_struct(&'static str, usize);
            SerializeTupleVariant: serialize_tuple_variant(&'static str, u32, &'static str, usize);
            SerializeMap: serialize_map(Option<usize>);
            SerializeStruct: serialize_struct(&'static str, usize);
            SerializeStructVariant: serialize_struct_variant(&'static str, u32, &'static str, usize);
        }

        $crate::refused::refused! { $error;
            serialize_newtype_variant<T>(&'static str, u32, &'static str, &T);
        }
    };
    ($error:ident; $($part:ident: $method:ident($($ty:ty),*);)*) => {$(
        type $part = serde_core::ser::Impossible<Self::Ok, $error>;

        fn $method(self, $(_: $ty),*) -> Result<Self::$part, $error> {
            Err($error)
        }
    )*};
}
pub(crate) use parts_refused;
