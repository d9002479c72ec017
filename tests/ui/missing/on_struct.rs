// 1 error

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("expired")]
struct JobExpired;

fn main() {}
