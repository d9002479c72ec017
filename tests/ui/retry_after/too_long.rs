// 1 error

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("busy")]
#[api(code = "BUSY", status = 503, retry_after = 18446744074)]
struct Busy;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("busier")]
#[api(code = "BUSIER", status = 503, retry_after = 18446744073)]
struct Busier;

fn main() {}
