use http::Response;

use crate::{ApiError, Envelope, ErrorView, HasEnvelope, RequestContext, coverage, headers};

/// Room for an error body of the usual size, so that writing it does not have to grow the buffer.
const BODY_CAPACITY: usize = 512;

/// Renders the complete response to a request that failed with `error`.
///
/// Its headers are those the error declares, the envelope's `Content-Type` and its own headers, and at most one
/// `Retry-After`, in whole seconds rounded up (RFC 9110 §10.2.3). Headers that belong to the connection or the framing
/// of the message are never among them. It does not panic; a `Display` or `Serialize` implementation of the error that
/// panics does so through this function. See [`to_json`] for the body.
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
    coverage::record(error.spec().code());
    render_unrecorded::<E>(error, context)
}

/// What renders an error in some envelope.
pub type Render = fn(&dyn ApiError, &RequestContext) -> Response<Vec<u8>>;

/// [`render`] for an error that stands in a document and did not occur: no test has produced its code.
pub fn render_unrecorded<E: Envelope>(
    error: &dyn ApiError,
    context: &RequestContext,
) -> Response<Vec<u8>> {
    let view = ErrorView::new(error, context);
    let mut response = Response::new(body::<E>(view));
    *response.status_mut() = view.status();
    *response.headers_mut() = headers::of_response::<E>(view);
    response
}

/// Renders the response in the envelope of the error's own type: that of `#[api(envelope = …)]`, or its domain's.
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
pub fn respond<E: ApiError + HasEnvelope + ?Sized>(
    error: &E,
    context: &RequestContext,
) -> Response<Vec<u8>> {
    render::<E::Envelope>(&error, context)
}

/// Renders the body alone, for transports other than HTTP: server-sent events, WebSocket messages, queues.
///
/// It is what [`Envelope::write`] writes, which is JSON unless the envelope says otherwise.
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
    coverage::record(error.spec().code());
    body::<E>(ErrorView::new(error, context))
}

fn body<E: Envelope>(view: ErrorView<'_>) -> Vec<u8> {
    let mut body = Vec::with_capacity(BODY_CAPACITY);
    E::write(view, &mut body);
    body
}
