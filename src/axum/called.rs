use std::{
    any::Any,
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    pin::Pin,
    task::{Context, Poll},
};

use pin_project_lite::pin_project;

pin_project! {
    /// What a call made: a future, or a panic that comes when it is polled, where the panics of futures are caught.
    #[project = CalledProjection]
    pub(super) enum Called<F> {
        Runs { #[pin] future: F },
        Panicked { payload: Option<Box<dyn Any + Send>> },
    }
}

impl<F> Called<F> {
    pub(super) fn new(call: impl FnOnce() -> F) -> Self {
        match catch_unwind(AssertUnwindSafe(call)) {
            Ok(future) => Self::Runs { future },
            Err(payload) => Self::Panicked { payload: Some(payload) },
        }
    }
}

impl<F: Future> Future for Called<F> {
    type Output = F::Output;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        match self.project() {
            CalledProjection::Runs { future } => future.poll(cx),
            CalledProjection::Panicked { payload } => {
                resume_unwind(payload.take().unwrap_or_else(|| Box::new("polled again")))
            }
        }
    }
}
