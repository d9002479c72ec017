//! What `ContextLayer` costs a request that succeeds: its allocations.
//!
//! ```text
//! cargo run --release --manifest-path bench/Cargo.toml --bin layer
//! ```

use std::{
    convert::Infallible,
    future::{Future, Ready, ready},
    pin::pin,
    task::{Context, Poll, Waker},
};

use errcode::{RequestContext, tower::ContextLayer};
use errcode_bench::{
    allocations::{Allocations, Counting, count},
    table,
};
use http::{Request, Response, request::Parts};
use tower_layer::Layer;
use tower_service::Service;

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// A service that succeeds at once and allocates nothing.
#[derive(Clone)]
struct Succeeds;

impl Service<Request<()>> for Succeeds {
    type Response = Response<()>;
    type Error = Infallible;
    type Future = Ready<Result<Response<()>, Infallible>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, _: Request<()>) -> Self::Future {
        ready(Ok(Response::new(())))
    }
}

fn copied(request: &Parts) -> RequestContext {
    let context = RequestContext::new().path(request.uri.path());
    match request.headers.get("x-request-id").and_then(|id| id.to_str().ok()) {
        Some(id) => context.request_id(id),
        None => context,
    }
}

fn shared(request: &Parts) -> RequestContext {
    let context = RequestContext::new().path_of(&request.uri);
    match request.headers.get("x-request-id") {
        Some(id) => context.request_id_header(id),
        None => context,
    }
}

/// The allocations of one request to `service`, after one that nobody counts.
fn allocations<S>(mut service: S) -> Allocations
where
    S: Service<Request<()>, Response = Response<()>, Error = Infallible>,
{
    let mut answer = || {
        let request = Request::get("/jobs/7").header("x-request-id", "req-1").body(());
        let request = request.expect("the request is valid");
        // A server cuts these from its read buffer, which is shared by then.
        let _buffer = (request.uri().clone(), request.headers().clone());
        count(|| {
            let mut response = pin!(service.call(request));
            let answer = response.as_mut().poll(&mut Context::from_waker(Waker::noop()));
            assert!(answer.is_ready(), "the service answers at once");
        })
    };
    answer();
    answer()
}

fn main() {
    let rows = [
        ("none", allocations(Succeeds)),
        ("id and path, copied", allocations(ContextLayer::new(copied).layer(Succeeds))),
        ("id and path, shared", allocations(ContextLayer::new(shared).layer(Succeeds))),
    ];
    let head = ["the layer reads", "allocations"].map(str::to_owned).to_vec();
    let rows = rows.map(|(label, allocations)| vec![label.to_owned(), allocations.to_string()]);
    table::print(1, &[&[head], rows.as_slice()].concat());
}
