use crate::{FieldErrors, FrameworkError};

/// A part of a request that was extracted, such as a JSON body: what it holds, and the error of a value that is not
/// valid.
///
/// It is implemented for the extractors of the web features, for `Valid` of the features `validator` and `garde`.
///
/// ```
/// # #[cfg(feature = "axum")] {
/// use errcode::{ApiError, FieldErrors, Input, axum::Query};
///
/// let query = Query(7_u64);
/// assert_eq!(*query.value(), 7);
///
/// let errors = FieldErrors::from([("page", "must be greater than 7")]);
/// assert_eq!(Query::<u64>::invalid(errors).code(), "INVALID_QUERY");
/// # }
/// ```
#[diagnostic::on_unimplemented(
    message = "the trait `errcode::Input` is not implemented for `{Self}`",
    label = "not a part of a request that can be validated",
    note = "use the extractor of that name in `errcode::axum` or `errcode::actix_web`, or implement `errcode::Input`"
)]
pub trait Input {
    /// The type of the value.
    type Value;

    /// Returns the value.
    fn value(&self) -> &Self::Value;

    /// Returns the error that says what of the value is not valid.
    fn invalid(errors: FieldErrors) -> FrameworkError;
}

/// Defines an extractor that holds its value.
macro_rules! extractor {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, Default)]
        pub struct $name<T>(pub T);

        impl<T> std::ops::Deref for $name<T> {
            type Target = T;

            fn deref(&self) -> &T {
                &self.0
            }
        }

        impl<T> std::ops::DerefMut for $name<T> {
            fn deref_mut(&mut self) -> &mut T {
                &mut self.0
            }
        }
    };
}
pub(crate) use extractor;

/// Implements [`Input`] for extractors that hold their value as field `0` or behind a `Deref`.
macro_rules! inputs {
    ($($(#[$attr:meta])* $extractor:ident => $variant:ident,)*) => {$(
        $(#[$attr])*
        impl<T> $crate::Input for $extractor<T> {
            type Value = T;

            fn value(&self) -> &T {
                self
            }

            fn invalid(errors: $crate::FieldErrors) -> $crate::FrameworkError {
                $crate::FrameworkError::$variant { errors }
            }
        }
    )*};
}
pub(crate) use inputs;

/// Defines the extractor of a validation library: `$check` is what its `$validate` says of a value.
#[cfg(any(feature = "validator", feature = "garde"))]
macro_rules! valid {
    ($(#[$doc:meta])* $validate:path, $check:expr) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, Default)]
        pub struct Valid<E: $crate::Input<Value: $validate>>(pub E);

        impl<E: $crate::Input<Value: $validate>> Valid<E> {
            fn check(input: E) -> Result<Self, $crate::FrameworkError> {
                match $check(input.value()) {
                    Ok(()) => Ok(Self(input)),
                    Err(report) => Err(E::invalid(field_errors(&report))),
                }
            }
        }

        #[cfg(feature = "axum")]
        const _: () = {
            use axum::extract::{
                FromRequest, FromRequestParts, OptionalFromRequest, OptionalFromRequestParts,
                Request,
            };
            use $crate::{FrameworkError, Input};

            impl<E, S> FromRequest<S> for Valid<E>
            where
                E: Input<Value: $validate> + FromRequest<S, Rejection = FrameworkError>,
                S: Send + Sync,
            {
                type Rejection = FrameworkError;

                async fn from_request(request: Request, state: &S) -> Result<Self, FrameworkError> {
                    Self::check(E::from_request(request, state).await?)
                }
            }

            impl<E, S> FromRequestParts<S> for Valid<E>
            where
                E: Input<Value: $validate> + FromRequestParts<S, Rejection = FrameworkError>,
                S: Send + Sync,
            {
                type Rejection = FrameworkError;

                async fn from_request_parts(
                    parts: &mut http::request::Parts,
                    state: &S,
                ) -> Result<Self, FrameworkError> {
                    Self::check(E::from_request_parts(parts, state).await?)
                }
            }

            impl<E, S> OptionalFromRequest<S> for Valid<E>
            where
                E: Input<Value: $validate> + OptionalFromRequest<S, Rejection = FrameworkError>,
                S: Send + Sync,
            {
                type Rejection = FrameworkError;

                async fn from_request(
                    request: Request,
                    state: &S,
                ) -> Result<Option<Self>, FrameworkError> {
                    E::from_request(request, state).await?.map(Self::check).transpose()
                }
            }

            impl<E, S> OptionalFromRequestParts<S> for Valid<E>
            where
                E: Input<Value: $validate> + OptionalFromRequestParts<S, Rejection = FrameworkError>,
                S: Send + Sync,
            {
                type Rejection = FrameworkError;

                async fn from_request_parts(
                    parts: &mut http::request::Parts,
                    state: &S,
                ) -> Result<Option<Self>, FrameworkError> {
                    E::from_request_parts(parts, state).await?.map(Self::check).transpose()
                }
            }
        };

        #[cfg(feature = "actix-web")]
        const _: () = {
            use std::{future::Future, pin::Pin};

            use actix_web::{FromRequest, HttpRequest, dev::Payload};
            use $crate::Input;

            impl<E> FromRequest for Valid<E>
            where
                E: Input<Value: $validate> + FromRequest<Future: 'static> + 'static,
            {
                type Error = actix_web::Error;
                type Future = Pin<Box<dyn Future<Output = Result<Self, actix_web::Error>>>>;

                fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
                    let extracted = E::from_request(request, payload);
                    Box::pin(async { Ok(Self::check(extracted.await.map_err(Into::into)?)?) })
                }
            }
        };
    };
}
#[cfg(any(feature = "validator", feature = "garde"))]
pub(crate) use valid;
