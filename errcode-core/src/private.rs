//! What generated code needs. Not public: names and signatures here change without notice.

pub use crate::{
    api_error::ApiError,
    catalog::{
        Codes, Entry, ErrorCodes, Owner, Segment, Sources, Table, catalog, count, fail, flat,
        index, is_listed, listed, lock, own, owner, range, slots, sources, tree,
    },
    detail_spec::{DetailKind, DetailSpec},
    details::{DetailVisitor, Details, VisitDetails},
    docs_url::{docs_url, docs_url_len},
    domain::Domain,
    envelope::{Envelope, HasEnvelope, Problem},
    field_errors::FieldErrors,
    field_traits::{AsFieldErrors, RetryAfter, StatusValue, Transparent},
    headers::{assert_content_type, insert_header, insert_static},
    public_message::{default_message, exposed_message, written_message},
    render::render_unrecorded,
    spec::CodeSpec,
    status::{is_allowed, status},
};
pub use http;
pub use serde::Serialize;
pub use std;
