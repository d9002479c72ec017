/// The methods that the `Errors` of each framework have, which fill in its fields `server` and `rewrites`.
macro_rules! builder {
    () => {
        /// Adds to the context when an error is rendered, and only then: a timestamp here is the time of that.
        ///
        /// If the function panics, the error is rendered without what it adds.
        pub fn context_of_error<F>(mut self, complete: F) -> Self
        where
            F: Fn($crate::RequestContext) -> $crate::RequestContext + Send + Sync + 'static,
        {
            self.server.complete = Some(std::sync::Arc::new(complete));
            self
        }

        /// Sets the hook that is called once for each error that leaves the service.
        ///
        /// A panic of the hook changes nothing for the client.
        ///
        /// It is called when the response leaves, so an error whose response was dropped on the way is not reported.
        /// An error that is rendered from a reference, by [`render`](super::render) or [`respond`](super::respond), is
        /// reported at once, as is one that cannot be kept until then because it borrows.
        pub fn on_error(mut self, hook: impl $crate::OnError) -> Self {
            self.server.on_error = Some(std::sync::Arc::new(hook));
            self
        }

        /// Answers what the framework answers itself with errors of the service's own, made by its
        /// `From<FrameworkError>`: missing routes, wrong methods, rejections of extractors, panics and plain responses
        /// that are rewritten.
        ///
        /// ```
        /// use errcode::{ApiError, FrameworkError, envelope::Nested};
        ///
        /// #[derive(Debug, thiserror::Error, ApiError)]
        /// #[api(prefix = "SHOP_")]
        /// enum ShopError {
        ///     #[error("no such page")]
        ///     #[api(code = "SHOP_NO_PAGE", status = 404)]
        ///     NoPage,
        ///     #[error("bad request")]
        ///     #[api(code = "SHOP_BAD_REQUEST", status = 400)]
        ///     BadRequest(#[source] FrameworkError),
        ///     #[error("request failed")]
        ///     #[api(code = "SHOP_FAILED", status = 500)]
        ///     Failed(#[source] FrameworkError),
        /// }
        ///
        /// impl From<FrameworkError> for ShopError {
        ///     fn from(error: FrameworkError) -> Self {
        ///         match error {
        ///             FrameworkError::RouteNotFound => Self::NoPage,
        ///             error if error.status().is_client_error() => Self::BadRequest(error),
        ///             error => Self::Failed(error),
        ///         }
        ///     }
        /// }
        ///
        /// # #[cfg(feature = "axum")]
        /// let _ = errcode::axum::Errors::<Nested>::new().framework_errors_as::<ShopError>();
        /// # #[cfg(feature = "actix-web")]
        /// let _ = errcode::actix_web::Errors::<Nested>::new().framework_errors_as::<ShopError>();
        /// ```
        pub fn framework_errors_as<E>(mut self) -> Self
        where
            E: From<$crate::FrameworkError> + $crate::ApiError + Send + Sync + 'static,
        {
            let house: super::House = super::house::<Env, E>;
            self.server.house = Some(std::sync::Arc::new(house));
            self
        }

        /// Rewrites each 4xx and 5xx response that no error of this crate made, and that is not marked
        /// [`Passthrough`](super::Passthrough).
        ///
        /// The body is replaced; headers such as `Allow`, `WWW-Authenticate` and `Retry-After` stay, those that
        /// describe the body go. A response that a handler made on purpose cannot be told from a framework's, so this
        /// is off by default.
        pub fn rewrite_plain_responses(mut self) -> Self {
            self.rewrites = true;
            self
        }
    };
}
pub(crate) use builder;
