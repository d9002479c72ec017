//! axum's rejections and the errors of tower's layers, as [`FrameworkError`]s.

use std::{error::Error, sync::Arc};

use axum::{
    BoxError,
    extract::{
        path::ErrorKind,
        rejection::{
            BytesRejection, FormRejection, JsonRejection, PathRejection, QueryRejection,
            RawPathParamsRejection,
        },
    },
    response::{IntoResponse, Response},
};
use http::StatusCode;
use tower::{load_shed::error::Overloaded, timeout::error::Elapsed};

use crate::{
    FieldErrors, FrameworkError, RequestContext,
    envelope::Problem,
    server::{Server, invalid_field, invalid_value, name_in_path, sources},
};

impl From<JsonRejection> for FrameworkError {
    fn from(rejection: JsonRejection) -> Self {
        match rejection {
            JsonRejection::JsonDataError(error) => {
                Self::InvalidBody { errors: field_errors::<serde_json::Error>(&error) }
            }
            JsonRejection::JsonSyntaxError(error) => {
                Self::MalformedBody { reason: root(&error).to_string() }
            }
            JsonRejection::MissingJsonContentType(_) => Self::UnsupportedMediaType,
            other => body(other.status(), other.body_text()),
        }
    }
}

impl From<FormRejection> for FrameworkError {
    fn from(rejection: FormRejection) -> Self {
        match rejection {
            FormRejection::FailedToDeserializeForm(error) => {
                Self::InvalidForm { errors: field_errors::<serde::de::value::Error>(&error) }
            }
            FormRejection::FailedToDeserializeFormBody(error) => {
                Self::InvalidForm { errors: field_errors::<serde::de::value::Error>(&error) }
            }
            FormRejection::InvalidFormContentType(_) => Self::UnsupportedMediaType,
            other => body(other.status(), other.body_text()),
        }
    }
}

impl From<QueryRejection> for FrameworkError {
    fn from(rejection: QueryRejection) -> Self {
        Self::InvalidQuery { errors: field_errors::<serde::de::value::Error>(&rejection) }
    }
}

impl From<PathRejection> for FrameworkError {
    fn from(rejection: PathRejection) -> Self {
        invalid_path(rejection, &[], None)
    }
}

/// The error of a path whose parameters have these names, in the order of the path; `at` is where a value is not valid, as
/// far as that is known.
pub(super) fn invalid_path(
    rejection: PathRejection,
    names: &[&str],
    at: Option<String>,
) -> FrameworkError {
    let PathRejection::FailedToDeserializePathParams(error) = rejection else {
        return defect(rejection.body_text());
    };
    if error.status().is_server_error() {
        return defect(error.body_text());
    }
    let kind = error.into_kind();
    let message = kind.to_string();
    let field = match kind {
        ErrorKind::ParseErrorAtKey { key, .. }
        | ErrorKind::InvalidUtf8InPathParam { key }
        | ErrorKind::DeserializeError { key, .. } => key,
        ErrorKind::ParseErrorAtIndex { index, .. } => {
            names.get(index).map_or_else(|| index.to_string(), |name| (*name).to_owned())
        }
        _ => name_in_path(names, at),
    };
    FrameworkError::InvalidPath { errors: invalid_field(field, &message) }
}

impl From<RawPathParamsRejection> for FrameworkError {
    fn from(rejection: RawPathParamsRejection) -> Self {
        if rejection.status().is_server_error() {
            return defect(rejection.body_text());
        }
        Self::InvalidPath { errors: invalid_field(String::new(), &rejection.body_text()) }
    }
}

impl From<BytesRejection> for FrameworkError {
    fn from(rejection: BytesRejection) -> Self {
        body(rejection.status(), rejection.body_text())
    }
}

/// Answers in the envelope of the [`Errors`](super::Errors) that serve the request, or else as [`Problem`].
impl IntoResponse for FrameworkError {
    fn into_response(self) -> Response {
        let context = RequestContext::current();
        match Server::of(&context).and_then(Server::house::<super::House>) {
            Some(house) => house(self, &context),
            None => super::render_shared::<Problem>(Arc::new(self), &context),
        }
    }
}

/// Turns the error of a tower layer into an answer: for `axum::error_handling::HandleErrorLayer`.
///
/// It knows the errors of tower's `timeout` and `load_shed`, and [`FrameworkError`] itself, for layers of one's own. Any
/// other is a status of 500 whose text stays private.
///
/// ```
/// use std::time::Duration;
/// use axum::{Router, error_handling::HandleErrorLayer, routing::get};
/// use errcode::axum::handle_error;
/// use tower::ServiceBuilder;
///
/// let limits = ServiceBuilder::new()
///     .layer(HandleErrorLayer::new(handle_error))
///     .load_shed()
///     .timeout(Duration::from_secs(10));
/// # let _: Router =
/// Router::new().route("/", get(|| async { "hello" })).layer(limits)
/// # ;
/// ```
pub async fn handle_error(error: BoxError) -> FrameworkError {
    if chain(&*error).any(<dyn Error>::is::<Elapsed>) {
        FrameworkError::TimedOut { status: StatusCode::GATEWAY_TIMEOUT }
    } else if chain(&*error).any(<dyn Error>::is::<Overloaded>) {
        FrameworkError::Overloaded
    } else if let Some(error) = chain(&*error).find_map(<dyn Error>::downcast_ref::<FrameworkError>)
    {
        error.clone()
    } else {
        defect(error.to_string())
    }
}

/// A mistake of the service, such as an extractor on a route that cannot have it.
pub(super) fn defect(reason: String) -> FrameworkError {
    FrameworkError::Other { status: StatusCode::INTERNAL_SERVER_ERROR, reason }
}

/// A body that could not be read to its end.
fn body(status: StatusCode, reason: String) -> FrameworkError {
    match status {
        StatusCode::BAD_REQUEST => FrameworkError::MalformedBody { reason },
        StatusCode::PAYLOAD_TOO_LARGE => FrameworkError::BodyTooLarge,
        status => FrameworkError::Other { status, reason },
    }
}

fn chain<'a>(error: &'a (dyn Error + 'static)) -> impl Iterator<Item = &'a (dyn Error + 'static)> {
    std::iter::once(error).chain(sources(error.source()))
}

fn root<'a>(error: &'a (dyn Error + 'static)) -> &'a (dyn Error + 'static) {
    chain(error).last().unwrap_or(error)
}

/// The field that serde stumbled over, and what it says: `items[2].sku`, `missing field`.
fn field_errors<E: Error + 'static>(rejection: &(dyn Error + 'static)) -> FieldErrors {
    let found = chain(rejection).find_map(|e| e.downcast_ref::<serde_path_to_error::Error<E>>());
    let Some(error) = found else {
        return invalid_field(String::new(), &root(rejection).to_string());
    };
    invalid_value(&error.path().to_string(), &error.inner().to_string())
}
