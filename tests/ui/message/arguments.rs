// 5 errors

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum JobError {
    #[error("failed")]
    #[api(code = "JOB_LOST", status = 404, message("{}", .job))]
    Lost { id: u64 },
    #[error("failed")]
    #[api(code = "JOB_GONE", status = 410, message("gone", .id))]
    Gone { id: u64 },
    #[error("failed")]
    #[api(code = "JOB_LEN", status = 400, message = "{id.len()}")]
    Len { id: String },
    #[error("failed")]
    #[api(code = "JOB_SELF", status = 400, message = "{self.id}")]
    Itself { id: String },
    #[error("failed")]
    #[api(code = "JOB_COMMA", status = 400, message("{}" .id))]
    Comma { id: String },
}

fn main() {}
