// 5 errors

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum JobError {
    #[error("failed")]
    #[api(code = "JOB_LOST", status = 404)]
    Lost { #[api(detail(skipif = Vec::is_empty))] a: Vec<u8>, #[api(detail(kind = "text"))] b: String, #[api(detail("c"))] d: u8 },
    #[error("failed")]
    #[api(code = "JOB_GONE", status = 410)]
    Gone { #[api(detail(skip_if = Vec<u8>::is_empty))] a: Vec<u8>, #[api(detail(skip_if = |b| b.is_empty()))] b: Vec<u8> },
}

fn main() {}
