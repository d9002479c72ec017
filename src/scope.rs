//! The context of the request that is being worked on, for errors that become responses on the way.

use std::{
    cell::RefCell,
    future::Future,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
};

use pin_project_lite::pin_project;

use crate::RequestContext;

thread_local! {
    /// The context of the request that this thread works on at the moment.
    static CURRENT: RefCell<Option<Arc<RequestContext>>> = const { RefCell::new(None) };
}

/// The context of the request being worked on; an empty one where none was entered.
#[cfg(any(feature = "axum", feature = "actix-web"))]
pub(crate) fn current() -> Arc<RequestContext> {
    CURRENT.try_with(|current| current.borrow().clone()).ok().flatten().unwrap_or_default()
}

/// A context is current while this lives, and the one before it afterwards, also when the work panics.
pub(crate) struct Entered(Option<Arc<RequestContext>>);

impl Entered {
    pub(crate) fn new(context: &Arc<RequestContext>) -> Self {
        let before = CURRENT.try_with(|current| current.replace(Some(context.clone())));
        Self(before.unwrap_or_default())
    }
}

impl Drop for Entered {
    fn drop(&mut self) {
        // It fails only while the thread is torn down, when nothing is rendered any more.
        let _ = CURRENT.try_with(|current| current.replace(self.0.take()));
    }
}

pin_project! {
    /// A future that works in the context of a request.
    #[derive(Debug)]
    pub struct InContext<F> {
        #[pin]
        future: F,
        context: Arc<RequestContext>,
    }
}

impl<F> InContext<F> {
    pub(crate) const fn new(context: Arc<RequestContext>, future: F) -> Self {
        Self { future, context }
    }
}

impl<F: Future> Future for InContext<F> {
    type Output = F::Output;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.project();
        let _entered = Entered::new(this.context);
        this.future.poll(cx)
    }
}
