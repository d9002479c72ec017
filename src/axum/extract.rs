//! axum's extractors with [`FrameworkError`] as their rejection.

use axum::{
    extract::{FromRequest, FromRequestParts, Request},
    response::{IntoResponse, Response},
};
use http::request::Parts;
use serde::{Serialize, de::DeserializeOwned};

use crate::FrameworkError;

macro_rules! extractor {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        ///
        /// It is axum's extractor of that name, whose rejection is a [`FrameworkError`].
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

macro_rules! from_request {
    ($name:ident) => {
        impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for $name<T> {
            type Rejection = FrameworkError;

            async fn from_request(request: Request, state: &S) -> Result<Self, FrameworkError> {
                Ok(Self(axum::extract::$name::from_request(request, state).await?.0))
            }
        }
    };
}

macro_rules! from_request_parts {
    ($name:ident, $($bound:tt)*) => {
        impl<T: DeserializeOwned $($bound)*, S: Send + Sync> FromRequestParts<S> for $name<T> {
            type Rejection = FrameworkError;

            async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, FrameworkError> {
                Ok(Self(axum::extract::$name::from_request_parts(parts, state).await?.0))
            }
        }
    };
}

extractor! {
    /// A JSON body, of a request or of a response.
    ///
    /// ```
    /// use axum::{Router, routing::post};
    /// use errcode::axum::Json;
    ///
    /// #[derive(serde::Deserialize)]
    /// struct Order {
    ///     sku: String,
    /// }
    ///
    /// let app: Router = Router::new().route("/orders", post(async |Json(order): Json<Order>| order.sku));
    /// # let _ = app;
    /// ```
    Json
}
from_request!(Json);

impl<T: Serialize> IntoResponse for Json<T> {
    fn into_response(self) -> Response {
        axum::Json(self.0).into_response()
    }
}

extractor! {
    /// A form, of the query of a `GET` or `HEAD` or of the body of another request.
    ///
    /// ```
    /// use axum::{Router, routing::post};
    /// use errcode::axum::Form;
    ///
    /// let login = async |Form(fields): Form<Vec<(String, String)>>| fields.len().to_string();
    /// let app: Router = Router::new().route("/login", post(login));
    /// # let _ = app;
    /// ```
    Form
}
from_request!(Form);

extractor! {
    /// The parameters of the query.
    ///
    /// ```
    /// use axum::{Router, routing::get};
    /// use errcode::axum::Query;
    ///
    /// let list = async |Query(pairs): Query<Vec<(String, String)>>| pairs.len().to_string();
    /// let app: Router = Router::new().route("/jobs", get(list));
    /// # let _ = app;
    /// ```
    Query
}
from_request_parts!(Query,);

extractor! {
    /// The parameters of the path.
    ///
    /// ```
    /// use axum::{Router, routing::get};
    /// use errcode::axum::Path;
    ///
    /// let app: Router = Router::new().route("/jobs/{id}", get(async |Path(id): Path<u64>| id.to_string()));
    /// # let _ = app;
    /// ```
    Path
}
from_request_parts!(Path, + Send);

crate::input::inputs! {
    Json => InvalidBody,
    Form => InvalidForm,
    Query => InvalidQuery,
    Path => InvalidPath,
}

/// Any other extractor, with a [`FrameworkError`] as its rejection.
///
/// The status of the extractor's own rejection decides on the kind. Its text stays private.
///
/// ```
/// use axum::{Extension, Router, routing::get};
/// use errcode::axum::Extract;
///
/// let app: Router = Router::new()
///     .route("/", get(async |Extract(Extension(name)): Extract<Extension<String>>| name));
/// # let _ = app;
/// ```
#[derive(Debug, Clone, Copy, Default)]
pub struct Extract<E>(pub E);

impl<E: FromRequest<S>, S: Send + Sync> FromRequest<S> for Extract<E> {
    type Rejection = FrameworkError;

    async fn from_request(request: Request, state: &S) -> Result<Self, FrameworkError> {
        E::from_request(request, state).await.map(Self).map_err(rejected)
    }
}

impl<E: FromRequestParts<S>, S: Send + Sync> FromRequestParts<S> for Extract<E> {
    type Rejection = FrameworkError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, FrameworkError> {
        E::from_request_parts(parts, state).await.map(Self).map_err(rejected)
    }
}

fn rejected(rejection: impl IntoResponse) -> FrameworkError {
    FrameworkError::from_status(rejection.into_response().status())
}
