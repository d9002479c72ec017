use http::{
    HeaderValue, Response,
    header::{CONTENT_TYPE, RETRY_AFTER},
};
use serde::ser::{Serialize, SerializeStruct, Serializer};

use crate::{ApiError, Envelope, Enveloped, ErrorView, RequestContext};

/// Room for an error body of the usual size, so that writing it does not have to grow the buffer.
const BODY_CAPACITY: usize = 512;

/// The complete response to a request that failed with `error`.
///
/// Its headers are those the error declares, the envelope's `Content-Type`, and at most one `Retry-After`, in
/// whole seconds rounded up (RFC 9110 §10.2.3). It never panics; see [`to_json`] for the body.
///
/// ```
/// use errcode::{ApiError, RequestContext, envelope::Problem};
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[error("job {0} expired")]
/// #[api(code = "JOB_EXPIRED", status = 410)]
/// struct Expired(u64);
///
/// let response = errcode::render::<Problem>(&Expired(7), &RequestContext::new());
/// assert_eq!(response.status(), 410);
/// assert_eq!(response.headers()["content-type"], "application/problem+json");
/// ```
pub fn render<E: Envelope>(error: &dyn ApiError, context: &RequestContext) -> Response<Vec<u8>> {
    let mut response = Response::new(to_json::<E>(error, context));
    *response.status_mut() = error.status();
    let headers = response.headers_mut();
    *headers = error.headers();
    headers.insert(CONTENT_TYPE, const { HeaderValue::from_static(E::CONTENT_TYPE) });
    if let Some(seconds) = ErrorView::new(error, context).retry_after_secs() {
        headers.insert(RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}

/// [`render`] in the envelope that the error's own type names with `#[api(envelope = …)]`.
///
/// ```
/// use errcode::{ApiError, RequestContext, envelope::Nested};
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[error("job {0} expired")]
/// #[api(code = "JOB_EXPIRED", status = 410, envelope = Nested)]
/// struct Expired(u64);
///
/// let response = errcode::respond(&Expired(7), &RequestContext::new());
/// assert!(response.body().starts_with(br#"{"error":{"code":"JOB_EXPIRED""#));
/// ```
pub fn respond<E: ApiError + Enveloped>(error: &E, context: &RequestContext) -> Response<Vec<u8>> {
    render::<E::Envelope>(error, context)
}

/// The body alone, for what is no HTTP response: server-sent events, WebSocket messages, queues.
///
/// A detail whose `Serialize` fails is left out and the rest is written. If the body cannot be written even
/// so, because the envelope's own `Serialize` fails, the body is `{"code":…,"message":…}`.
///
/// ```
/// use errcode::{ApiError, RequestContext, envelope::Problem};
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[error("job {0} expired")]
/// #[api(code = "JOB_EXPIRED", status = 410)]
/// struct Expired(u64);
///
/// let body = errcode::to_json::<Problem>(&Expired(7), &RequestContext::new());
/// assert_eq!(
///     body,
///     br#"{"title":"Gone","status":410,"detail":"job 7 expired","code":"JOB_EXPIRED","retryable":false}"#,
/// );
/// ```
pub fn to_json<E: Envelope>(error: &dyn ApiError, context: &RequestContext) -> Vec<u8> {
    let view = ErrorView::new(error, context);
    // Each attempt is made only if the one before it failed; the last, two strings, cannot.
    write(&E::body(&view))
        .or_else(|| write(&E::body(&view.only_serializable())))
        .or_else(|| write(&LastResort(view)))
        .unwrap_or_default()
}

fn write(value: &impl Serialize) -> Option<Vec<u8>> {
    let mut serializer = serde_json::Serializer::new(Vec::with_capacity(BODY_CAPACITY));
    value.serialize(&mut serializer).ok()?;
    Some(serializer.into_inner())
}

/// What remains when an envelope cannot be serialized at all.
struct LastResort<'a>(ErrorView<'a>);

impl Serialize for LastResort<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut body = serializer.serialize_struct("LastResort", 2)?;
        body.serialize_field("code", self.0.code())?;
        body.serialize_field("message", &self.0.message())?;
        body.end()
    }
}
