// 1 error

use errcode::ApiError;

errcode::domain! {
    pub(crate) Coordinator { name = "coordinator.example.com" }
}

errcode::domain! {
    pub(crate) Other {}
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(domain = Coordinator, domain = Other)]
enum JobError {
    #[error("failed")]
    #[api(code = "DENIED", status = 403)]
    Denied,
}

fn main() {}
