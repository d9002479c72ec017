//! The short way for details that are scalars, as most are.
//!
//! Where a value is handed over, its type is still known. One that consists of a number, a text or a boolean crosses
//! to the format in one call, as that scalar; the format cannot tell the difference. Any other value is erased.

#![allow(clippy::inline_always)] // Where names are constants, so is most of what is done with them: measured.

use std::{
    cell::Cell,
    fmt::{Display, Error as NotScalar},
};

use serde_core::ser::{Serialize, Serializer};

use super::Visit;
use crate::refused::{parts_refused, refused};

/// A value that is written in one call.
#[derive(Clone, Copy)]
pub(super) enum Scalar<'a> {
    Bool(bool),
    I32(i32),
    I64(i64),
    U8(u8),
    U16(u16),
    U32(u32),
    U64(u64),
    F64(f64),
    Str(&'a str),
}

impl Serialize for Scalar<'_> {
    #[inline(always)]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match *self {
            Self::Bool(value) => serializer.serialize_bool(value),
            Self::I32(value) => serializer.serialize_i32(value),
            Self::I64(value) => serializer.serialize_i64(value),
            Self::U8(value) => serializer.serialize_u8(value),
            Self::U16(value) => serializer.serialize_u16(value),
            Self::U32(value) => serializer.serialize_u32(value),
            Self::U64(value) => serializer.serialize_u64(value),
            Self::F64(value) => serializer.serialize_f64(value),
            Self::Str(value) => serializer.serialize_str(value),
        }
    }
}

/// Shows `value` to `visit`: as the scalar it is, or else erased. An `Option` that is `None`, by whatever name and
/// behind whatever pointer, is not shown: it is a detail that this occurrence does not have.
///
/// `takes_scalars` says whether a scalar may be handed over before its value is known to serialize.
#[inline]
pub(super) fn show<T: Serialize + ?Sized>(
    name: &'static str,
    value: &T,
    visit: &mut dyn Visit,
    takes_scalars: bool,
) {
    let first = if takes_scalars { State::Unseen } else { State::Depends };
    let state = &Cell::new(first);
    let outcome = value.serialize(IfScalar { name, visit: &mut *visit, state });
    match (outcome, state.get()) {
        (Ok(()), _) | (Err(NotScalar), State::Absent) => {}
        // It handed over a scalar and failed then: what was shown must not stay.
        (Err(NotScalar), State::Shown) => visit.fail(),
        (Err(NotScalar), State::Unseen | State::Depends) => visit.value(name, &value),
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Unseen,
    /// No scalar is taken: it asked what kind of format this is, which only the format knows.
    Depends,
    Shown,
    Absent,
}

/// Takes the one scalar that a value consists of, and refuses any other value.
struct IfScalar<'v> {
    name: &'static str,
    visit: &'v mut dyn Visit,
    state: &'v Cell<State>,
}

macro_rules! taken {
    ($($serialize:ident($ty:ty) -> $scalar:ident;)*) => {$(
        #[inline]
        fn $serialize(self, value: $ty) -> Result<(), NotScalar> {
            if self.state.get() == State::Depends {
                return Err(NotScalar);
            }
            self.state.set(State::Shown);
            self.visit.scalar(self.name, Scalar::$scalar(value));
            Ok(())
        }
    )*};
}

impl Serializer for IfScalar<'_> {
    type Ok = ();
    type Error = NotScalar;

    parts_refused!(NotScalar);

    taken! {
        serialize_bool(bool) -> Bool;
        serialize_i32(i32) -> I32;
        serialize_i64(i64) -> I64;
        serialize_u8(u8) -> U8;
        serialize_u16(u16) -> U16;
        serialize_u32(u32) -> U32;
        serialize_u64(u64) -> U64;
        serialize_f64(f64) -> F64;
        serialize_str(&str) -> Str;
    }

    refused! { NotScalar;
        serialize_i8(i8);
        serialize_i16(i16);
        serialize_f32(f32);
        serialize_char(char);
        serialize_bytes(&[u8]);
        serialize_some<T>(&T);
        serialize_unit();
        serialize_unit_struct(&'static str);
        serialize_unit_variant(&'static str, u32, &'static str);
        serialize_newtype_struct<T>(&'static str, &T);
    }

    fn serialize_none(self) -> Result<(), NotScalar> {
        self.state.set(State::Absent);
        Err(NotScalar)
    }

    fn collect_str<T: Display + ?Sized>(self, _: &T) -> Result<(), NotScalar> {
        Err(NotScalar)
    }

    #[inline]
    fn is_human_readable(&self) -> bool {
        self.state.set(State::Depends);
        true
    }
}

#[cfg(test)]
mod tests {
    use std::net::Ipv4Addr;

    use super::*;

    /// Notes which way each value came.
    #[derive(Default)]
    struct Ways(Vec<String>);

    impl Visit for Ways {
        fn scalar(&mut self, _: &'static str, scalar: Scalar<'_>) {
            self.0.push(serde_json::to_string(&scalar).unwrap());
        }

        fn value(&mut self, _: &'static str, _: &dyn crate::details::Value) {
            self.0.push("erased".to_owned());
        }

        fn fail(&mut self) {
            self.0.push("failed".to_owned());
        }
    }

    fn ways(show_values: impl FnOnce(&mut Ways)) -> Vec<String> {
        let mut ways = Ways::default();
        show_values(&mut ways);
        ways.0
    }

    #[test]
    fn scalars_come_as_they_are_and_everything_once() {
        let ways = ways(|visit| {
            show("n", &7_u64, visit, true);
            show("n", &"text".to_owned(), visit, true);
            show("n", &-1.5_f64, visit, true);
            show("n", &Some("text"), visit, true);
            show("n", &vec![7_u64], visit, true);
        });
        assert_eq!(ways, ["7", "\"text\"", "-1.5", "erased", "erased"]);
    }

    #[test]
    fn none_is_not_shown_whatever_its_type_is_called() {
        type Maybe<T> = Option<T>;
        for takes_scalars in [true, false] {
            let ways = ways(|visit| {
                show("n", &None::<u8>, visit, takes_scalars);
                show("n", &Maybe::<u8>::None, visit, takes_scalars);
                show("n", &&Box::new(None::<Vec<u8>>), visit, takes_scalars);
                show("n", &(), visit, takes_scalars);
            });
            assert_eq!(ways, ["erased"]);
        }
    }

    #[test]
    fn what_depends_on_the_format_is_left_to_it() {
        assert_eq!(ways(|visit| show("n", &Ipv4Addr::LOCALHOST, visit, true)), ["erased"]);
    }

    #[test]
    fn a_failure_after_a_scalar_is_a_failure() {
        struct ShownThenRefused;
        impl Serialize for ShownThenRefused {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_u8(1)?;
                Err(serde_core::ser::Error::custom("refused"))
            }
        }
        assert_eq!(ways(|visit| show("n", &ShownThenRefused, visit, true)), ["1", "failed"]);
    }
}
