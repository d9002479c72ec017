//! What generated code needs. Not public: names and signatures here change without notice.

pub use crate::{
    api_error::ApiError,
    catalog::{
        Catalog, Codes, ErrorCodes, Merged, Owner, Segment, Sources, Table, assert_listed, catalog,
        count, fail, flat, is_listed, listed, lock, merged, own, owner, range, slots, sources,
        tree,
    },
    detail_spec::{DetailKind, DetailSpec},
    details::{DetailVisitor, Details, VisitDetails},
    docs_url::Chunk,
    domain::{Domain, DomainFacts, InDomain, OfDomain},
    envelope::{Envelope, HasEnvelope, Problem},
    field_errors::FieldErrors,
    field_traits::{
        AsFieldErrors, DetailField, HeaderField, Inner, RetryAfter, StatusValue, Transparent,
    },
    headers::{
        assert_content_type, assert_envelope, inherit_headers, insert_header, insert_static,
    },
    public_message::{default_message, exposed_message, message_beside, written_message},
    render::{Render, render_unrecorded},
    retryable::retryable_beside,
    spec::{CodeSpec, DomainPart, Facts, Membership, More, Row, hash, places, row_flag as flag},
    status::{is_allowed, status},
};
pub use http;
pub use serde_core::Serialize;
pub use std;
/// A message that shows nothing of the error.
pub use std::borrow::Cow::Borrowed;

/// The macro that keeps the claims on a domain's codes: in scope in the crate that defines the domain. After `?` stands the
/// domain's name for a type whose codes it keeps apart.
#[doc(hidden)]
#[macro_export]
macro_rules! __errcode_claims {
    (? $domain:expr) => { $domain };
    ($($claims:tt)*) => { $($claims)* };
}

/// The macro that drops them, in any other.
#[doc(hidden)]
#[macro_export]
macro_rules! __errcode_no_claims {
    (? $domain:expr) => {
        ""
    };
    ($($claims:tt)*) => {};
}

pub use crate::__errcode_claims as claims;

/// In scope where a domain is not of this crate.
pub mod no_domain {
    pub use crate::__errcode_no_claims as __errcode_domain;
}
