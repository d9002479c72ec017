use std::{
    fmt,
    panic::{AssertUnwindSafe, catch_unwind},
};

/// The private text of an error, as far as its `Display` comes.
///
/// A `Display` that panics or fails would otherwise take the answer or the event away that it is part of, and what a
/// subscriber has written of an event would stand before the next one.
pub(crate) struct Shown<E>(pub(crate) E);

impl<E: fmt::Display> fmt::Display for Shown<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match catch_unwind(AssertUnwindSafe(|| write!(f, "{}", self.0))) {
            Ok(Ok(())) => Ok(()),
            Ok(Err(_)) => f.write_str("(display failed)"),
            Err(_) => f.write_str("(display panicked)"),
        }
    }
}
