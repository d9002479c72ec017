//! Extensions are set one by one, each turned into a `serde_json::Value`.

use ::http_api_problem::HttpApiProblem;
use http::StatusCode;

use super::{code, message};
use crate::render::{JobError, Occurrence};

pub(super) fn body(Occurrence { error, request, .. }: &Occurrence) -> Vec<u8> {
    let (JobError::Limit { account, limit, wait }
    | JobError::LimitTwo { account, limit, wait }
    | JobError::LimitEight { account, limit, wait, .. }) = error;
    let (code, docs) = code(error);
    let mut problem = HttpApiProblem::new(StatusCode::TOO_MANY_REQUESTS)
        .type_url(docs)
        .title("Too many jobs at once")
        .detail(message(account, *limit))
        .instance(&*request.path)
        .value("code", &code)
        .value("retryable", &true)
        .value("retry_after", &wait.as_secs())
        .value("request_id", &request.id)
        .value("timestamp", &request.timestamp);
    if !matches!(error, JobError::Limit { .. }) {
        problem = problem.value("account", account).value("limit", limit);
    }
    if let JobError::LimitEight { plan, trial, rate, queued, balance, region, .. } = error {
        problem = problem
            .value("plan", plan)
            .value("trial", trial)
            .value("rate", rate)
            .value("queued", queued)
            .value("balance", balance)
            .value("region", region);
    }
    problem.json_bytes()
}
