// 1 error

use errcode::ApiError;

struct Mine;

impl errcode::Envelope for Mine {
    const CONTENT_TYPE: &'static str = "text/plain\n";

    fn body(view: errcode::ErrorView<'_>) -> impl serde::Serialize {
        view.code()
    }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Mine)]
enum JobError {
    #[error("failed")]
    #[api(code = "JOB_LOST", status = 404)]
    Lost,
}

fn main() {}
