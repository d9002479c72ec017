// 7 errors

use errcode::{ApiError, catalog};

#[derive(Debug, thiserror::Error, ApiError)]
pub enum JobError {
    #[error("expired")]
    #[api(code = "JOB_EXPIRED", status = 410)]
    Expired,
    #[error("paused")]
    #[api(code = "JOB_PAUSED", status = 409)]
    Paused,
}

catalog!(pub static CONFLICTED = [JobError], lock = "../../../../tests/data/locks/conflicted.lock");
catalog!(pub static CUT_SHORT = [JobError], lock = "../../../../tests/data/locks/cut_short.lock");
catalog!(pub static EMPTY = [JobError], lock = "../../../../tests/data/locks/empty.lock");
catalog!(pub static NEWER = [JobError], lock = "../../../../tests/data/locks/newer.lock");
catalog!(pub static NONSENSE = [JobError], lock = "../../../../tests/data/locks/nonsense.lock");
catalog!(pub static WINDOWS = [JobError], lock = "../../../../tests/data/locks/windows.lock");
catalog!(pub static MISSING = [JobError], lock = "../../../../tests/data/locks/missing.lock");

fn main() {}
