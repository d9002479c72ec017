// 3 errors

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum JobError {
    #[error("failed")]
    #[api(code = "JOB_LOST", status = 404, detail("a", "{}"), detail("b", "{idd}"), detail("c", 1 + 2))]
    Lost { id: u64 },
}

fn main() {}
