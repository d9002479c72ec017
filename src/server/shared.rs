use std::{
    any::Any,
    borrow::Cow,
    mem,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::Arc,
    thread,
};

use super::OnError;
use crate::{ApiError, RequestContext};

type Complete = dyn Fn(RequestContext) -> RequestContext + Send + Sync;

/// What was set up once for all requests of a service.
#[derive(Default, Clone)]
pub(crate) struct Server {
    pub(crate) on_error: Option<Arc<dyn OnError>>,
    pub(crate) complete: Option<Arc<Complete>>,
    /// A function pointer whose type is the framework's: it renders an error in the house envelope.
    pub(crate) house: Option<Arc<dyn Any + Send + Sync>>,
}

impl Server {
    pub(crate) fn of(context: &RequestContext) -> Option<&Self> {
        context.__server()
    }

    pub(crate) fn house<F: Copy + 'static>(&self) -> Option<F> {
        self.house.as_deref()?.downcast_ref().copied()
    }

    /// Tells the hook, which must not take the answer away if it panics.
    pub(crate) fn report(&self, error: &dyn ApiError, context: &RequestContext) {
        if let Some(hook) = &self.on_error {
            let _ = catch_unwind(AssertUnwindSafe(|| hook.on_error(error, context)));
        }
    }
}

/// Adds to a context what a function of the service's makes of it, unless that panics. What the context that it returns
/// lacks stays as it is.
pub(crate) fn extend(
    context: &mut RequestContext,
    add: impl FnOnce(RequestContext) -> RequestContext,
) -> thread::Result<()> {
    let added = catch_unwind(AssertUnwindSafe(|| add(context.clone())))?;
    *context = added.or(mem::take(context));
    Ok(())
}

/// Adds what is known only when an error is rendered, such as the time; nothing if that panics.
pub(crate) fn complete(context: &RequestContext) -> Cow<'_, RequestContext> {
    let completed = Server::of(context).and_then(|server| {
        let complete = server.complete.as_ref()?;
        let mut completed = context.clone();
        extend(&mut completed, |context| complete(context)).ok()?;
        Some(completed)
    });
    completed.map_or(Cow::Borrowed(context), Cow::Owned)
}
