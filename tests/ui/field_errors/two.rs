// 1 error

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum JobError {
    #[error("invalid")]
    #[api(code = "INVALID", status = 422)]
    Invalid(#[api(field_errors)] errcode::FieldErrors, #[api(field_errors)] errcode::FieldErrors),
}

fn main() {}
