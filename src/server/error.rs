use std::{fmt, marker::PhantomData, sync::Arc};

use crate::{ApiError, envelope::Problem};

/// Any [`ApiError`], rendered in the envelope `Env`.
///
/// A handler that meets several error types returns this one: `?` converts each of them, and none of them needs
/// `#[api(axum)]`, `#[api(actix_web)]` or `#[api(envelope = …)]`. The response's extensions hold the error as
/// `Arc<dyn ApiError + Send + Sync>` beside its `&'static CodeSpec`.
///
/// The modules `axum` and `actix_web` have it under the same name; it is a response of both frameworks.
///
/// ```
/// # #[cfg(feature = "axum")] {
/// use errcode::{ApiError, axum::Error, envelope::Nested};
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[error("no key")]
/// #[api(code = "AUTH_MISSING_KEY", status = 401)]
/// struct MissingKey;
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[error("no such job")]
/// #[api(code = "JOB_NOT_FOUND", status = 404)]
/// struct NotFound;
///
/// async fn job(has_key: bool) -> Result<String, Error<Nested>> {
///     if !has_key {
///         return Err(MissingKey.into());
///     }
///     Err(NotFound)?
/// }
///
/// # let _ = job;
/// assert_eq!(Error::<Nested>::from(NotFound).get().status(), 404);
/// # }
/// ```
pub struct Error<Env = Problem> {
    error: Arc<dyn ApiError + Send + Sync>,
    envelope: PhantomData<fn() -> Env>,
}

impl<Env> Error<Env> {
    /// Wraps an error that is shared already. A box becomes one with `Arc::from`.
    ///
    /// ```
    /// # #[cfg(feature = "axum")] {
    /// use errcode::{ApiError, axum::Error};
    ///
    /// fn wrap(error: Box<dyn ApiError + Send + Sync>) -> Error {
    ///     Error::shared(error.into())
    /// }
    /// # let _ = wrap;
    /// # }
    /// ```
    #[must_use]
    pub const fn shared(error: Arc<dyn ApiError + Send + Sync>) -> Self {
        Self { error, envelope: PhantomData }
    }

    /// Returns the error.
    ///
    /// ```
    /// # #[cfg(feature = "axum")] {
    /// use errcode::{ApiError, axum::Error};
    ///
    /// #[derive(Debug, thiserror::Error, ApiError)]
    /// #[error("gone")]
    /// #[api(code = "GONE", status = 410)]
    /// struct Gone;
    ///
    /// assert_eq!(Error::<errcode::envelope::Problem>::from(Gone).get().code(), "GONE");
    /// # }
    /// ```
    #[must_use]
    pub fn get(&self) -> &(dyn ApiError + Send + Sync + 'static) {
        &*self.error
    }
}

impl<Env> Error<Env> {
    pub(crate) const fn arc(&self) -> &Arc<dyn ApiError + Send + Sync> {
        &self.error
    }
}

impl<E: ApiError + Send + Sync + 'static, Env> From<E> for Error<Env> {
    fn from(error: E) -> Self {
        Self::shared(Arc::new(error))
    }
}

impl<Env> fmt::Debug for Error<Env> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.error, f)
    }
}

impl<Env> fmt::Display for Error<Env> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.error, f)
    }
}
