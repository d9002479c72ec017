// 1 error

use errcode::ApiError;

#[derive(Debug, ApiError)]
enum JobError {
    #[api(code = "JOB_EXPIRED", status = 410)]
    Expired,
}

fn main() {}
