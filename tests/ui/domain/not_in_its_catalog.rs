// 1 error

use errcode::ApiError;

errcode::domain! {
    pub(crate) Coordinator { catalog = CATALOG }
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
    #[api(code = "LOST", status = 404)]
    Lost,
}

errcode::catalog!(static CATALOG = [JobError]);

fn main() {}
