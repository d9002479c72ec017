use std::{cell::RefCell, fmt};

use actix_web::{HttpResponse, ResponseError, http::StatusCode};

type Again = dyn Fn(&actix_web::Error) -> HttpResponse;

/// An error whose response is made already, in the context of its request: actix makes responses further out.
pub(super) struct Answered {
    error: actix_web::Error,
    response: RefCell<Option<HttpResponse>>,
    /// Makes the response for those who ask for it a second time.
    again: Box<Again>,
}

impl Answered {
    pub(super) fn new(
        error: actix_web::Error,
        response: HttpResponse,
        again: impl Fn(&actix_web::Error) -> HttpResponse + 'static,
    ) -> Self {
        Self { error, response: RefCell::new(Some(response)), again: Box::new(again) }
    }

    /// Returns the error that was answered.
    pub(super) fn root(error: &actix_web::Error) -> &actix_web::Error {
        error.as_error::<Self>().map_or(error, |answered| Self::root(&answered.error))
    }
}

impl fmt::Debug for Answered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.error, f)
    }
}

impl fmt::Display for Answered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.error, f)
    }
}

impl ResponseError for Answered {
    fn status_code(&self) -> StatusCode {
        let status = self.response.borrow().as_ref().map(HttpResponse::status);
        status.unwrap_or_else(|| self.error.as_response_error().status_code())
    }

    fn error_response(&self) -> HttpResponse {
        let response = self.response.take();
        response.unwrap_or_else(|| (self.again)(&self.error))
    }
}
