//! A key that may be given, in the arguments of one place.

use proc_macro2::Ident;

/// A key of the attribute.
pub(crate) enum Arg<T> {
    Absent,
    /// Given wrongly, which has been reported: it is not missing too.
    Reported,
    Given(SpannedKey<T>),
}

/// A value and the key it was given to.
pub(crate) struct SpannedKey<T> {
    pub(crate) key: Ident,
    pub(crate) value: T,
}

impl<T> Arg<T> {
    pub(crate) fn value(self) -> Option<T> {
        match self {
            Self::Given(given) => Some(given.value),
            Self::Absent | Self::Reported => None,
        }
    }

    /// The key, if it was given.
    pub(crate) const fn key(&self) -> Option<&Ident> {
        match self {
            Self::Given(given) => Some(&given.key),
            Self::Absent | Self::Reported => None,
        }
    }

    pub(crate) const fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    pub(super) fn report(&mut self) {
        if self.is_absent() {
            *self = Self::Reported;
        }
    }
}
