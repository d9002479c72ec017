//! Documents generated from a catalog: a reference for people, types and tables for programs (feature `documents`).
//!
//! A [`Reference`] is a catalog with a title, a version and the [`Envelope`] that the service uses. Its methods return
//! documents as text:
//!
//! | method | document |
//! |---|---|
//! | [`to_markdown`](Reference::to_markdown) | tables by category, and a section for codes with details |
//! | [`to_html`](Reference::to_html) | one self-contained page with search |
//! | [`to_code_html`](Reference::to_code_html) | the page of one code |
//! | [`to_json`](Reference::to_json) | every code, as [`JSON_SCHEMA`] describes it |
//! | [`to_typescript`](Reference::to_typescript) | types, a table of codes and a `fetch` helper |
//! | [`to_openapi`](Reference::to_openapi) | OpenAPI 3.1 components |
//! | [`to_vectors`](Reference::to_vectors) | example responses for client tests |
//!
//! ```
//! use errcode::{ApiError, catalog, documents::Reference};
//!
//! #[derive(Debug, thiserror::Error, ApiError)]
//! #[api(category = "Job")]
//! enum JobError {
//!     /// Job deadline passed
//!     #[error("job {0} expired")]
//!     #[api(code = "JOB_EXPIRED", status = 410, resolution = "Submit new job")]
//!     Expired(u64),
//! }
//!
//! catalog!(static JOBS = [JobError]);
//!
//! let markdown = Reference::new(&JOBS).title("Errors of the job API").to_markdown();
//! assert!(markdown.contains("| `JOB_EXPIRED` | 410 | No | Job deadline passed | Submit new job |"));
//! ```
//!
//! Documents are deterministic: they contain no dates, no absolute paths and nothing that depends on the order of a hash
//! map. Texts are plain text with code spans in `` `backticks` ``; any other Markdown or HTML in them is escaped.

// `out += &format!(…)` keeps a document's parts in reading order; nothing here is on a request's path.
#![allow(clippy::format_push_string, clippy::format_collect)]

#[cfg(feature = "actix-web")]
mod actix_web;
#[cfg(feature = "cli")]
pub mod cli;
mod compare;
mod coverage;
mod entry;
mod html;
mod json;
mod json_text;
mod markdown;
mod openapi;
#[cfg(any(feature = "actix-web", feature = "tower"))]
mod serve;
mod text;
#[cfg(feature = "tower")]
mod tower;
mod typescript;
mod vectors;

use crate::{Catalog, CodeSpec, Envelope, RequestContext, bodies::Renderer};

use entry::Entry;

pub use compare::{Finding, Place};
pub use json::JSON_SCHEMA;
#[cfg(feature = "tower")]
pub use tower::ReferenceService;

/// A catalog of error codes, to generate documents from.
///
/// ```
/// use errcode::{ApiError, catalog, documents::Reference};
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[error("gone")]
/// #[api(code = "GONE", status = 410)]
/// struct Gone;
///
/// catalog!(static CODES = [Gone]);
///
/// let reference = Reference::new(&CODES).title("Errors of the store").version("1.2.0");
/// assert!(reference.to_markdown().starts_with("# Errors of the store\n"));
/// ```
#[derive(Debug, Clone)]
pub struct Reference {
    title: String,
    version: Option<String>,
    with_source: bool,
    renderer: Renderer,
    catalog: Option<&'static Catalog>,
    specs: Vec<&'static CodeSpec>,
    retired: Vec<&'static str>,
}

impl Reference {
    /// Creates the reference of a catalog, titled "Error codes".
    #[must_use]
    pub fn new(catalog: &'static Catalog) -> Self {
        let retired = catalog.retired().collect();
        Self { catalog: Some(catalog), retired, ..Self::from_specs(catalog) }
    }

    /// Creates the reference of codes without a catalog.
    ///
    /// ```
    /// use errcode::{CodeSpec, documents::Reference, http::StatusCode};
    ///
    /// static GONE: CodeSpec = CodeSpec::new("GONE", StatusCode::GONE);
    /// assert!(Reference::from_specs([&GONE]).to_markdown().contains("| `GONE` | 410 |"));
    /// ```
    #[must_use]
    pub fn from_specs(specs: impl IntoIterator<Item = &'static CodeSpec>) -> Self {
        Self {
            title: "Error codes".to_owned(),
            version: None,
            with_source: false,
            renderer: Renderer::default(),
            catalog: None,
            specs: specs.into_iter().collect(),
            retired: Vec::new(),
        }
    }

    /// Sets the title of the documents.
    #[must_use]
    pub fn title(self, title: impl Into<String>) -> Self {
        Self { title: title.into(), ..self }
    }

    /// Sets the version of the service that the documents describe.
    ///
    /// ```
    /// use errcode::{CodeSpec, documents::Reference, http::StatusCode};
    ///
    /// static GONE: CodeSpec = CodeSpec::new("GONE", StatusCode::GONE);
    /// let json = Reference::from_specs([&GONE]).version(env!("CARGO_PKG_VERSION")).to_json();
    /// assert!(json.contains(&format!("\"version\": \"{}\"", env!("CARGO_PKG_VERSION"))));
    /// ```
    #[must_use]
    pub fn version(self, version: impl Into<String>) -> Self {
        Self { version: Some(version.into()), ..self }
    }

    /// Sets the envelope of the service's responses. The default is [`Problem`](crate::envelope::Problem).
    ///
    /// Types and examples of bodies are inferred from what the envelope renders.
    ///
    /// ```
    /// use errcode::{CodeSpec, documents::Reference, envelope::Nested, http::StatusCode};
    ///
    /// static GONE: CodeSpec = CodeSpec::new("GONE", StatusCode::GONE);
    /// let typescript = Reference::from_specs([&GONE]).envelope::<Nested>().to_typescript();
    /// assert!(typescript.contains(r#"error: { code: "GONE"; message: string;"#));
    /// ```
    #[must_use]
    pub fn envelope<E: Envelope>(self) -> Self {
        Self { renderer: self.renderer.with_envelope::<E>(), ..self }
    }

    /// Sets the context that bodies are rendered with, for envelopes that use more of it than `request_id`, `timestamp`
    /// and `path`.
    ///
    /// ```
    /// use errcode::{CodeSpec, RequestContext, documents::Reference, http::StatusCode};
    ///
    /// static GONE: CodeSpec = CodeSpec::new("GONE", StatusCode::GONE);
    /// let reference = Reference::from_specs([&GONE]).context(RequestContext::new().request_id("req-1"));
    /// assert!(reference.to_typescript().contains("request_id?: string"));
    /// ```
    #[must_use]
    pub fn context(self, context: RequestContext) -> Self {
        Self { renderer: self.renderer.with_context(context), ..self }
    }

    /// Adds each code's variant and source line to the JSON document.
    ///
    /// A document with source lines changes with every edit above an error, so they are left out by default.
    ///
    /// ```
    /// use errcode::{CodeSpec, documents::Reference, http::StatusCode};
    ///
    /// static GONE: CodeSpec = CodeSpec::new("GONE", StatusCode::GONE).with_location("src/errors.rs:7");
    /// let reference = Reference::from_specs([&GONE]);
    /// assert!(!reference.to_json().contains("errors.rs"));
    /// assert!(reference.with_source().to_json().contains("src/errors.rs:7"));
    /// ```
    #[must_use]
    pub fn with_source(self) -> Self {
        Self { with_source: true, ..self }
    }

    /// Returns the release that introduced a code, which may be known from the catalog's lock alone.
    fn since(&self, spec: &CodeSpec) -> Option<&'static str> {
        spec.since().or_else(|| self.catalog?.since(spec.code()))
    }

    /// The codes in declaration order, each once: variants that share a code are one entry.
    fn entries(&self) -> Vec<Entry> {
        entry::entries(&self.specs)
    }
}
