use std::cell::Cell;

use serde::{Deserialize, Deserializer};

thread_local! {
    /// Where the last value that was not valid is: the errors of the frameworks have no room for it.
    static FAILED_AT: Cell<Option<String>> = const { Cell::new(None) };
}

/// A value whose deserialization says where it failed.
pub(crate) struct Located<T>(pub(crate) T);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Located<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        serde_path_to_error::deserialize(deserializer).map(Self).map_err(|error| {
            FAILED_AT.set(Some(error.path().to_string()));
            error.into_inner()
        })
    }
}

/// Where the value that has just failed is not valid; nothing if that is said of the value as a whole.
pub(crate) fn failed_at() -> Option<String> {
    FAILED_AT.take().filter(|path| path != ".")
}

/// The name of a parameter of a path: one that is known by its place in a tuple, or that is the only one.
pub(crate) fn name_in_path(names: &[&str], at: Option<String>) -> String {
    let Some(at) = at else {
        return match names {
            [name] => (*name).to_owned(),
            _ => String::new(),
        };
    };
    let index = at.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')?.parse().ok());
    match index.and_then(|index: usize| names.get(index)) {
        Some(name) => (*name).to_owned(),
        None => at,
    }
}
