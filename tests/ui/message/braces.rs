// 2 errors

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum JobError {
    #[error("expired")]
    #[api(code = "JOB_EXPIRED", status = 410, message = "Job {id expired")]
    Expired { id: u8 },
    #[error("lost")]
    #[api(code = "JOB_LOST", status = 404, message = "Job id} lost")]
    Lost { id: u8 },
}

fn main() {}
