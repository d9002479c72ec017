//! JSON text that is written as it stands.
//!
//! A detail is serialized before its entry is begun, so that one that fails leaves no trace. Where its entry goes to
//! this module's own serializer, that text is copied. Serde has no way to ask a serializer what it is, so
//! [`Json`](super::Json) answers the one question that it can be asked, whether its format is human-readable, with a
//! mark for this thread; then it is handed the text under a name that it knows.

use std::cell::Cell;

use serde_core::ser::{Serialize, Serializer};

/// The name of the newtype struct that holds a text to be copied.
pub(super) const NAME: &str = "$errcode::json";

thread_local! {
    static IS_JSON: Cell<bool> = const { Cell::new(false) };
}

/// Leaves the mark that the serializer being asked is this module's own.
pub(super) fn answer() {
    // It fails only while the thread is torn down; then the text is serialized anew.
    let _ = IS_JSON.try_with(|is_json| is_json.set(true));
}

fn ask<S: Serializer>(serializer: &S) -> bool {
    let _ = IS_JSON.try_with(|is_json| is_json.set(false));
    serializer.is_human_readable();
    IS_JSON.try_with(Cell::take).unwrap_or(false)
}

/// A value and its JSON text: the text where the format is this module's own, else the value.
pub(crate) struct Verbatim<'a, T: ?Sized> {
    pub(crate) text: &'a str,
    pub(crate) value: &'a T,
}

impl<T: Serialize + ?Sized> Serialize for Verbatim<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if ask(&serializer) {
            serializer.serialize_newtype_struct(NAME, self.text)
        } else {
            self.value.serialize(serializer)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_serializer_takes_the_text() {
        let verbatim = Verbatim { text: r#"{"as" : "it stands"}"#, value: &7 };
        let mut out = Vec::new();
        crate::json::write(&[&verbatim], &mut out).unwrap();
        assert_eq!(out, br#"[{"as" : "it stands"}]"#);
        assert_eq!(serde_json::to_string(&[&verbatim]).unwrap(), "[7]");
        assert_eq!(serde_json::to_value(&verbatim).unwrap(), 7);
    }
}
