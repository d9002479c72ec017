//! The short way for values that are scalars, as most details are.
//!
//! Where a value is handed over, its type is still known. One that consists of a number, a text or a boolean
//! crosses to the format as such, in one call; the format cannot tell the difference.

use std::{
    cell::Cell,
    fmt::{Display, Error as NoScalar},
    ops::ControlFlow,
};

use serde::ser::{Impossible, Serialize, SerializeMap, Serializer};

use super::{Erased, Value};

/// Shows `value` to `visit`: as the scalar it is, or else erased.
#[inline]
pub(crate) fn show<T: Serialize + ?Sized>(
    name: &'static str,
    value: &T,
    visit: &mut dyn Visit,
) -> ControlFlow<()> {
    let depends = &Cell::new(false);
    let scalar = value.serialize(IfScalar { name, visit: &mut *visit, depends });
    scalar.unwrap_or_else(|NoScalar| visit.value(name, &value))
}

/// Calls a macro with the scalars that take the short way.
macro_rules! scalars {
    ($then:ident) => {
        $then! {
            bool: bool = serialize_bool,
            i32: i32 = serialize_i32,
            i64: i64 = serialize_i64,
            u8: u8 = serialize_u8,
            u16: u16 = serialize_u16,
            u32: u32 = serialize_u32,
            u64: u64 = serialize_u64,
            f64: f64 = serialize_f64,
            str: &str = serialize_str,
        }
    };
}

macro_rules! show_value {
    ($($scalar:ident: $ty:ty = $_:ident,)*) => {$(
        fn $scalar(&mut self, name: &'static str, value: $ty) -> ControlFlow<()> {
            self.value(name, &value)
        }
    )*};
}

macro_rules! write_entry {
    ($($scalar:ident: $ty:ty = $_:ident,)*) => {$(
        fn $scalar(&mut self, name: &'static str, value: $ty) -> ControlFlow<()> {
            self.entry(name, &value)
        }
    )*};
}

macro_rules! take {
    ($($scalar:ident: $ty:ty = $serialize:ident,)*) => {$(
        #[inline]
        fn $serialize(self, value: $ty) -> Result<ControlFlow<()>, NoScalar> {
            if self.depends.get() { Err(NoScalar) } else { Ok(self.visit.$scalar(self.name, value)) }
        }
    )*};
}

macro_rules! refuse {
    ($($serialize:ident$(<$T:ident>)?($($ty:ty),*) -> $ok:ident;)*) => {$(
        fn $serialize$(<$T: Serialize + ?Sized>)?(self, $(_: $ty),*) -> Result<Self::$ok, NoScalar> {
            Err(NoScalar)
        }
    )*};
}

/// Takes named values one by one.
pub(crate) trait Visit {
    fn value(&mut self, name: &'static str, value: &dyn Erased) -> ControlFlow<()>;
    scalars!(show_value);
}

impl<F: FnMut(&'static str, &dyn Erased) -> ControlFlow<()>> Visit for F {
    fn value(&mut self, name: &'static str, value: &dyn Erased) -> ControlFlow<()> {
        self(name, value)
    }
}

/// Writes each value that `keep` keeps as an entry of a map.
pub(crate) struct Entries<'m, M: SerializeMap, K> {
    map: &'m mut M,
    keep: K,
    outcome: Result<(), M::Error>,
}

impl<'m, M: SerializeMap, K: Fn(&str, &dyn Erased) -> bool> Entries<'m, M, K> {
    pub(crate) fn of(map: &'m mut M, keep: K) -> Self {
        Self { map, keep, outcome: Ok(()) }
    }

    pub(crate) fn finish(self) -> Result<(), M::Error> {
        self.outcome
    }

    fn entry<T: Serialize>(&mut self, name: &'static str, value: &T) -> ControlFlow<()> {
        if (self.keep)(name, value)
            && let Err(error) = self.map.serialize_entry(name, value)
        {
            self.outcome = Err(error);
            return ControlFlow::Break(());
        }
        ControlFlow::Continue(())
    }
}

impl<M: SerializeMap, K: Fn(&str, &dyn Erased) -> bool> Visit for Entries<'_, M, K> {
    fn value(&mut self, name: &'static str, value: &dyn Erased) -> ControlFlow<()> {
        self.entry(name, &Value(value))
    }

    scalars!(write_entry);
}

/// Takes the one scalar that a value consists of, and refuses any other value.
struct IfScalar<'v> {
    name: &'static str,
    visit: &'v mut dyn Visit,
    /// Whether the value asked what kind of format this is, which only the format knows.
    depends: &'v Cell<bool>,
}

impl Serializer for IfScalar<'_> {
    type Ok = ControlFlow<()>;
    type Error = NoScalar;
    type SerializeSeq = Impossible<Self::Ok, NoScalar>;
    type SerializeTuple = Impossible<Self::Ok, NoScalar>;
    type SerializeTupleStruct = Impossible<Self::Ok, NoScalar>;
    type SerializeTupleVariant = Impossible<Self::Ok, NoScalar>;
    type SerializeMap = Impossible<Self::Ok, NoScalar>;
    type SerializeStruct = Impossible<Self::Ok, NoScalar>;
    type SerializeStructVariant = Impossible<Self::Ok, NoScalar>;

    scalars!(take);

    refuse! {
        serialize_i8(i8) -> Ok;
        serialize_i16(i16) -> Ok;
        serialize_f32(f32) -> Ok;
        serialize_char(char) -> Ok;
        serialize_bytes(&[u8]) -> Ok;
        serialize_none() -> Ok;
        serialize_some<T>(&T) -> Ok;
        serialize_unit() -> Ok;
        serialize_unit_struct(&'static str) -> Ok;
        serialize_unit_variant(&'static str, u32, &'static str) -> Ok;
        serialize_newtype_struct<T>(&'static str, &T) -> Ok;
        serialize_newtype_variant<T>(&'static str, u32, &'static str, &T) -> Ok;
        serialize_seq(Option<usize>) -> SerializeSeq;
        serialize_tuple(usize) -> SerializeTuple;
        serialize_tuple_struct(&'static str, usize) -> SerializeTupleStruct;
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> SerializeTupleVariant;
        serialize_map(Option<usize>) -> SerializeMap;
        serialize_struct(&'static str, usize) -> SerializeStruct;
        serialize_struct_variant(&'static str, u32, &'static str, usize) -> SerializeStructVariant;
    }

    fn collect_str<T: Display + ?Sized>(self, _: &T) -> Result<Self::Ok, NoScalar> {
        Err(NoScalar)
    }

    #[inline]
    fn is_human_readable(&self) -> bool {
        self.depends.set(true);
        true
    }
}

#[cfg(test)]
mod tests {
    use std::net::Ipv4Addr;

    use super::*;

    /// Notes which way each value came.
    #[derive(Default)]
    struct Ways(Vec<&'static str>);

    impl Visit for Ways {
        fn value(&mut self, _: &'static str, _: &dyn Erased) -> ControlFlow<()> {
            self.0.push("erased");
            ControlFlow::Continue(())
        }

        fn u64(&mut self, _: &'static str, value: u64) -> ControlFlow<()> {
            assert_eq!(value, 7);
            self.0.push("u64");
            ControlFlow::Break(())
        }

        fn str(&mut self, _: &'static str, value: &str) -> ControlFlow<()> {
            assert_eq!(value, "text");
            self.0.push("str");
            ControlFlow::Continue(())
        }
    }

    #[test]
    fn scalars_come_as_they_are_and_everything_once() {
        let mut ways = Ways::default();
        assert!(show("n", &7_u64, &mut ways).is_break());
        assert!(show("n", &"text".to_owned(), &mut ways).is_continue());
        assert!(show("n", &Some("text"), &mut ways).is_continue());
        assert!(show("n", &vec![7_u64], &mut ways).is_continue());
        assert_eq!(ways.0, ["u64", "str", "erased", "erased"]);
    }

    #[test]
    fn what_depends_on_the_format_is_left_to_it() {
        let mut ways = Ways::default();
        assert!(show("n", &Ipv4Addr::LOCALHOST, &mut ways).is_continue());
        assert_eq!(ways.0, ["erased"]);
    }
}
