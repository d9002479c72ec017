//! axum's extractors with [`FrameworkError`] as their rejection.

use axum::{
    body::to_bytes,
    extract::{
        FromRequest, FromRequestParts, OptionalFromRequest, OptionalFromRequestParts,
        RawPathParams, Request, rejection::PathRejection,
    },
    response::{IntoResponse, Response},
};
use http::{StatusCode, header, request::Parts};
use serde::{Serialize, de::DeserializeOwned};

use super::rejection::{defect, invalid_path};
use crate::{
    FieldErrors, FrameworkError,
    input::extractor,
    server::{Located, failed_at},
};

macro_rules! from_request {
    ($name:ident) => {
        impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for $name<T> {
            type Rejection = FrameworkError;

            async fn from_request(request: Request, state: &S) -> Result<Self, FrameworkError> {
                let extracted =
                    <axum::extract::$name<T> as FromRequest<S>>::from_request(request, state);
                Ok(Self(extracted.await?.0))
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
    ///
    /// It is axum's extractor of that name, whose rejection is a [`FrameworkError`].
    Json
}
from_request!(Json);

/// A value that cannot be serialized is a defect of the service, which axum would send as a plain text.
impl<T: Serialize> IntoResponse for Json<T> {
    fn into_response(self) -> Response {
        match serde_json::to_vec(&self.0) {
            Ok(body) => ([(header::CONTENT_TYPE, "application/json")], body).into_response(),
            Err(error) => defect(error.to_string()).into_response(),
        }
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
    ///
    /// It is axum's extractor of that name, whose rejection is a [`FrameworkError`].
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
    ///
    /// It is axum's extractor of that name, whose rejection is a [`FrameworkError`].
    Query
}

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Query<T> {
    type Rejection = FrameworkError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, FrameworkError> {
        Ok(Self(axum::extract::Query::from_request_parts(parts, state).await?.0))
    }
}

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
    ///
    /// It is axum's extractor of that name, whose rejection is a [`FrameworkError`].
    Path
}

impl<T: DeserializeOwned + Send, S: Send + Sync> FromRequestParts<S> for Path<T> {
    type Rejection = FrameworkError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, FrameworkError> {
        type Inner<T> = axum::extract::Path<Located<T>>;
        let extracted = <Inner<T> as FromRequestParts<S>>::from_request_parts(parts, state);
        match extracted.await {
            Ok(path) => Ok(Self(path.0.0)),
            Err(rejection) => Err(located(rejection, parts, state).await),
        }
    }
}

impl<T: DeserializeOwned + Send + 'static, S: Send + Sync> OptionalFromRequestParts<S> for Path<T> {
    type Rejection = FrameworkError;

    async fn from_request_parts(
        parts: &mut Parts,
        state: &S,
    ) -> Result<Option<Self>, FrameworkError> {
        let extracted = Option::<axum::extract::Path<Located<T>>>::from_request_parts(parts, state);
        match extracted.await {
            Ok(path) => Ok(path.map(|path| Self(path.0.0))),
            Err(rejection) => Err(located(rejection, parts, state).await),
        }
    }
}

/// To be called right after the extractor has failed.
async fn located<S: Send + Sync>(
    rejection: PathRejection,
    parts: &mut Parts,
    state: &S,
) -> FrameworkError {
    let at = failed_at();
    let parameters = RawPathParams::from_request_parts(parts, state).await;
    let names: Vec<&str> = match &parameters {
        Ok(parameters) => parameters.iter().map(|(name, _)| name).collect(),
        Err(_) => Vec::new(),
    };
    invalid_path(rejection, &names, at)
}

crate::input::inputs! {
    Json => InvalidBody,
    Form => InvalidForm,
    Query => InvalidQuery,
    Path => InvalidPath,
}

impl<T: DeserializeOwned, S: Send + Sync> OptionalFromRequest<S> for Json<T> {
    type Rejection = FrameworkError;

    async fn from_request(request: Request, state: &S) -> Result<Option<Self>, FrameworkError> {
        let json = Option::<axum::Json<T>>::from_request(request, state).await?;
        Ok(json.map(|json| Self(json.0)))
    }
}

/// Any other extractor, with a [`FrameworkError`] as its rejection.
///
/// The status of the extractor's own rejection decides on the kind; a 400 or 422 of one that reads the body is about the
/// body. Its text stays private: the hook for errors has it.
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
        let rejection = match <E as FromRequest<S>>::from_request(request, state).await {
            Ok(extracted) => return Ok(Self(extracted)),
            Err(rejection) => rejection.into_response(),
        };
        Err(of_body(rejection).await)
    }
}

impl<E: OptionalFromRequest<S>, S: Send + Sync> OptionalFromRequest<S> for Extract<E> {
    type Rejection = FrameworkError;

    async fn from_request(request: Request, state: &S) -> Result<Option<Self>, FrameworkError> {
        let rejection = match <E as OptionalFromRequest<S>>::from_request(request, state).await {
            Ok(extracted) => return Ok(extracted.map(Self)),
            Err(rejection) => rejection.into_response(),
        };
        Err(of_body(rejection).await)
    }
}

impl<E: FromRequestParts<S>, S: Send + Sync> FromRequestParts<S> for Extract<E> {
    type Rejection = FrameworkError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, FrameworkError> {
        let rejection = match <E as FromRequestParts<S>>::from_request_parts(parts, state).await {
            Ok(extracted) => return Ok(Self(extracted)),
            Err(rejection) => rejection.into_response(),
        };
        Err(of_parts(rejection).await)
    }
}

impl<E: OptionalFromRequestParts<S>, S: Send + Sync> OptionalFromRequestParts<S> for Extract<E> {
    type Rejection = FrameworkError;

    async fn from_request_parts(
        parts: &mut Parts,
        state: &S,
    ) -> Result<Option<Self>, FrameworkError> {
        let rejection =
            match <E as OptionalFromRequestParts<S>>::from_request_parts(parts, state).await {
                Ok(extracted) => return Ok(extracted.map(Self)),
                Err(rejection) => rejection.into_response(),
            };
        Err(of_parts(rejection).await)
    }
}

/// How much of a rejection's text is kept.
const REASON_LIMIT: usize = 4096;

async fn of_parts(rejection: Response) -> FrameworkError {
    let error = FrameworkError::from_status(rejection.status());
    let FrameworkError::Other { status, .. } = error else { return error };
    let text = to_bytes(rejection.into_body(), REASON_LIMIT).await.unwrap_or_default();
    FrameworkError::Other { status, reason: String::from_utf8_lossy(&text).into_owned() }
}

async fn of_body(rejection: Response) -> FrameworkError {
    match of_parts(rejection).await {
        FrameworkError::Other { status: StatusCode::BAD_REQUEST, reason } => {
            FrameworkError::MalformedBody { reason }
        }
        FrameworkError::Other { status: StatusCode::UNPROCESSABLE_ENTITY, .. } => {
            FrameworkError::InvalidBody { errors: FieldErrors::new() }
        }
        error => error,
    }
}
