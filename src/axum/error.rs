use std::sync::Arc;

use axum::response::{IntoResponse, Response};

pub use crate::server::Error;
use crate::{Envelope, RequestContext};

impl<Env: Envelope> IntoResponse for Error<Env> {
    fn into_response(self) -> Response {
        super::render_shared::<Env>(Arc::clone(self.arc()), &RequestContext::current())
    }
}
