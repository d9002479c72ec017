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

/// Makes a context current while this lives, also when the work panics; then it is back where it was. Meanwhile, what was
/// current before is there: the two change places, and nothing is copied.
pub(crate) struct Entered<'a>(&'a mut Option<RequestContext>);

impl<'a> Entered<'a> {
    #[inline]
    pub(crate) fn new(context: &'a mut Option<RequestContext>) -> Self {
        swap(context);
        Self(context)
    }
}

impl Drop for Entered<'_> {
    #[inline]
    fn drop(&mut self) {
        swap(self.0);
    }
}

fn swap(context: &mut Option<RequestContext>) {
    // As in `current`; the context is not current then.
    let _ = CURRENT.try_with(|current| {
        if let Ok(mut current) = current.try_borrow_mut() {
            mem::swap(&mut *current, context);
        }
    });
}

pin_project! {
    /// A future that runs with a current context; see [`RequestContext::scope`].
    #[derive(Debug)]
    #[must_use = "a future does nothing unless it is polled"]
    pub struct InScope<F> {
        #[pin]
        future: F,
        // Current while the future is polled, and here in between.
        context: Option<RequestContext>,
    }
}

impl<F> InScope<F> {
    /// Makes the future in the context, too.
    #[inline]
    pub(crate) fn new(context: RequestContext, make: impl FnOnce() -> F) -> Self {
        let mut context = Some(context);
        let entered = Entered::new(&mut context);
        let future = make();
        drop(entered);
        Self { future, context }
    }

    /// The context, but while the future is polled.
    #[doc(hidden)]
    pub const fn __context(&self) -> Option<&RequestContext> {
        self.context.as_ref()
    }

    /// The same, for what has ended.
    #[doc(hidden)]
    #[must_use]
    pub fn __context_mut(self: Pin<&mut Self>) -> Option<&mut RequestContext> {
        self.project().context.as_mut()
    }
}

impl<F: Future> Future for InScope<F> {
    type Output = F::Output;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.project();
        let _entered = Entered::new(this.context);
        this.future.poll(cx)
    }
}
