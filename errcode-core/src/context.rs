use std::{any::Any, fmt, sync::Arc};

use http::{Extensions, HeaderMap, HeaderValue, Uri, header, uri::PathAndQuery};

#[cfg(feature = "scope")]
use crate::scope::{self, InScope};

/// Per-request data included in a response. All of it is optional.
///
/// ```
/// use errcode::RequestContext;
///
/// let context = RequestContext::new()
///     .request_id("req-1")
///     .timestamp("2026-01-25T10:30:00.000Z")
///     .path("/jobs/1");
/// assert_eq!(context.get_request_id(), Some("req-1"));
/// ```
#[derive(Clone, Default)]
#[must_use]
pub struct RequestContext {
    request_id: Option<Text>,
    timestamp: Option<String>,
    path: Option<Text>,
    accept: Option<Text>,
    extras: Extensions,
    /// What the integration that serves the request needs when it renders an error.
    server: Option<Arc<dyn Any + Send + Sync>>,
}

/// A text that may still be what the request brought: a context is made for every request, and read for few.
#[derive(Clone)]
enum Text {
    Owned(String),
    /// A header value that is visible ASCII.
    Header(HeaderValue),
    /// With the query, which is not shown.
    Path(PathAndQuery),
    /// The same of `http` 0.2.
    #[cfg(feature = "http-0-2")]
    OldHeader(http_0_2::HeaderValue),
    #[cfg(feature = "http-0-2")]
    OldPath(http_0_2::uri::PathAndQuery),
}

impl Text {
    #[inline]
    fn path(uri: &Uri) -> Option<Self> {
        // One that has none is an authority, as of a CONNECT request.
        uri.path_and_query().cloned().map(Self::Path)
    }

    /// All that a client accepts; several headers say the same as one list (RFC 9110 §5.3).
    #[inline]
    fn accept(headers: &HeaderMap) -> Option<Self> {
        let mut values = headers.get_all(header::ACCEPT).iter();
        let first = values.next()?;
        if values.next().is_none() {
            return Some(Self::Header(first.clone()));
        }
        let all = headers.get_all(header::ACCEPT).iter();
        let texts: Vec<&str> = all.filter_map(|value| value.to_str().ok()).collect();
        Some(Self::Owned(texts.join(", ")))
    }

    fn as_str(&self) -> &str {
        match self {
            Self::Owned(text) => text,
            Self::Header(value) => value.to_str().unwrap_or_default(),
            Self::Path(path) => path.path(),
            #[cfg(feature = "http-0-2")]
            Self::OldHeader(value) => value.to_str().unwrap_or_default(),
            #[cfg(feature = "http-0-2")]
            Self::OldPath(path) => path.path(),
        }
    }
}

impl RequestContext {
    /// Creates an empty context.
    ///
    /// ```
    /// use errcode::RequestContext;
    ///
    /// assert_eq!(RequestContext::new().get_path(), None);
    /// ```
    #[inline]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the identifier under which the request is found in the service's logs.
    ///
    /// ```
    /// use errcode::RequestContext;
    ///
    /// let context = RequestContext::new().request_id("req-1");
    /// assert_eq!(context.get_request_id(), Some("req-1"));
    /// ```
    pub fn request_id(mut self, request_id: impl Into<String>) -> Self {
        self.request_id = Some(Text::Owned(request_id.into()));
        self
    }

    /// Sets the identifier to the value of a header, which is not copied. A value that is not visible ASCII sets none.
    ///
    /// ```
    /// use errcode::{RequestContext, http::HeaderValue};
    ///
    /// let context = RequestContext::new().request_id_header(&HeaderValue::from_static("req-1"));
    /// assert_eq!(context.get_request_id(), Some("req-1"));
    /// ```
    #[inline]
    pub fn request_id_header(mut self, value: &HeaderValue) -> Self {
        self.request_id = value.to_str().is_ok().then(|| Text::Header(value.clone()));
        self
    }

    /// Sets the timestamp, in the service's own format; RFC 3339 is customary.
    ///
    /// Its meaning is the service's: the time at which the request came in, if the context is made then, or at which
    /// the error is rendered.
    ///
    /// ```
    /// use errcode::RequestContext;
    ///
    /// let context = RequestContext::new().timestamp("2026-01-25T10:30:00.000Z");
    /// assert_eq!(context.get_timestamp(), Some("2026-01-25T10:30:00.000Z"));
    /// ```
    pub fn timestamp(mut self, timestamp: impl Into<String>) -> Self {
        self.timestamp = Some(timestamp.into());
        self
    }

    /// Sets the request path: a URI reference such as `/jobs/1`, or a procedure such as `auth.me`.
    ///
    /// ```
    /// use errcode::RequestContext;
    ///
    /// let context = RequestContext::new().path("/jobs/1");
    /// assert_eq!(context.get_path(), Some("/jobs/1"));
    /// ```
    pub fn path(mut self, path: impl Into<String>) -> Self {
        self.path = Some(Text::Owned(path.into()));
        self
    }

    /// Sets the request path to that of a URI, which is not copied.
    ///
    /// ```
    /// use errcode::{RequestContext, http::Uri};
    ///
    /// let context = RequestContext::new().path_of(&Uri::from_static("/jobs/1?full=true"));
    /// assert_eq!(context.get_path(), Some("/jobs/1"));
    /// ```
    #[inline]
    pub fn path_of(mut self, uri: &Uri) -> Self {
        self.path = Text::path(uri);
        self
    }

    /// Sets the media types that the client accepts, for [`Negotiated`](crate::envelope::Negotiated).
    ///
    /// ```
    /// use errcode::RequestContext;
    ///
    /// let context = RequestContext::new().accept("text/markdown, application/json;q=0.5");
    /// assert_eq!(context.get_accept(), Some("text/markdown, application/json;q=0.5"));
    /// ```
    pub fn accept(mut self, accept: impl Into<String>) -> Self {
        self.accept = Some(Text::Owned(accept.into()));
        self
    }

    /// Takes the media types that the client accepts from a request's `Accept` headers (RFC 9110 §12.5.1). A single one
    /// is not copied.
    ///
    /// ```
    /// use errcode::{RequestContext, http::{HeaderMap, HeaderValue, header}};
    ///
    /// let mut headers = HeaderMap::new();
    /// headers.append(header::ACCEPT, HeaderValue::from_static("text/html"));
    /// headers.append(header::ACCEPT, HeaderValue::from_static("application/json"));
    ///
    /// let context = RequestContext::new().accept_of(&headers);
    /// assert_eq!(context.get_accept(), Some("text/html, application/json"));
    /// ```
    #[inline]
    pub fn accept_of(mut self, headers: &HeaderMap) -> Self {
        self.accept = Text::accept(headers);
        self
    }

    /// Creates the context of a request whose identifier is visible ASCII. Not public: `axum::Errors` calls it, for
    /// every request.
    #[doc(hidden)]
    #[inline]
    pub fn __of_request<T: Any + Send + Sync>(
        request_id: Option<HeaderValue>,
        uri: &Uri,
        headers: &HeaderMap,
        server: Arc<T>,
    ) -> Self {
        Self {
            request_id: request_id.map(Text::Header),
            timestamp: None,
            path: Text::path(uri),
            accept: Text::accept(headers),
            extras: Extensions::new(),
            server: Some(server),
        }
    }

    /// Takes the identifier out, for the response's header. Not public.
    #[doc(hidden)]
    pub fn __take_request_id(&mut self) -> Option<HeaderValue> {
        match self.request_id.take()? {
            Text::Header(value) => Some(value),
            text => HeaderValue::from_str(text.as_str()).ok(),
        }
    }

    /// Returns the identifier for a response's header of `http` 0.2. Not public.
    #[cfg(feature = "http-0-2")]
    #[doc(hidden)]
    #[must_use]
    pub fn __request_id_0_2(&self) -> Option<http_0_2::HeaderValue> {
        match self.request_id.as_ref()? {
            Text::OldHeader(value) => Some(value.clone()),
            text => http_0_2::HeaderValue::from_str(text.as_str()).ok(),
        }
    }

    /// Sets what a request of `http` 0.2 says, which is not copied. Not public: `actix_web::Errors` calls it.
    #[cfg(feature = "http-0-2")]
    #[doc(hidden)]
    pub fn __http_0_2(
        mut self,
        request_id: &http_0_2::HeaderValue,
        uri: &http_0_2::Uri,
        accept: Option<&http_0_2::HeaderValue>,
    ) -> Self {
        self.request_id = Some(Text::OldHeader(request_id.clone()));
        self.path = uri.path_and_query().cloned().map(Text::OldPath);
        self.accept = accept.cloned().map(Text::OldHeader);
        self
    }

    /// Adds a value of a type of the service's own, for its envelope. A second value of the type replaces the first.
    ///
    /// ```
    /// use errcode::{ApiError, Envelope, ErrorView, RequestContext, envelope::Object};
    /// use serde::Serialize;
    ///
    /// #[derive(Clone, Serialize)]
    /// struct Usage {
    ///     remaining: u32,
    /// }
    ///
    /// struct Metered;
    ///
    /// impl Envelope for Metered {
    ///     fn body(view: ErrorView<'_>) -> impl Serialize {
    ///         Object::new().member("code", view.code()).optional("usage", view.context::<Usage>())
    ///     }
    /// }
    ///
    /// #[derive(Debug, thiserror::Error, ApiError)]
    /// #[error("gone")]
    /// #[api(code = "GONE", status = 410)]
    /// struct Gone;
    ///
    /// let context = RequestContext::new().with(Usage { remaining: 3 });
    /// let body = errcode::to_json::<Metered>(&Gone, &context);
    /// assert_eq!(body, br#"{"code":"GONE","usage":{"remaining":3}}"#);
    /// ```
    pub fn with<T: Clone + Send + Sync + 'static>(mut self, value: T) -> Self {
        self.extras.insert(value);
        self
    }

    /// Shares what an integration has set up for every request. Not public.
    ///
    /// It is not one of the extras, so that nothing is allocated for a request that succeeds.
    #[doc(hidden)]
    #[inline]
    pub fn __with_server<T: Any + Send + Sync>(mut self, server: Arc<T>) -> Self {
        self.server = Some(server);
        self
    }

    /// Returns what `__with_server` shared. Not public.
    #[doc(hidden)]
    #[must_use]
    pub fn __server<T: Any + Send + Sync>(&self) -> Option<&T> {
        self.server.as_deref()?.downcast_ref()
    }

    /// Returns the identifier of the request.
    #[must_use]
    pub fn get_request_id(&self) -> Option<&str> {
        self.request_id.as_ref().map(Text::as_str)
    }

    /// Returns the timestamp.
    #[must_use]
    pub fn get_timestamp(&self) -> Option<&str> {
        self.timestamp.as_deref()
    }

    /// Returns the request path.
    #[must_use]
    pub fn get_path(&self) -> Option<&str> {
        self.path.as_ref().map(Text::as_str)
    }

    /// Returns the media types that the client accepts.
    ///
    /// ```
    /// use errcode::RequestContext;
    ///
    /// assert_eq!(RequestContext::new().get_accept(), None);
    /// ```
    #[must_use]
    pub fn get_accept(&self) -> Option<&str> {
        self.accept.as_ref().map(Text::as_str)
    }

    /// Returns the value of a type that was added by [`with`](Self::with).
    ///
    /// ```
    /// use errcode::RequestContext;
    ///
    /// let context = RequestContext::new().with(7_u8);
    /// assert_eq!(context.get::<u8>(), Some(&7));
    /// assert_eq!(context.get::<u16>(), None);
    /// ```
    #[must_use]
    pub fn get<T: Send + Sync + 'static>(&self) -> Option<&T> {
        self.extras.get()
    }

    /// Returns the context of the request being worked on; an empty one where there is none.
    ///
    /// A layer of a server feature makes it current while a request is handled, and [`scope`](Self::scope) in a
    /// future. A task that is spawned runs outside of it: take the context along, and enter it there.
    ///
    /// ```
    /// use errcode::RequestContext;
    ///
    /// # async fn handler() {
    /// let context = RequestContext::current();
    /// let task = async {
    ///     // An error that becomes a response here has the request's context.
    /// };
    /// // tokio::spawn(context.scope(task));
    /// # let _ = context.scope(task);
    /// # }
    /// assert_eq!(RequestContext::current().get_request_id(), None);
    /// ```
    #[cfg(feature = "scope")]
    #[cfg_attr(docsrs, doc(cfg(any(feature = "axum", feature = "actix-web", feature = "tower"))))]
    pub fn current() -> Self {
        scope::current()
    }

    /// Takes what this context lacks from another, such as that of a layer further out.
    ///
    /// ```
    /// use errcode::RequestContext;
    ///
    /// let outer = RequestContext::new().request_id("req-1").path("/api/jobs/7");
    /// let context = RequestContext::new().path("/jobs/7").or(outer);
    ///
    /// assert_eq!(context.get_request_id(), Some("req-1"));
    /// assert_eq!(context.get_path(), Some("/jobs/7"));
    /// ```
    #[inline]
    pub fn or(self, other: Self) -> Self {
        let mut extras = other.extras;
        extras.extend(self.extras);
        Self {
            request_id: self.request_id.or(other.request_id),
            timestamp: self.timestamp.or(other.timestamp),
            path: self.path.or(other.path),
            accept: self.accept.or(other.accept),
            extras,
            server: self.server.or(other.server),
        }
    }

    /// Runs `future` with this as the [current](Self::current) context.
    ///
    /// ```
    /// use errcode::RequestContext;
    ///
    /// # use std::{future::Future, pin::pin, task::{Context, Poll, Waker}};
    /// let context = RequestContext::new().request_id("req-1");
    /// let id = context.scope(async { RequestContext::current().get_request_id().map(str::to_owned) });
    /// # let polled = pin!(id).poll(&mut Context::from_waker(Waker::noop()));
    /// # assert_eq!(polled, Poll::Ready(Some("req-1".to_owned())));
    /// // id.await == Some("req-1".to_owned())
    /// ```
    #[cfg(feature = "scope")]
    #[cfg_attr(docsrs, doc(cfg(any(feature = "axum", feature = "actix-web", feature = "tower"))))]
    pub fn scope<F: Future>(self, future: F) -> InScope<F> {
        InScope::new(self, || future)
    }

    /// Calls `work` with this as the [current](Self::current) context, for work that is no future: the closure of
    /// `spawn_blocking`, or one frame of a lazy body.
    ///
    /// ```
    /// use errcode::RequestContext;
    ///
    /// let context = RequestContext::new().path("/jobs/1");
    /// let path = context.scope_sync(|| RequestContext::current().get_path().map(str::to_owned));
    /// assert_eq!(path.as_deref(), Some("/jobs/1"));
    /// ```
    #[cfg(feature = "scope")]
    #[cfg_attr(docsrs, doc(cfg(any(feature = "axum", feature = "actix-web", feature = "tower"))))]
    pub fn scope_sync<T>(self, work: impl FnOnce() -> T) -> T {
        let mut context = Some(self);
        let _entered = scope::Entered::new(&mut context);
        work()
    }

    /// Makes a future in this context, and runs it in it.
    #[cfg(feature = "scope")]
    #[doc(hidden)]
    #[inline]
    pub fn __scope_of<F: Future>(self, make: impl FnOnce() -> F) -> InScope<F> {
        InScope::new(self, make)
    }
}

impl fmt::Debug for RequestContext {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RequestContext")
            .field("request_id", &self.get_request_id())
            .field("timestamp", &self.get_timestamp())
            .field("path", &self.get_path())
            .finish_non_exhaustive()
    }
}
