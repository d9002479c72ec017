//! The reference as a [tower](https://docs.rs/tower) service (features `documents` and `tower`).

use std::{
    convert::Infallible,
    future::{Ready, ready},
    sync::Arc,
    task::{Context, Poll},
};

use http::{Request, Response};
use tower_service::Service;

use super::{Reference, serve::Site};

/// A service for a reference: all codes at `/`, each code at `/{code}`. See [`Reference::into_service`].
#[derive(Debug, Clone)]
pub struct ReferenceService {
    site: Arc<Site>,
}

impl Reference {
    /// Returns a service for axum's `nest_service`, or any other router of tower services that strips the prefix.
    ///
    /// Nest it at the path of the errors' `docs_url`: then that URL, which is also the `type` of RFC 9457, resolves to the
    /// page of the code. Retired codes respond with status 410, unknown ones with 404.
    ///
    /// ```
    /// use axum::Router;
    /// use errcode::{ApiError, catalog, documents::Reference};
    ///
    /// #[derive(Debug, thiserror::Error, ApiError)]
    /// #[error("gone")]
    /// #[api(code = "JOB_GONE", status = 410, docs_url = "https://api.example.com/errors/{code}")]
    /// struct Gone;
    ///
    /// catalog!(static CODES = [Gone]);
    ///
    /// let app: Router = Router::new().nest_service("/errors", Reference::new(&CODES).into_service());
    /// # let _ = app;
    /// ```
    #[must_use]
    pub fn into_service(self) -> ReferenceService {
        ReferenceService { site: Arc::new(Site::new(self)) }
    }
}

impl<B> Service<Request<B>> for ReferenceService {
    type Response = Response<String>;
    type Error = Infallible;
    type Future = Ready<Result<Self::Response, Infallible>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        ready(Ok(self.site.respond(request.method(), request.uri().path())))
    }
}
