// 1 error

use errcode::ApiError;

errcode::domain! {
    pub(crate) Coordinator { name = "coordinator.example.com" }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(domain = Coordinator)]
enum JobError {
    #[error("failed")]
    #[api(code = "DENIED", status = 403)]
    Denied,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(domain = Coordinator)]
enum AuthError {
    #[error("failed")]
    #[api(code = "DENIED", status = 404)]
    Denied,
}

fn main() {}
