// 2 errors

use std::{backtrace::Backtrace, sync::Arc};

use errcode::ApiError;

#[derive(Debug, snafu::Snafu, ApiError)]
enum JobError {
    #[snafu(display("not found at {backtrace:?}"))]
    #[api(code = "JOB_LOST", status = 404)]
    Lost { backtrace: Option<Backtrace> },
    #[snafu(display("gone at {trace:?}"))]
    #[api(code = "JOB_GONE", status = 410)]
    Gone { trace: Option<Arc<Backtrace>> },
}

fn main() {}
