//! The type that codes belong to.

use std::panic::Location;

use crate::const_str::same;

/// A type with codes: what tells it from every other, and what a message calls it.
#[derive(Debug, Clone, Copy)]
pub struct Owner {
    pub(super) name: &'static str,
    /// Where the type is defined, such as `"src/jobs.rs:12"`.
    pub(super) location: &'static str,
    /// The module, name, place and text of a derived type; empty for a hand-written one.
    origin: &'static str,
    /// The call of [`Codes::from_specs`](super::Codes::from_specs) for a hand-written type.
    pub(super) call: Option<&'static Location<'static>>,
    /// What tells the domain from every other that keeps the type's codes apart, as a domain does for the types of its own
    /// crate; empty without one.
    domain: &'static str,
}

/// The owner of derived codes.
#[must_use]
pub const fn owner(
    name: &'static str,
    origin: &'static str,
    location: &'static str,
    domain: &'static str,
) -> Owner {
    Owner { name, location, origin, call: None, domain }
}

impl Owner {
    /// The owner of codes that are written by hand.
    pub(super) const fn at(call: &'static Location<'static>) -> Self {
        Self { name: "", location: "", origin: "", call: Some(call), domain: "" }
    }

    /// Whether both are one type, reached by two ways.
    pub(super) const fn is(&self, other: &Self) -> bool {
        same(self.origin, other.origin)
            && same(self.domain, other.domain)
            && match (self.call, other.call) {
                (None, None) => true,
                (Some(a), Some(b)) => {
                    same(a.file(), b.file()) && a.line() == b.line() && a.column() == b.column()
                }
                (Some(_), None) | (None, Some(_)) => false,
            }
    }

    /// The package of a derived type, with which its module begins; empty for a hand-written one.
    pub(super) const fn package(&self) -> &'static str {
        let bytes = self.origin.as_bytes();
        let mut len = 0;
        while len < bytes.len() && bytes[len] != b':' && bytes[len] != b' ' {
            len += 1;
        }
        self.origin.split_at(len).0
    }

    pub(super) const fn has_package_of(&self, other: &Self) -> bool {
        same(self.package(), other.package())
    }

    /// Whether one domain keeps the codes of both apart.
    pub(super) const fn has_domain_of(&self, other: &Self) -> bool {
        !self.domain.is_empty() && same(self.domain, other.domain)
    }
}
