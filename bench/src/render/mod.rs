//! The contenders of the program `render`: one error with 0, 2 or 8 details, rendered by each.

pub mod by_hand;
mod envelopes;
mod error;
pub mod peers;

use errcode::{Envelope, RequestContext, envelope};
use http::Response;

use by_hand::{RESERVED, TO_VEC};
pub use error::JobError;

/// An error, and the request it answers.
pub struct Occurrence {
    /// What went wrong.
    pub error: JobError,
    /// The request, as errcode takes it.
    pub context: RequestContext,
    /// The request, as everybody else takes it.
    pub request: Request,
}

/// What of a request is shown in a body.
#[derive(Debug)]
pub struct Request {
    /// The identifier in the service's logs.
    pub id: String,
    /// When the error occurred.
    pub timestamp: String,
    /// What was asked for.
    pub path: String,
}

impl Occurrence {
    /// An error with this many details: 0, 2 or 8.
    #[must_use]
    pub fn with_details(details: usize) -> Self {
        let request = Request {
            id: "req-7f3a9c52d1".to_owned(),
            timestamp: "2026-01-25T10:30:00.000Z".to_owned(),
            path: "/v1/projects/42/jobs".to_owned(),
        };
        let context = RequestContext::new()
            .request_id(&request.id)
            .timestamp(&request.timestamp)
            .path(&request.path);
        Self { error: JobError::with_details(details), context, request }
    }
}

/// Renders a body.
pub type Body = fn(&Occurrence) -> Vec<u8>;
/// Renders a complete response.
pub type Full = fn(&Occurrence) -> Response<Vec<u8>>;

/// A shape of body, with everybody who can make it.
pub struct Shape {
    /// Its name in the table.
    pub name: &'static str,
    /// errcode.
    pub errcode: (Body, Full),
    /// A `#[derive(Serialize)]` struct.
    pub by_hand: (Body, Full),
    /// The same struct, into a buffer with the room that errcode reserves.
    pub reserved: (Body, Full),
    /// Whether it is problem details, which is all that `problem_details` and `http-api-problem` make.
    pub is_problem: bool,
}

/// Every shape that is measured.
pub const SHAPES: [Shape; 7] = [
    Shape {
        name: "Problem",
        errcode: by_errcode::<envelope::Problem>(),
        by_hand: (by_hand::problem::<TO_VEC>, by_hand::problem_response::<TO_VEC>),
        reserved: (by_hand::problem::<RESERVED>, by_hand::problem_response::<RESERVED>),
        is_problem: true,
    },
    Shape {
        name: "Nested",
        errcode: by_errcode::<envelope::Nested>(),
        by_hand: (by_hand::nested::<TO_VEC>, by_hand::nested_response::<TO_VEC>),
        reserved: (by_hand::nested::<RESERVED>, by_hand::nested_response::<RESERVED>),
        is_problem: false,
    },
    Shape {
        name: "JsonApi",
        errcode: by_errcode::<envelope::JsonApi>(),
        by_hand: (by_hand::json_api::<TO_VEC>, by_hand::json_api_response::<TO_VEC>),
        reserved: (by_hand::json_api::<RESERVED>, by_hand::json_api_response::<RESERVED>),
        is_problem: false,
    },
    Shape {
        name: "Google",
        errcode: by_errcode::<envelope::Google>(),
        by_hand: (by_hand::google::<TO_VEC>, by_hand::google_response::<TO_VEC>),
        reserved: (by_hand::google::<RESERVED>, by_hand::google_response::<RESERVED>),
        is_problem: false,
    },
    Shape {
        name: "custom",
        errcode: by_errcode::<envelopes::Custom>(),
        by_hand: (by_hand::custom::<TO_VEC>, by_hand::custom_response::<TO_VEC>),
        reserved: (by_hand::custom::<RESERVED>, by_hand::custom_response::<RESERVED>),
        is_problem: false,
    },
    Shape {
        name: "custom struct",
        errcode: by_errcode::<envelopes::Struct>(),
        by_hand: (by_hand::custom::<TO_VEC>, by_hand::custom_response::<TO_VEC>),
        reserved: (by_hand::custom::<RESERVED>, by_hand::custom_response::<RESERVED>),
        is_problem: false,
    },
    Shape {
        name: "custom flattened",
        errcode: by_errcode::<envelopes::Flattened>(),
        by_hand: (by_hand::flattened::<TO_VEC>, by_hand::flattened_response::<TO_VEC>),
        reserved: (by_hand::flattened::<RESERVED>, by_hand::flattened_response::<RESERVED>),
        is_problem: false,
    },
];

const fn by_errcode<E: Envelope>() -> (Body, Full) {
    (
        |occurrence| errcode::to_json::<E>(&occurrence.error, &occurrence.context),
        |occurrence| errcode::render::<E>(&occurrence.error, &occurrence.context),
    )
}
