// 1 error

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum ReadError {
    #[error("gone")]
    #[api(code = "GONE", status = 410)]
    Gone,
    #[error("denied")]
    #[api(code = "DENIED", status = 403)]
    Denied,
}

#[derive(Debug, thiserror::Error, ApiError)]
enum WriteError<'a> {
    #[error("gone: {0}")]
    #[api(code = "GONE", status = 410)]
    Gone(&'a str),
    #[error("denied")]
    #[api(code = "DENIED", status = 403)]
    Denied,
}

#[derive(Debug, thiserror::Error, ApiError)]
enum StoreError<'a> {
    #[error(transparent)]
    #[api(transparent)]
    Read(ReadError),
    #[error(transparent)]
    #[api(transparent)]
    Write(Box<WriteError<'a>>),
}

fn main() {}
