// 8 errors

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(code = "JOB", transparent)]
enum JobError {
    #[error("expired")]
    #[api(code = "JOB_EXPIRED", status = 410, prefix = "JOB_", envelope = errcode::envelope::Nested)]
    Expired { #[api(code = "X", detail, message = "m")] id: u8 },
    #[error("lost")]
    #[api(code = "JOB_LOST", status = 404, detail, field_errors)]
    Lost,
}

fn main() {}
