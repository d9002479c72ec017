use axum::response::sse::Event;

use crate::{ApiError, Envelope, stream};

/// Renders an error as a server-sent event named `error`, in the current [`RequestContext`](crate::RequestContext).
///
/// A stream runs when its handler has returned, so it needs [`stream::in_context`](crate::stream::in_context), whose module
/// has an example.
///
/// ```
/// use errcode::{ApiError, axum::event, envelope::Nested};
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[error("gone")]
/// #[api(code = "GONE", status = 410)]
/// struct Gone;
///
/// # let _: axum::response::sse::Event =
/// event::<Nested>(&Gone)
/// # ;
/// ```
pub fn event<E: Envelope>(error: &dyn ApiError) -> Event {
    // axum splits a text at line feeds, and takes no carriage returns.
    let text: Vec<String> = stream::lines(&stream::text::<E>(error)).map(str::to_owned).collect();
    Event::default().event("error").data(text.join("\n"))
}
