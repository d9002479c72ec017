/// What the `Errors` of each framework have in common: all but how they are installed. They have the fields `settings` and
/// `envelope`; the file has the types `HeaderName` and `ContextOf`, the function that adds to the context of a `$request`.
macro_rules! builder {
    ($request:ty) => {
        impl<Env: $crate::Envelope + 'static> Errors<Env> {
            /// Creates the defaults: `x-request-id`, no hook, and no plain response rewritten.
            pub fn new() -> Self {
                let house: super::House = super::house::<Env, $crate::FrameworkError>;
                let request_id = HeaderName::from_static("x-request-id");
                let settings = $crate::server::Settings::new(house, request_id);
                Self { settings, envelope: std::marker::PhantomData }
            }

            /// Sets the header that carries the request's identifier, in the request and in the response.
            ///
            /// An identifier is taken from the request if it has up to 128 letters, digits and `-._~:/+=@`, and else
            /// made. One that [`context`](Self::context) sets is in the body, the log and the response, but not in the
            /// request.
            pub fn request_id_header(mut self, name: HeaderName) -> Self {
                self.settings.request_id = name;
                self
            }

            /// Adds to the context of each request. The function is called for requests that succeed, too; what the context
            /// that it returns lacks is that of the one that it is given.
            pub fn context<F>(mut self, context_of: F) -> Self
            where
                F: Fn(&$request, $crate::RequestContext) -> $crate::RequestContext
                    + Send
                    + Sync
                    + 'static,
            {
                self.settings.context_of = Some(std::sync::Arc::new(context_of));
                self
            }

            /// Adds to the context when an error is rendered, and only then: a timestamp here is the time of that.
            ///
            /// What the context that it returns lacks is that of the one that it is given. If the function panics, the error
            /// is rendered without what it adds.
            pub fn context_of_error<F>(mut self, complete: F) -> Self
            where
                F: Fn($crate::RequestContext) -> $crate::RequestContext + Send + Sync + 'static,
            {
                self.settings.server_mut().complete = Some(std::sync::Arc::new(complete));
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
                self.settings.server_mut().on_error = Some(std::sync::Arc::new(hook));
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
                self.settings.server_mut().house = Some(std::sync::Arc::new(house));
                self
            }

            /// Rewrites each 4xx and 5xx response that no error of this crate made, and that is not marked
            /// [`Passthrough`](super::Passthrough).
            ///
            /// The body is replaced; headers such as `Allow`, `WWW-Authenticate` and `Retry-After` stay, those that
            /// describe the body go. A response that a handler made on purpose cannot be told from a framework's, so this
            /// is off by default.
            pub fn rewrite_plain_responses(mut self) -> Self {
                self.settings.rewrites = true;
                self
            }
        }

        impl<Env: $crate::Envelope + 'static> Default for Errors<Env> {
            fn default() -> Self {
                Self::new()
            }
        }

        impl<Env> std::fmt::Debug for Errors<Env> {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.debug_tuple("Errors").field(&self.settings).finish()
            }
        }
    };
}
pub(crate) use builder;
