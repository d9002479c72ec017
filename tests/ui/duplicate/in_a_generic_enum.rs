// 1 error

use errcode::{ApiError, catalog};

#[derive(Debug, thiserror::Error, ApiError)]
enum Retried<E> {
    #[error("gave up")]
    #[api(code = "GAVE_UP", status = 503)]
    GaveUp,
    #[error(transparent)]
    #[api(transparent)]
    Last(E),
}

#[derive(Debug, thiserror::Error, ApiError)]
enum FetchError {
    #[error("gave up")]
    #[api(code = "GAVE_UP", status = 504)]
    GaveUp,
}

catalog!(pub static CODES = [Retried<FetchError>]);

fn main() {}
