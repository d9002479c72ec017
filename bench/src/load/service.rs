use std::{
    fs, io,
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
        mpsc,
    },
    task::{Context, Poll},
    time::Duration,
};

use axum::{
    Router,
    extract::Path,
    http::{HeaderMap, HeaderValue, Request, StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use errcode::{
    ApiError, RequestContext,
    axum::{Error, Errors},
    envelope::Nested,
};
use nix::unistd::gettid;
use serde::Serialize;
use tokio::{net::TcpListener, runtime};
use tower::ServiceBuilder;
use tower_http::{
    catch_panic::CatchPanicLayer,
    request_id::{MakeRequestId, PropagateRequestIdLayer, RequestId, SetRequestIdLayer},
};

#[derive(Debug, thiserror::Error, ApiError)]
#[error("over the limit of {limit}")]
#[api(code = "JOB_LIMIT", status = 429, message = "At most {limit} jobs at once", retry_after = 5)]
struct JobLimit {
    #[api(detail, header = "X-RateLimit-Limit")]
    limit: u32,
}

/// What the service is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Variant {
    /// The router alone, with handlers that write their answers themselves.
    ByHand,
    /// The same in a layer that does nothing, which axum pays for as well.
    Layered,
    /// The same with what tower-http has for identifiers and panics.
    TowerHttp,
    /// [`Errors`] with all of it: identifiers, the hook, panics.
    Errcode,
}

/// A service that runs in a thread of its own until the program ends.
#[derive(Debug)]
pub struct Service {
    /// Where it listens.
    pub address: SocketAddr,
    /// The number of its thread.
    thread: i32,
}

impl Service {
    /// Starts one.
    ///
    /// # Panics
    ///
    /// If there is no loopback interface.
    #[must_use]
    pub fn start(variant: Variant) -> Self {
        let (sender, receiver) = mpsc::channel();
        std::thread::spawn(move || {
            let runtime = runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .expect("a runtime can be built");
            runtime.block_on(async {
                let listener =
                    TcpListener::bind("127.0.0.1:0").await.expect("loopback can be bound");
                let address = listener.local_addr().expect("a bound socket has an address");
                let started = Self { address, thread: gettid().as_raw() };
                sender.send(started).expect("the starter waits");
                axum::serve(listener, app(variant)).await
            })
        });
        receiver.recv().expect("the service starts")
    }

    /// Returns how long its thread has run on a processor: what a busy machine does not change.
    ///
    /// # Errors
    ///
    /// If the kernel does not tell; Linux does.
    pub fn cpu_time(&self) -> io::Result<Duration> {
        let path = format!("/proc/self/task/{}/schedstat", self.thread);
        let text = fs::read_to_string(path)?;
        let nanos = text.split(' ').next().and_then(|nanos| nanos.parse().ok());
        nanos.map(Duration::from_nanos).ok_or_else(|| io::Error::other("no time in schedstat"))
    }
}

fn app(variant: Variant) -> Router {
    match variant {
        Variant::ByHand => by_hand(),
        Variant::Layered => by_hand().layer(tower_layer::layer_fn(Nothing)),
        Variant::TowerHttp => by_hand().layer(
            ServiceBuilder::new()
                .layer(SetRequestIdLayer::x_request_id(Counted::default()))
                .layer(PropagateRequestIdLayer::x_request_id())
                .layer(CatchPanicLayer::new()),
        ),
        Variant::Errcode => {
            let limited = async || Error::<Nested>::from(JobLimit { limit: 8 });
            let routes = successes().route("/limited", get(limited));
            Errors::<Nested>::new()
                .on_error(|error: &dyn ApiError, _: &RequestContext| {
                    std::hint::black_box(error.code());
                })
                .install(routes)
        }
    }
}

fn by_hand() -> Router {
    successes().route("/limited", get(limited_by_hand))
}

/// Routes that succeed: one whose handler does nothing, and one as services have them.
fn successes() -> Router {
    Router::new().route("/ok", get(async || "a job")).route("/jobs/{id}", get(job))
}

#[derive(Serialize)]
struct Job {
    id: u64,
    state: &'static str,
    owner: String,
    labels: [&'static str; 3],
    progress: f64,
    created: &'static str,
}

async fn job(Path(id): Path<u64>, headers: HeaderMap) -> axum::Json<Job> {
    let owner = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    axum::Json(Job {
        id,
        state: "running",
        owner: format!("someone@{owner}"),
        labels: ["nightly", "gpu", "europe"],
        progress: 0.25,
        created: "2026-01-25T10:30:00.000Z",
    })
}

/// Makes the identifiers that requests lack.
#[derive(Debug, Clone, Default)]
struct Counted(Arc<AtomicU64>);

impl MakeRequestId for Counted {
    fn make_request_id<B>(&mut self, _: &Request<B>) -> Option<RequestId> {
        let count = self.0.fetch_add(1, Ordering::Relaxed);
        Some(RequestId::new(HeaderValue::from(count)))
    }
}

/// A service that hands everything on.
#[derive(Debug, Clone)]
struct Nothing<S>(S);

impl<R, S: tower_service::Service<R>> tower_service::Service<R> for Nothing<S> {
    type Response = S::Response;
    type Error = S::Error;
    type Future = S::Future;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.0.poll_ready(cx)
    }

    fn call(&mut self, request: R) -> S::Future {
        self.0.call(request)
    }
}

/// The same answer, by hand: for a request that has an identifier, as those of the clients do.
async fn limited_by_hand(uri: axum::http::Uri, headers: HeaderMap) -> Response {
    #[derive(Serialize)]
    struct Body<'a> {
        error: Inner<'a>,
    }

    #[derive(Serialize)]
    struct Inner<'a> {
        code: &'static str,
        message: String,
        retryable: bool,
        details: Details,
        retry_after: u32,
        request_id: &'a str,
        path: &'a str,
    }

    #[derive(Serialize)]
    struct Details {
        limit: u32,
    }

    let limit = 8_u32;
    let id = headers.get("x-request-id").cloned();
    let body = Body {
        error: Inner {
            code: "JOB_LIMIT",
            message: format!("At most {limit} jobs at once"),
            retryable: true,
            details: Details { limit },
            retry_after: 5,
            request_id: id.as_ref().and_then(|id| id.to_str().ok()).unwrap_or_default(),
            path: uri.path(),
        },
    };
    let mut response = (StatusCode::TOO_MANY_REQUESTS, axum::Json(&body)).into_response();
    let headers = response.headers_mut();
    headers.insert(header::RETRY_AFTER, HeaderValue::from(5));
    headers.insert("x-ratelimit-limit", HeaderValue::from(limit));
    if let Some(id) = id {
        headers.insert("x-request-id", id);
    }
    response
}
