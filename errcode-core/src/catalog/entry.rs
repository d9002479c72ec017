//! A code in use, or a retired one.

use super::owner::Owner;
use crate::{CodeSpec, const_str::same, spec};

/// A code and the type that uses or has retired it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry {
    pub(super) code: &'static str,
    pub(super) hash: u64,
    /// `None` for a retired code.
    pub(super) spec: Option<&'static CodeSpec>,
    pub(super) owner: Owner,
}

impl Entry {
    pub(super) const fn used(spec: &'static CodeSpec, owner: Owner) -> Self {
        Self { code: spec.code(), hash: spec.hash(), spec: Some(spec), owner }
    }

    pub(super) const fn retired(code: &'static str, owner: Owner) -> Self {
        Self { code, hash: spec::hash(code), spec: None, owner }
    }

    /// Whether both are one entry of one type, which is reached by two ways.
    pub(super) const fn is(&self, other: &Self) -> bool {
        same(self.code, other.code)
            && self.owner.is(&other.owner)
            && match (self.spec, other.spec) {
                (Some(spec), Some(other)) => spec.is(other),
                (None, None) => true,
                (Some(_), None) | (None, Some(_)) => false,
            }
    }

    /// Whether two entries of one code may stand beside each other.
    pub(super) const fn is_compatible_with(&self, other: &Self) -> bool {
        match (self.spec, other.spec) {
            (Some(spec), Some(other)) if spec.is_shared() && other.is_shared() => true,
            // Rustc reports those itself, as duplicate definitions.
            _ => self.owner.has_domain_of(&other.owner),
        }
    }
}
