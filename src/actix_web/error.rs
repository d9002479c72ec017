use std::sync::Arc;

use actix_web::{HttpResponse, ResponseError, http::StatusCode};

pub use crate::server::Error;
use crate::{Envelope, RequestContext};

impl<Env: Envelope> ResponseError for Error<Env> {
    fn status_code(&self) -> StatusCode {
        super::status(self.arc().status())
    }

    fn error_response(&self) -> HttpResponse {
        super::render_shared::<Env>(Arc::clone(self.arc()), &RequestContext::current())
    }
}
