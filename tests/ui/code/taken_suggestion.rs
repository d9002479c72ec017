// 2 errors

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(retired("OLD"))]
enum JobError {
    #[error("failed")]
    #[api(code = "EXPIRED", status = 410)]
    A,
    #[error("failed")]
    #[api(status = 410)]
    Expired,
    #[error("failed")]
    #[api(code = "OLD", status = 410)]
    Old,
}

fn main() {}
