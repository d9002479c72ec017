//! actix's own errors, as [`FrameworkError`]s.

use std::{error::Error as StdError, sync::Arc};

use actix_web::{
    HttpResponse, ResponseError,
    error::{
        ContentTypeError, InternalError, JsonPayloadError, ParseError, PathError, PayloadError,
        QueryPayloadError, UrlencodedError,
    },
    http::StatusCode,
};
use serde::de::value::Error as ValueError;

use crate::{
    FieldErrors, FrameworkError, RequestContext,
    envelope::Problem,
    server::{Server, invalid_value},
};

/// Answers in the envelope of the [`Errors`](super::Errors) that serve the request, or else as [`Problem`].
impl ResponseError for FrameworkError {
    fn status_code(&self) -> StatusCode {
        super::status(crate::ApiError::status(self))
    }

    fn error_response(&self) -> HttpResponse {
        let context = RequestContext::current();
        let error = self.clone();
        match Server::of(&context).and_then(Server::house::<super::House>) {
            Some(house) => house(error, &context),
            None => super::render_shared::<Problem>(Arc::new(error), &context),
        }
    }
}

/// Returns what an error of an extractor stands for, which failed at `field`; `None` for an error that is not actix's.
pub(super) fn framework_error(error: &actix_web::Error, field: &str) -> Option<FrameworkError> {
    if let Some(error) = error.as_error::<JsonPayloadError>() {
        Some(json(error, field))
    } else if let Some(error) = error.as_error::<UrlencodedError>() {
        Some(form(error, field))
    } else if let Some(QueryPayloadError::Deserialize(error)) = error.as_error() {
        Some(FrameworkError::InvalidQuery { errors: value(error, field) })
    } else if let Some(PathError::Deserialize(error)) = error.as_error() {
        Some(FrameworkError::InvalidPath { errors: value(error, field) })
    } else if let Some(error) = error.as_error::<InternalError<ValueError>>() {
        // What `web::Path` fails with where there is no `PathConfig`.
        Some(FrameworkError::InvalidPath { errors: invalid_value(field, &error.to_string()) })
    } else if let Some(error) = error.as_error::<PayloadError>() {
        Some(payload(error))
    } else if error.as_error::<ContentTypeError>().is_some() {
        Some(FrameworkError::UnsupportedMediaType)
    } else if let Some(ParseError::Header) = error.as_error() {
        Some(FrameworkError::InvalidHeader { errors: FieldErrors::new() })
    } else {
        None
    }
}

fn json(error: &JsonPayloadError, field: &str) -> FrameworkError {
    match error {
        JsonPayloadError::ContentType => FrameworkError::UnsupportedMediaType,
        JsonPayloadError::Deserialize(error) if error.is_data() => {
            FrameworkError::InvalidBody { errors: invalid_value(field, &error.to_string()) }
        }
        JsonPayloadError::Deserialize(error) => {
            FrameworkError::MalformedBody { reason: error.to_string() }
        }
        JsonPayloadError::Payload(error) => payload(error),
        error => other(error),
    }
}

fn form(error: &UrlencodedError, field: &str) -> FrameworkError {
    match error {
        UrlencodedError::ContentType => FrameworkError::UnsupportedMediaType,
        UrlencodedError::Parse(error) => {
            FrameworkError::InvalidForm { errors: value(error, field) }
        }
        UrlencodedError::Encoding => FrameworkError::InvalidForm { errors: FieldErrors::new() },
        UrlencodedError::Payload(error) => payload(error),
        error => other(error),
    }
}

fn payload(error: &PayloadError) -> FrameworkError {
    match error {
        PayloadError::Overflow => FrameworkError::BodyTooLarge,
        error => FrameworkError::MalformedBody { reason: error.to_string() },
    }
}

fn value(error: &dyn StdError, field: &str) -> FieldErrors {
    invalid_value(field, &error.to_string())
}

/// The status that actix itself would answer with.
fn other(error: &impl ResponseError) -> FrameworkError {
    let status = http::StatusCode::from_u16(error.status_code().as_u16());
    FrameworkError::from_status(status.unwrap_or(http::StatusCode::BAD_REQUEST))
}
