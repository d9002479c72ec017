//! Everything that is not the kind, the code and the message goes into `metadata`; `type` and `title` are those of the
//! kind.

use ::masterror::{AppCode, AppError, AppErrorKind, ProblemJson, field};

use super::{code, message};
use crate::render::{JobError, Occurrence};

pub(super) fn body(Occurrence { error, request, .. }: &Occurrence) -> Vec<u8> {
    let (JobError::Limit { account, limit, wait }
    | JobError::LimitTwo { account, limit, wait }
    | JobError::LimitEight { account, limit, wait, .. }) = error;
    let (name, docs) = code(error);
    let mut problem = AppError::new(AppErrorKind::RateLimited, message(account, *limit))
        .with_code(AppCode::new(name))
        .with_retry_after_secs(wait.as_secs())
        .with_field(field::str("docs_url", docs))
        .with_field(field::str("instance", request.path.clone()))
        .with_field(field::bool("retryable", true))
        .with_field(field::u64("retry_after", wait.as_secs()))
        .with_field(field::str("request_id", request.id.clone()))
        .with_field(field::str("timestamp", request.timestamp.clone()));
    if let JobError::LimitTwo { account, limit, .. } | JobError::LimitEight { account, limit, .. } =
        error
    {
        problem = problem
            .with_field(field::str("account", account.clone()))
            .with_field(field::u64("limit", u64::from(*limit)));
    }
    if let JobError::LimitEight { plan, trial, rate, queued, balance, region, .. } = error {
        problem = problem
            .with_field(field::str("plan", *plan))
            .with_field(field::bool("trial", *trial))
            .with_field(field::f64("rate", *rate))
            .with_field(field::u64("queued", *queued))
            .with_field(field::i64("balance", *balance))
            .with_field(field::str("region", region.clone()));
    }
    serde_json::to_vec(&ProblemJson::from_app_error(problem)).expect("members can be written")
}
