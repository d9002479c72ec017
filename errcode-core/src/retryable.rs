//! Whether a request may be repeated that an error answers with a status of its own, and all else from another error.

use http::StatusCode;

use crate::ApiError;

/// What the error inside says on purpose, or else what follows from the status.
pub fn retryable_beside(inner: &dyn ApiError, status: StatusCode) -> bool {
    let (said, followed) = (inner.is_retryable(), inner.spec().retryable_at(inner.status()));
    if said != followed || status == inner.status() {
        return said;
    }
    inner.spec().retryable_at(status)
}
