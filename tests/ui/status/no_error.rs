// 6 errors

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum JobError {
    #[error("1000")]
    #[api(code = "TOO_LARGE", status = 1000)]
    TooLarge,
    #[error("100")]
    #[api(code = "INTERIM", status = 100)]
    Interim,
    #[error("302")]
    #[api(code = "REDIRECT", status = 302)]
    Redirect,
    #[error("204")]
    #[api(code = "NO_CONTENT", status = 204)]
    NoContent,
    #[error("-1")]
    #[api(code = "NEGATIVE", status = -1)]
    Negative,
    #[error("404.5")]
    #[api(code = "FRACTION", status = 404.5)]
    Fraction,
}

fn main() {}
