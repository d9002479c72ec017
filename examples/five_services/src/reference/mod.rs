//! Requests, and what each service's reference says they are answered with.
//!
//! Written from the references, so that the answers are checked against something other than themselves.

mod aitbc;
mod generation;
mod igny8;
mod image2model;
mod protocol_guide;

use axum::http::Method;
use errcode::Catalog;
use serde_json::Value;

use crate::services::{
    aitbc::AITBC, generation::GENERATION, igny8::IGNY8, image2model::IMAGE2MODEL,
    protocol_guide::PROTOCOL_GUIDE,
};

/// A timestamp of the last minute, wherever it stands in an expected body.
pub(crate) const NOW: &str = "<now>";

pub(crate) struct Service {
    pub(crate) name: &'static str,
    pub(crate) catalog: &'static Catalog,
    /// The codes whose first answer is shown where there is no room for all.
    pub(crate) highlights: [&'static str; 2],
    pub(crate) exchanges: Vec<Exchange>,
}

pub(crate) struct Exchange {
    pub(crate) request: Request,
    pub(crate) answer: Answer,
}

pub(crate) struct Request {
    pub(crate) method: Method,
    pub(crate) path: &'static str,
    pub(crate) headers: Vec<(&'static str, &'static str)>,
    pub(crate) body: String,
}

pub(crate) struct Answer {
    pub(crate) status: u16,
    /// All of them but those that every answer has.
    pub(crate) headers: Vec<(&'static str, &'static str)>,
    pub(crate) body: Body,
}

pub(crate) enum Body {
    Json(Value),
    /// Name and data of each event.
    Events(Vec<(&'static str, Value)>),
}

pub(crate) fn services() -> [Service; 5] {
    [
        Service {
            name: "aitbc",
            catalog: &AITBC,
            highlights: ["JOB_EXPIRED", "SYSTEM_INTERNAL_ERROR"],
            exchanges: aitbc::exchanges(),
        },
        Service {
            name: "igny8",
            catalog: &IGNY8,
            highlights: ["CONFLICT", "RATE_LIMIT_EXCEEDED"],
            exchanges: igny8::exchanges(),
        },
        Service {
            name: "generation",
            catalog: &GENERATION,
            highlights: ["QUOTA_EXCEEDED", "OVERLOADED"],
            exchanges: generation::exchanges(),
        },
        Service {
            name: "image2model",
            catalog: &IMAGE2MODEL,
            highlights: ["FILE_TOO_LARGE", "FAL_RATE_LIMIT"],
            exchanges: image2model::exchanges(),
        },
        Service {
            name: "protocol_guide",
            catalog: &PROTOCOL_GUIDE,
            highlights: ["TOO_MANY_REQUESTS", "WEBHOOK_ALREADY_PROCESSED"],
            exchanges: protocol_guide::exchanges(),
        },
    ]
}

fn get(path: &'static str) -> Request {
    Request::new(Method::GET, path)
}

fn post(path: &'static str) -> Request {
    Request::new(Method::POST, path)
}

impl Request {
    fn new(method: Method, path: &'static str) -> Self {
        Self { method, path, headers: Vec::new(), body: String::new() }
    }

    fn header(mut self, name: &'static str, value: &'static str) -> Self {
        self.headers.push((name, value));
        self
    }

    fn json(self, body: &Value) -> Self {
        self.text(body.to_string())
    }

    /// A body that claims to be JSON.
    fn text(mut self, body: impl Into<String>) -> Self {
        self.body = body.into();
        self.header("content-type", "application/json")
    }

    fn answers(self, status: u16, body: Value) -> Exchange {
        let headers = vec![("content-type", "application/json")];
        Exchange { request: self, answer: Answer { status, headers, body: Body::Json(body) } }
    }

    fn streams(self, events: Vec<(&'static str, Value)>) -> Exchange {
        let headers = vec![("content-type", "text/event-stream")];
        Exchange {
            request: self,
            answer: Answer { status: 200, headers, body: Body::Events(events) },
        }
    }
}

impl Exchange {
    /// The answer has this header too.
    fn with(mut self, name: &'static str, value: &'static str) -> Self {
        self.answer.headers.push((name, value));
        self
    }
}
