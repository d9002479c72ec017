use crate::{ApiError, RequestContext};

/// A hook that is called once for each error that leaves a service, with the context of its request.
///
/// A closure is one, if the types of its arguments are written out: the compiler does not infer their lifetimes otherwise.
///
/// ```
/// use errcode::{ApiError, OnError, RequestContext};
///
/// fn hook() -> impl OnError {
///     |error: &dyn ApiError, context: &RequestContext| {
///         eprintln!("{} {:?}: {error}", error.code(), context.get_request_id());
///     }
/// }
/// # let _ = hook();
/// ```
pub trait OnError: Send + Sync + 'static {
    /// Takes note of an error.
    fn on_error(&self, error: &dyn ApiError, context: &RequestContext);
}

impl<F> OnError for F
where
    F: Fn(&dyn ApiError, &RequestContext) + Send + Sync + 'static,
{
    fn on_error(&self, error: &dyn ApiError, context: &RequestContext) {
        self(error, context);
    }
}
