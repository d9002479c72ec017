mod accept;
mod envelopes;

use std::marker::PhantomData;

use http::{HeaderMap, HeaderValue, header};
use serde_core::Serialize;

use super::Envelope;
use crate::{ErrorView, render::Render};
pub use envelopes::Envelopes;

/// Several envelopes, of which each response has one: what an [`Offer`] chooses.
///
/// Over a tuple, the request's `Accept` header chooses (RFC 9110 §12.5.1). The first is that of the house: it is used for
/// a request without the header, and where the client accepts nothing that is offered; of those that it accepts with the
/// same quality, the first is chosen. Every response has `Vary: Accept`.
///
/// ```
/// use errcode::{ApiError, RequestContext, envelope::{Html, Markdown, Negotiated, Nested, Problem}};
///
/// type House = Negotiated<(Nested, Problem, Markdown, Html)>;
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[error("job {0} expired")]
/// #[api(code = "JOB_EXPIRED", status = 410, envelope = House)]
/// struct Expired(u64);
///
/// let answer = |accept| errcode::respond(&Expired(7), &RequestContext::new().accept(accept));
/// let content_type = |accept| answer(accept).headers()["content-type"].to_str().unwrap().to_owned();
///
/// assert_eq!(content_type("*/*"), "application/json");
/// assert_eq!(content_type("application/problem+json, application/json;q=0.5"), "application/problem+json");
/// assert_eq!(content_type("text/html,application/xml;q=0.9,*/*;q=0.8"), "text/html; charset=utf-8");
/// assert_eq!(content_type("image/png"), "application/json");
/// assert_eq!(answer("*/*").headers()["vary"], "accept");
/// ```
///
/// `errcode::axum::Errors` and `errcode::actix_web::Errors` take the header from the request. A context of your own takes
/// it by [`accept_of`](crate::RequestContext::accept_of).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Negotiated<O>(PhantomData<fn() -> O>);

/// Envelopes, and which of them a response has. See [`Negotiated`].
///
/// A tuple of envelopes is an offer whose choice is the client's. Another rule, such as for a migration that keeps the old
/// envelope under an old path, is a type of its own:
///
/// ```
/// use errcode::{ApiError, ErrorView, RequestContext, envelope::{Negotiated, Nested, Offer, Problem}};
///
/// struct Migration;
///
/// impl Offer for Migration {
///     type Envelopes = (Problem, Nested);
///     const VARY: Option<&'static str> = None;
///
///     fn choose(view: ErrorView<'_>) -> usize {
///         let is_old = view.path().is_some_and(|path| path.starts_with("/v1/"));
///         usize::from(is_old)
///     }
/// }
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[error("gone")]
/// #[api(code = "GONE", status = 410, envelope = Negotiated<Migration>)]
/// struct Gone;
///
/// let old = errcode::respond(&Gone, &RequestContext::new().path("/v1/jobs"));
/// assert_eq!(old.headers()["content-type"], "application/json");
/// let new = errcode::respond(&Gone, &RequestContext::new().path("/v2/jobs"));
/// assert_eq!(new.headers()["content-type"], "application/problem+json");
/// ```
pub trait Offer {
    /// The envelopes, up to eight. The first is that of the house.
    type Envelopes: Envelopes;

    /// The request header that decides, for the `Vary` header of responses (RFC 9110 §12.5.5).
    const VARY: Option<&'static str> = Some("accept");

    /// Returns the position of the envelope of this response. A position that is none stands for the first.
    #[must_use]
    fn choose(view: ErrorView<'_>) -> usize {
        let accepted =
            view.accept().and_then(|accept| accept::best(accept, Self::Envelopes::TYPES));
        accepted.unwrap_or_default()
    }
}

impl<O: Offer> Envelope for Negotiated<O> {
    const CONTENT_TYPE: &'static str = O::Envelopes::FIRST;

    /// Builds the body of the first envelope.
    fn body(view: ErrorView<'_>) -> impl Serialize {
        O::Envelopes::first_body(view)
    }

    fn headers(view: ErrorView<'_>, headers: &mut HeaderMap) {
        O::Envelopes::headers(O::choose(view), view, headers);
        if let Some(vary) = const { vary::<O>() } {
            // The error may have one of its own: a cache takes them together.
            let _ = headers.try_append(header::VARY, vary);
        }
    }

    fn write(view: ErrorView<'_>, out: &mut Vec<u8>) {
        O::Envelopes::write(O::choose(view), view, out);
    }

    fn each(visit: &mut dyn FnMut(Render)) {
        O::Envelopes::each(visit);
    }
}

const fn vary<O: Offer>() -> Option<HeaderValue> {
    match O::VARY {
        Some(name) => Some(HeaderValue::from_static(name)),
        None => None,
    }
}
