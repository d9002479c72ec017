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

// The catalog has the first code, which is of the other type.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(domain = Coordinator)]
enum PageError {
    #[error(transparent)]
    #[api(transparent)]
    Job(JobError),
    #[error("failed")]
    #[api(code = "NO_PAGE", status = 404)]
    NoPage,
}

// It has every code of this one.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(domain = Coordinator)]
enum ListError {
    #[error(transparent)]
    #[api(transparent)]
    Job(JobError),
}

errcode::catalog!(static CATALOG = [JobError]);

fn main() {}
