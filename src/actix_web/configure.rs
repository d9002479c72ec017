use actix_web::{
    HttpRequest, ResponseError,
    error::{JsonPayloadError, PathError, PayloadError, QueryPayloadError, UrlencodedError},
    web::{self, FormConfig, JsonConfig, PathConfig, QueryConfig, ServiceConfig},
};
use http::StatusCode;

use super::Error;
use crate::{Envelope, FieldErrors, FrameworkError};

/// Makes actix's own errors those of the envelope `Env`: what its extractors reject, and paths without a route.
///
/// A scope or application that has a default service or a config of its own keeps that.
///
/// ```
/// use actix_web::App;
/// use errcode::{actix_web::configure, envelope::Nested};
///
/// let app = App::new().configure(configure::<Nested>);
/// # let _ = app;
/// ```
pub fn configure<Env: Envelope + 'static>(config: &mut ServiceConfig) {
    config
        .app_data(JsonConfig::default().error_handler(|error, _| answer::<Env>(json(&error))))
        .app_data(FormConfig::default().error_handler(|error, _| answer::<Env>(form(&error))))
        .app_data(QueryConfig::default().error_handler(|error, _| answer::<Env>(query(&error))))
        .app_data(PathConfig::default().error_handler(|error, _| answer::<Env>(path(&error))))
        .default_service(web::to(async |_: HttpRequest| {
            Err::<&str, Error<Env>>(FrameworkError::RouteNotFound.into())
        }));
}

fn answer<Env: Envelope + 'static>(error: FrameworkError) -> actix_web::Error {
    Error::<Env>::from(error).into()
}

fn json(error: &JsonPayloadError) -> FrameworkError {
    match error {
        JsonPayloadError::ContentType => FrameworkError::UnsupportedMediaType,
        JsonPayloadError::Deserialize(error) if error.is_data() => {
            FrameworkError::InvalidBody { errors: FieldErrors::new() }
        }
        JsonPayloadError::Deserialize(error) => {
            FrameworkError::MalformedBody { reason: error.to_string() }
        }
        JsonPayloadError::Payload(error) => payload(error),
        error => other(error),
    }
}

fn form(error: &UrlencodedError) -> FrameworkError {
    match error {
        UrlencodedError::ContentType => FrameworkError::UnsupportedMediaType,
        UrlencodedError::Parse(_) | UrlencodedError::Encoding => {
            FrameworkError::InvalidForm { errors: FieldErrors::new() }
        }
        UrlencodedError::Payload(error) => payload(error),
        error => other(error),
    }
}

fn query(_: &QueryPayloadError) -> FrameworkError {
    FrameworkError::InvalidQuery { errors: FieldErrors::new() }
}

fn path(_: &PathError) -> FrameworkError {
    FrameworkError::InvalidPath { errors: FieldErrors::new() }
}

fn payload(error: &PayloadError) -> FrameworkError {
    match error {
        PayloadError::Overflow => FrameworkError::BodyTooLarge,
        error => FrameworkError::MalformedBody { reason: error.to_string() },
    }
}

/// The status that actix itself would answer with.
fn other(error: &impl ResponseError) -> FrameworkError {
    let status = StatusCode::from_u16(error.status_code().as_u16());
    FrameworkError::from_status(status.unwrap_or(StatusCode::BAD_REQUEST))
}
