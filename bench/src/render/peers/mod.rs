//! The peers, each by its ordinary API.
//!
//! What they cannot express is left to the caller, in their favour: a code, a docs URL that is made from it and
//! retryability are written out at the call, and the headers are put around the body by hand, with none of the
//! cost of a web framework's response.

mod api_error;
mod http_api_problem;
mod masterror;
mod problem_details;

use ::http_api_problem::PROBLEM_JSON_MEDIA_TYPE;
use ::problem_details::JsonProblemDetails;

use super::{Body, Full, JobError, by_hand};

/// A library that is compared with errcode.
pub struct Peer {
    /// The name of the crate.
    pub name: &'static str,
    /// Renders a body.
    pub body: Body,
    /// Renders a complete response.
    pub full: Full,
    /// Whether it makes problem details.
    pub is_problem: bool,
    /// Whether its body has the same members; else, the same values at least.
    pub has_members: bool,
}

/// Every peer.
pub const PEERS: [Peer; 4] = [
    Peer {
        name: "problem_details",
        body: problem_details::body,
        full: |occurrence| {
            let content_type = JsonProblemDetails::<()>::CONTENT_TYPE;
            by_hand::response(occurrence, content_type, problem_details::body(occurrence))
        },
        is_problem: true,
        has_members: true,
    },
    Peer {
        name: "http-api-problem",
        body: http_api_problem::body,
        full: |occurrence| {
            by_hand::response(
                occurrence,
                PROBLEM_JSON_MEDIA_TYPE,
                http_api_problem::body(occurrence),
            )
        },
        is_problem: true,
        has_members: true,
    },
    Peer {
        name: "api-error",
        body: api_error::body,
        full: |occurrence| {
            by_hand::response(occurrence, "application/json", api_error::body(occurrence))
        },
        is_problem: false,
        has_members: true,
    },
    Peer {
        name: "masterror",
        body: masterror::body,
        full: |occurrence| {
            let content_type = "application/problem+json";
            by_hand::response(occurrence, content_type, masterror::body(occurrence))
        },
        is_problem: true,
        has_members: false,
    },
];

fn message(account: &str, limit: u32) -> String {
    format!("Account {account} may run {limit} jobs at once")
}

fn code(error: &JobError) -> (&'static str, &'static str) {
    match error {
        JobError::Limit { .. } => ("JOB_LIMIT", "https://docs.example.com/errors/JOB_LIMIT"),
        JobError::LimitTwo { .. } => {
            ("JOB_LIMIT_TWO", "https://docs.example.com/errors/JOB_LIMIT_TWO")
        }
        JobError::LimitEight { .. } => {
            ("JOB_LIMIT_EIGHT", "https://docs.example.com/errors/JOB_LIMIT_EIGHT")
        }
    }
}
