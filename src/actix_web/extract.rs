//! actix's extractors, which name the field that is wrong.

use std::{
    future::{Future, Ready, ready},
    pin::Pin,
};

use actix_web::{
    FromRequest, HttpRequest, HttpResponse, Responder, dev::Payload, http::header, web,
};
use serde::{Serialize, de::DeserializeOwned};

use super::rejection::framework_error;
use crate::{
    FrameworkError,
    input::extractor,
    server::{Located, failed_at, invalid_field, name_in_path},
};

/// To be called right after the extractor has failed.
fn located(error: actix_web::Error) -> actix_web::Error {
    located_as(error, Option::unwrap_or_default)
}

/// The same where `name` knows more of a field than where it is.
fn located_as(
    error: actix_web::Error,
    name: impl FnOnce(Option<String>) -> String,
) -> actix_web::Error {
    let field = name(failed_at());
    match framework_error(&error, &field) {
        Some(error) => error.into(),
        None => error,
    }
}

macro_rules! from_body {
    ($name:ident) => {
        impl<T: DeserializeOwned + 'static> FromRequest for $name<T> {
            type Error = actix_web::Error;
            type Future = Pin<Box<dyn Future<Output = Result<Self, actix_web::Error>>>>;

            fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
                let extracted = web::$name::<Located<T>>::from_request(request, payload);
                Box::pin(async {
                    let extracted = extracted.await.map_err(located)?;
                    Ok(Self(extracted.into_inner().0))
                })
            }
        }
    };
}

extractor! {
    /// A JSON body, of a request or of a response.
    ///
    /// ```
    /// use actix_web::{App, web};
    /// use errcode::actix_web::Json;
    ///
    /// #[derive(serde::Deserialize)]
    /// struct Order {
    ///     sku: String,
    /// }
    ///
    /// let order = async |Json(order): Json<Order>| order.sku;
    /// let app = App::new().route("/orders", web::post().to(order));
    /// # let _ = app;
    /// ```
    ///
    /// It is actix's extractor of that name, with its configuration; a value that is not valid is a
    /// [`FrameworkError`] that names the field.
    Json
}
from_body!(Json);

impl<T: Serialize> Responder for Json<T> {
    type Body = <web::Json<T> as Responder>::Body;

    fn respond_to(self, request: &HttpRequest) -> HttpResponse<Self::Body> {
        web::Json(self.0).respond_to(request)
    }
}

extractor! {
    /// A form in the body.
    ///
    /// ```
    /// use actix_web::{App, web};
    /// use errcode::actix_web::Form;
    ///
    /// let login = async |Form(fields): Form<Vec<(String, String)>>| fields.len().to_string();
    /// let app = App::new().route("/login", web::post().to(login));
    /// # let _ = app;
    /// ```
    ///
    /// It is actix's extractor of that name, with its configuration; a value that is not valid is a
    /// [`FrameworkError`] that names the field.
    Form
}
from_body!(Form);

extractor! {
    /// The parameters of the query.
    ///
    /// ```
    /// use actix_web::{App, web};
    /// use errcode::actix_web::Query;
    ///
    /// let list = async |Query(pairs): Query<Vec<(String, String)>>| pairs.len().to_string();
    /// let app = App::new().route("/jobs", web::get().to(list));
    /// # let _ = app;
    /// ```
    ///
    /// It is actix's extractor of that name, with its configuration; a value that is not valid is a
    /// [`FrameworkError`] that names the field.
    Query
}

impl<T: DeserializeOwned> FromRequest for Query<T> {
    type Error = actix_web::Error;
    type Future = Ready<Result<Self, actix_web::Error>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let extracted = web::Query::<Located<T>>::from_request(request, payload).into_inner();
        ready(extracted.map(|query| Self(query.into_inner().0)).map_err(located))
    }
}

extractor! {
    /// The parameters of the path.
    ///
    /// ```
    /// use actix_web::{App, web};
    /// use errcode::actix_web::Path;
    ///
    /// let job = async |Path(id): Path<u64>| id.to_string();
    /// let app = App::new().route("/jobs/{id}", web::get().to(job));
    /// # let _ = app;
    /// ```
    ///
    /// It is actix's extractor of that name, with its configuration; a value that is not valid is a
    /// [`FrameworkError`] that names the field.
    Path
}

impl<T: DeserializeOwned> FromRequest for Path<T> {
    type Error = actix_web::Error;
    type Future = Ready<Result<Self, actix_web::Error>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let extracted = web::Path::<Located<T>>::from_request(request, payload).into_inner();
        ready(
            extracted
                .map(|path| Self(path.into_inner().0))
                .map_err(|error| located_as(error, |at| name_in_path(&names_of_path(request), at))),
        )
    }
}

fn names_of_path(request: &HttpRequest) -> Vec<&str> {
    request.match_info().iter().map(|(name, _)| name).collect()
}

/// A header, which must be there and valid.
///
/// It is actix's extractor of that name; its [`FrameworkError`] names the header.
///
/// ```
/// use actix_web::{App, http::header::IfModifiedSince, web};
/// use errcode::actix_web::Header;
///
/// let job = async |Header(since): Header<IfModifiedSince>| since.to_string();
/// let app = App::new().route("/job", web::get().to(job));
/// # let _ = app;
/// ```
#[derive(Debug, Clone, Copy, Default)]
pub struct Header<T>(pub T);

impl<T: header::Header> FromRequest for Header<T> {
    type Error = FrameworkError;
    type Future = Ready<Result<Self, FrameworkError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(T::parse(request).map(Self).map_err(|_| {
            let is_there = request.headers().contains_key(T::name());
            let message = if is_there { "invalid header" } else { "missing header" };
            let errors = invalid_field(T::name().as_str(), message);
            FrameworkError::InvalidHeader { errors }
        }))
    }
}

mod inputs {
    use super::{Form, Json, Path, Query};

    crate::input::inputs! {
        Json => InvalidBody,
        Form => InvalidForm,
        Query => InvalidQuery,
        Path => InvalidPath,
    }
}

mod inputs_of_actix {
    use actix_web::web::{Form, Json, Path, Query};

    crate::input::inputs! {
        Json => InvalidBody,
        Form => InvalidForm,
        Query => InvalidQuery,
        Path => InvalidPath,
    }
}
