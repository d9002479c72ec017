/// What an error cannot know of the request it answers. Every part is optional.
///
/// ```
/// use errcode::RequestContext;
///
/// let context = RequestContext::new()
///     .request_id("req-1")
///     .timestamp("2026-01-25T10:30:00.000Z")
///     .path("/jobs/1");
/// # let _ = context;
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[must_use]
pub struct RequestContext {
    pub(crate) request_id: Option<String>,
    pub(crate) timestamp: Option<String>,
    pub(crate) path: Option<String>,
}

impl RequestContext {
    /// A context that knows nothing yet.
    ///
    /// ```
    /// use errcode::RequestContext;
    ///
    /// assert_eq!(RequestContext::new(), RequestContext::default());
    /// ```
    pub const fn new() -> Self {
        Self { request_id: None, timestamp: None, path: None }
    }

    /// The identifier under which the request is found in the service's logs.
    ///
    /// ```
    /// use errcode::RequestContext;
    ///
    /// let context = RequestContext::new().request_id("req-1");
    /// # let _ = context;
    /// ```
    pub fn request_id(mut self, request_id: impl Into<String>) -> Self {
        self.request_id = Some(request_id.into());
        self
    }

    /// When the error occurred, in the service's own format; RFC 3339 is customary.
    ///
    /// ```
    /// use errcode::RequestContext;
    ///
    /// let context = RequestContext::new().timestamp("2026-01-25T10:30:00.000Z");
    /// # let _ = context;
    /// ```
    pub fn timestamp(mut self, timestamp: impl Into<String>) -> Self {
        self.timestamp = Some(timestamp.into());
        self
    }

    /// What was asked for: a URI reference such as `/jobs/1`, or a procedure such as `auth.me`.
    ///
    /// ```
    /// use errcode::RequestContext;
    ///
    /// let context = RequestContext::new().path("/jobs/1");
    /// # let _ = context;
    /// ```
    pub fn path(mut self, path: impl Into<String>) -> Self {
        self.path = Some(path.into());
        self
    }
}
