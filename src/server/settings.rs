use std::{any::Any, fmt, sync::Arc};

use super::Server;

/// What the `Errors` of a framework are told once, for all requests. `C` is the function that adds to the context of a
/// request, and `H` the name of a header, each by the framework's own types.
pub(crate) struct Settings<C: ?Sized, H> {
    pub(crate) server: Arc<Server>,
    pub(crate) context_of: Option<Arc<C>>,
    pub(crate) request_id: H,
    pub(crate) rewrites: bool,
}

impl<C: ?Sized, H> Settings<C, H> {
    pub(crate) fn new(house: impl Any + Send + Sync, request_id: H) -> Self {
        let server = Server { house: Some(Arc::new(house)), ..Server::default() };
        Self { server: Arc::new(server), context_of: None, request_id, rewrites: false }
    }

    pub(crate) fn server_mut(&mut self) -> &mut Server {
        Arc::make_mut(&mut self.server)
    }
}

impl<C: ?Sized, H: Clone> Clone for Settings<C, H> {
    fn clone(&self) -> Self {
        let Self { server, context_of, request_id, rewrites } = self;
        Self {
            server: Arc::clone(server),
            context_of: context_of.clone(),
            request_id: request_id.clone(),
            rewrites: *rewrites,
        }
    }
}

impl<C: ?Sized, H: fmt::Debug> fmt::Debug for Settings<C, H> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Settings")
            .field("request_id", &self.request_id)
            .field("rewrites", &self.rewrites)
            .finish_non_exhaustive()
    }
}
