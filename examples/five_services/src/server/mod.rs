//! The five services behind one address, each under its own path.

mod aitbc;
mod generation;
mod igny8;
mod image2model;
mod protocol_guide;

use std::{
    sync::atomic::{AtomicU64, Ordering},
    time::SystemTime,
};

use axum::{
    Router,
    http::{HeaderMap, request::Parts},
    middleware::map_response,
    response::Response,
};
use errcode::CodeSpec;
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};

pub(crate) fn router() -> Router {
    Router::new()
        .nest("/aitbc", aitbc::router())
        .nest("/igny8", igny8::router())
        .nest("/generation", generation::router())
        .nest("/image2model", image2model::router())
        .nest("/protocol-guide", protocol_guide::router())
}

/// Also hands out, for each response, the code that it was made from, if it is an error's.
pub(crate) fn observed(router: Router) -> (Router, UnboundedReceiver<Option<&'static CodeSpec>>) {
    let (sender, receiver) = unbounded_channel();
    let observe = move |response: Response| {
        // Nobody listens any more once the program ends.
        let _ = sender.send(response.extensions().get::<&'static CodeSpec>().copied());
        std::future::ready(response)
    };
    (router.layer(map_response(observe)), receiver)
}

/// A header's value, if it is there and text.
fn header<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

/// The id the client gave its request, or else a new one.
fn request_id(request: &Parts) -> String {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    match header(&request.headers, "x-request-id") {
        Some(id) => id.to_owned(),
        None => format!("req_{}", NEXT.fetch_add(1, Ordering::Relaxed)),
    }
}

/// RFC 3339 in UTC, to the millisecond.
fn now() -> String {
    humantime::format_rfc3339_millis(SystemTime::now()).to_string()
}
