//! What the codes of a type have of their domain: its name, and the URLs that its template gives. They are put together
//! at compile time; those of a type at once, because each constant costs the compiler more than the bytes in it.

use crate::{docs_url::Chunk, domain::DomainFacts};

/// What the codes of a type have of their domain.
#[allow(missing_debug_implementations)]
#[derive(Clone, Copy)]
pub struct Membership {
    domain: &'static DomainFacts,
    /// The URLs behind each other, each in so many chunks.
    urls: &'static [Chunk],
    chunks: usize,
}

impl Membership {
    /// What the codes of a type have of a domain.
    #[must_use]
    pub const fn new<const CHUNKS: usize>(
        domain: &'static DomainFacts,
        urls: &'static [[Chunk; CHUNKS]],
    ) -> Self {
        Self { domain, urls: urls.as_flattened(), chunks: CHUNKS }
    }

    /// The name of the domain; empty without one.
    pub(super) const fn domain(&self) -> &'static str {
        self.domain.name
    }

    /// The URL of the code in this row, which has so many bytes in it; empty without a template.
    pub(super) const fn url(&self, row: usize, code: usize) -> &'static str {
        self.domain.docs_url.text(self.urls.split_at(row * self.chunks).1, code)
    }
}
