//! The context of the request that is being worked on, for errors that become responses on the way.

use std::{
    cell::RefCell,
    future::Future,
    mem,
    pin::Pin,
    task::{Context, Poll},
};

use pin_project_lite::pin_project;

use crate::RequestContext;

thread_local! {
    /// The context of the request that this thread works on at the moment.
    static CURRENT: RefCell<Option<RequestContext>> = const { RefCell::new(None) };
}

/// A copy of the current context; an empty one where there is none.
pub(crate) fn current() -> RequestContext {
    // It fails only while the thread is torn down, or inside of `Clone` of a value in the context.
    let current =
        CURRENT.try_with(|current| current.try_borrow().ok().and_then(|context| context.clone()));
    current.ok().flatten().unwrap_or_default()
}

/// Makes a context current, and the one before it again when it is dropped, also when the work panics.
pub(crate) struct Entered {
    before: Option<RequestContext>,
}

impl Entered {
    pub(crate) fn new(context: RequestContext) -> Self {
        Self { before: swap(Some(context)) }
    }

    /// Makes the context before current again, and returns this one.
    fn leave(mut self) -> RequestContext {
        let context = swap(self.before.take()).unwrap_or_default();
        mem::forget(self);
        context
    }
}

impl Drop for Entered {
    fn drop(&mut self) {
        swap(self.before.take());
    }
}

fn swap(context: Option<RequestContext>) -> Option<RequestContext> {
    let swapped = CURRENT.try_with(|current| {
        let mut current = current.try_borrow_mut().ok()?;
        mem::replace(&mut *current, context)
    });
    swapped.ok().flatten()
}

pin_project! {
    /// A future that runs with a current context; see [`RequestContext::scope`].
    #[derive(Debug)]
    #[must_use = "a future does nothing unless it is polled"]
    pub struct InScope<F> {
        #[pin]
        future: F,
        // Current while the future is polled, here in between: nothing is copied.
        context: RequestContext,
    }
}

impl<F> InScope<F> {
    pub(crate) const fn new(context: RequestContext, future: F) -> Self {
        Self { future, context }
    }
}

impl<F: Future> Future for InScope<F> {
    type Output = F::Output;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.project();
        let entered = Entered::new(mem::take(this.context));
        let polled = this.future.poll(cx);
        *this.context = entered.leave();
        polled
    }
}
