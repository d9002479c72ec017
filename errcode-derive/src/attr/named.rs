//! Attributes by their names, each asked for once: an identifier is text to the compiler alone.

use syn::{Attribute, Meta};

/// An attribute and its name; empty for one whose path is longer, such as `#[rustfmt::skip]`.
pub(super) struct Named<'a> {
    pub(super) name: String,
    pub(super) attr: &'a Attribute,
}

impl<'a> Named<'a> {
    pub(super) fn all(attrs: &'a [Attribute]) -> Vec<Self> {
        let named = |attr: &'a Attribute| {
            let name = attr.path().get_ident().map(ToString::to_string);
            Self { name: name.unwrap_or_default(), attr }
        };
        attrs.iter().map(named).collect()
    }

    pub(super) const fn meta(&self) -> &'a Meta {
        &self.attr.meta
    }
}
