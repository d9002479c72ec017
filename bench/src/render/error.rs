use std::time::Duration;

use errcode::ApiError;

/// The same error with 0, 2 and 8 details; message, status and headers are the same.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(prefix = "JOB_", status = 429, docs_url = "https://docs.example.com/errors/{code}")]
pub enum JobError {
    /// Too many jobs at once
    #[error("over the limit")]
    #[api(code = "JOB_LIMIT", message = "Account {account} may run {limit} jobs at once")]
    Limit {
        /// Whose jobs they are.
        account: String,
        /// How many it may run.
        #[api(header = "X-RateLimit-Limit")]
        limit: u32,
        /// How long until one ends.
        #[api(retry_after)]
        wait: Duration,
    },

    /// Too many jobs at once
    #[error("over the limit")]
    #[api(code = "JOB_LIMIT_TWO", message = "Account {account} may run {limit} jobs at once")]
    LimitTwo {
        /// Whose jobs they are.
        #[api(detail)]
        account: String,
        /// How many it may run.
        #[api(detail, header = "X-RateLimit-Limit")]
        limit: u32,
        /// How long until one ends.
        #[api(retry_after)]
        wait: Duration,
    },

    /// Too many jobs at once
    #[error("over the limit")]
    #[api(code = "JOB_LIMIT_EIGHT", message = "Account {account} may run {limit} jobs at once")]
    LimitEight {
        /// Whose jobs they are.
        #[api(detail)]
        account: String,
        /// How many it may run.
        #[api(detail, header = "X-RateLimit-Limit")]
        limit: u32,
        /// How long until one ends.
        #[api(retry_after)]
        wait: Duration,
        /// What it pays for.
        #[api(detail)]
        plan: &'static str,
        /// Whether it pays.
        #[api(detail)]
        trial: bool,
        /// Jobs per second.
        #[api(detail)]
        rate: f64,
        /// How many jobs wait.
        #[api(detail)]
        queued: u64,
        /// What is left to pay.
        #[api(detail)]
        balance: i64,
        /// Where the jobs run.
        #[api(detail)]
        region: String,
    },
}

impl JobError {
    pub(super) fn with_details(details: usize) -> Self {
        let (account, limit, wait) = ("acme-research".to_owned(), 25, Duration::from_secs(30));
        match details {
            0 => Self::Limit { account, limit, wait },
            2 => Self::LimitTwo { account, limit, wait },
            8 => Self::LimitEight {
                account,
                limit,
                wait,
                plan: "starter",
                trial: true,
                rate: 12.75,
                queued: 1_048_576,
                balance: -2_500,
                region: "eu-central-1".to_owned(),
            },
            _ => panic!("no error with {details} details"),
        }
    }
}
