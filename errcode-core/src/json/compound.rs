//! Arrays and objects.

use serde_core::ser::{
    Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant,
};

use super::{Error, Json, Outcome, escape, text::Text};

/// An array or object that is being written.
pub(crate) struct Compound<'o> {
    out: &'o mut Vec<u8>,
    is_empty: bool,
    closing: &'static [u8],
    /// Whether it stands for the JSON text in its one field.
    is_raw: bool,
    state: State,
}

/// Whether what was written is JSON so far.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Whole,
    /// A key has no value yet.
    AwaitsValue,
    /// A part failed, which the value may ignore, or came out of turn.
    Failed,
}

impl<'o> Compound<'o> {
    #[inline(always)]
    pub(super) fn open(out: &'o mut Vec<u8>, opening: &[u8], closing: &'static [u8]) -> Self {
        out.extend_from_slice(opening);
        Self { out, is_empty: true, closing, is_raw: false, state: State::Whole }
    }

    pub(super) fn raw(out: &'o mut Vec<u8>) -> Self {
        Self { out, is_empty: true, closing: b"", is_raw: true, state: State::Whole }
    }

    #[inline(always)]
    fn separate(&mut self) {
        if !self.is_empty {
            self.out.push(b',');
        }
        self.is_empty = false;
    }

    #[inline(always)]
    fn part(&mut self, outcome: Outcome) -> Outcome {
        if outcome.is_err() {
            self.state = State::Failed;
        }
        outcome
    }

    #[inline(always)]
    fn element<T: Serialize + ?Sized>(&mut self, value: &T) -> Outcome {
        self.separate();
        self.value(value)
    }

    #[inline(always)]
    pub(super) fn entry<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) -> Outcome {
        if self.is_raw {
            let outcome = value.serialize(Text::raw(self.out));
            return self.part(outcome);
        }
        self.separate();
        escape::key(name, self.out);
        self.value(value)
    }

    #[inline(always)]
    fn key<T: Serialize + ?Sized>(&mut self, key: &T) -> Outcome {
        self.separate();
        let outcome = key.serialize(Text::key(self.out));
        self.part(outcome)
    }

    #[inline(always)]
    fn value<T: Serialize + ?Sized>(&mut self, value: &T) -> Outcome {
        let outcome = value.serialize(Json(self.out));
        self.part(outcome)
    }

    #[inline(always)]
    pub(super) fn close(self) -> Outcome {
        self.out.extend_from_slice(self.closing);
        if self.state == State::Whole { Ok(()) } else { Err(Error) }
    }
}

macro_rules! arrays {
    ($($trait:ident::$method:ident,)*) => {$(
        impl $trait for Compound<'_> {
            type Ok = ();
            type Error = Error;

            #[inline(always)]
            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Outcome {
                self.element(value)
            }

            #[inline(always)]
            fn end(self) -> Outcome {
                self.close()
            }
        }
    )*};
}

arrays! {
    SerializeSeq::serialize_element,
    SerializeTuple::serialize_element,
    SerializeTupleStruct::serialize_field,
    SerializeTupleVariant::serialize_field,
}

macro_rules! structs {
    ($($trait:ident,)*) => {$(
        impl $trait for Compound<'_> {
            type Ok = ();
            type Error = Error;

            #[inline(always)]
            fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Outcome {
                self.entry(name, value)
            }

            #[inline(always)]
            fn end(self) -> Outcome {
                self.close()
            }
        }
    )*};
}

structs!(SerializeStruct, SerializeStructVariant,);

impl SerializeMap for Compound<'_> {
    type Ok = ();
    type Error = Error;

    #[inline(always)]
    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Outcome {
        if self.state != State::Whole {
            return self.part(Err(Error));
        }
        self.state = State::AwaitsValue;
        self.key(key)
    }

    #[inline(always)]
    fn serialize_entry<K: Serialize + ?Sized, V: Serialize + ?Sized>(
        &mut self,
        key: &K,
        value: &V,
    ) -> Outcome {
        if self.state != State::Whole {
            return self.part(Err(Error));
        }
        self.key(key)?;
        self.value(value)
    }

    #[inline(always)]
    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Outcome {
        if self.state != State::AwaitsValue {
            return self.part(Err(Error));
        }
        self.state = State::Whole;
        self.value(value)
    }

    #[inline(always)]
    fn end(self) -> Outcome {
        self.close()
    }
}
