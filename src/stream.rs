//! Errors in a response that has begun: server-sent events and WebSocket messages.
//!
//! The status line is gone by then, so an error is an event or a message like any other, in the service's envelope. It is
//! rendered in the current [`RequestContext`], and the hook of `Errors` is told of it. A stream runs when its handler has
//! returned: [`in_context`] takes the request's context along. A WebSocket is served by a task of its own, which takes it
//! along as `RequestContext::current().scope(future)`.
//!
//! ```
//! # #[cfg(feature = "axum")] {
//! use std::convert::Infallible;
//! use axum::response::sse::{Event, Sse};
//! use errcode::{ApiError, envelope::Nested, stream::in_context};
//! use futures_util::{Stream, StreamExt, stream};
//!
//! #[derive(Debug, thiserror::Error, ApiError)]
//! #[error("worker lost")]
//! #[api(code = "WORKER_LOST", status = 503, message = "The job was interrupted")]
//! struct WorkerLost;
//!
//! fn steps() -> impl Stream<Item = Result<u8, WorkerLost>> {
//!     stream::iter([Ok(1), Ok(2), Err(WorkerLost)])
//! }
//!
//! async fn progress() -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
//!     let events = steps().map(|step| match step {
//!         Ok(step) => Event::default().data(step.to_string()),
//!         Err(error) => errcode::axum::event::<Nested>(&error),
//!     });
//!     Sse::new(in_context(events.map(Ok)))
//! }
//! # let _ = progress;
//! # }
//! ```

use std::{
    pin::Pin,
    task::{Context, Poll},
};

use futures_core::Stream;
use pin_project_lite::pin_project;

use crate::{
    ApiError, Envelope, RequestContext,
    server::{self, Server},
};

/// Renders an error as a text, such as that of a WebSocket message.
///
/// ```
/// use errcode::{ApiError, envelope::Nested, stream};
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[error("gone")]
/// #[api(code = "GONE", status = 410)]
/// struct Gone;
///
/// let text = stream::text::<Nested>(&Gone);
/// assert_eq!(text, r#"{"error":{"code":"GONE","message":"gone","retryable":false}}"#);
/// ```
#[must_use]
pub fn text<E: Envelope>(error: &dyn ApiError) -> String {
    let context = RequestContext::current();
    let context = server::complete(&context);
    let body = crate::to_json::<E>(error, &context);
    if let Some(server) = Server::of(&context) {
        server.report(error, &context);
    }
    String::from_utf8(body)
        .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

/// Renders an error as a server-sent event named `error`
/// ([HTML §9.2.5](https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream)), with the
/// empty line that ends it.
///
/// ```
/// use errcode::{ApiError, envelope::Nested, stream};
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[error("gone")]
/// #[api(code = "GONE", status = 410)]
/// struct Gone;
///
/// let event = stream::event::<Nested>(&Gone);
/// assert_eq!(event, "event: error\ndata: {\"error\":{\"code\":\"GONE\",\"message\":\"gone\",\"retryable\":false}}\n\n");
/// ```
#[must_use]
pub fn event<E: Envelope>(error: &dyn ApiError) -> String {
    let mut event = String::from("event: error\n");
    for line in lines(&text::<E>(error)) {
        event.push_str("data: ");
        event.push_str(line);
        event.push('\n');
    }
    event.push('\n');
    event
}

/// The lines of an event stream: each of the three line ends would end a field.
pub(crate) fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split("\r\n").flat_map(|part| part.split(['\r', '\n']))
}

/// Polls a stream in the context of the request being worked on now.
///
/// ```
/// use errcode::{RequestContext, stream::in_context};
/// use futures_util::{StreamExt, stream};
///
/// # let runtime = tokio::runtime::Builder::new_current_thread().build()?;
/// # runtime.block_on(async {
/// let ids = stream::once(async { RequestContext::current().get_request_id().map(str::to_owned) });
/// let request = RequestContext::new().request_id("req-1");
/// let ids = request.scope_sync(|| in_context(ids));
/// assert_eq!(ids.collect::<Vec<_>>().await, [Some("req-1".to_owned())]);
/// # });
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn in_context<S: Stream>(stream: S) -> InContext<S> {
    InContext { stream, context: RequestContext::current() }
}

pin_project! {
    /// Stream of [`in_context`].
    #[derive(Debug)]
    #[must_use = "a stream does nothing unless it is polled"]
    pub struct InContext<S> {
        #[pin]
        stream: S,
        context: RequestContext,
    }
}

impl<S: Stream> Stream for InContext<S> {
    type Item = S::Item;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<S::Item>> {
        let this = self.project();
        this.context.clone().scope_sync(|| this.stream.poll_next(cx))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.stream.size_hint()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_end_begins_a_line() {
        let read = |text| lines(text).collect::<Vec<_>>();
        assert_eq!(read("a\nb\r\nc\rd"), ["a", "b", "c", "d"]);
        assert_eq!(read(""), [""]);
    }
}
