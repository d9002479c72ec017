//! Beside thiserror, displaydoc, snafu and a hand-written `Display`: each writes `Display` and `Error` in its
//! own way, and `#[api(...)]` disturbs none.

use std::{error::Error, fmt, io};

use errcode::{ApiError, ErrorCodes};
use serde_json::json;
use snafu::{ResultExt as _, Snafu};

#[derive(Debug, thiserror::Error, ApiError)]
#[api(status = 400)]
enum WithThiserror {
    #[error("job {id} is {state:?}")]
    #[api(code = "THIS_NAMED")]
    Named {
        #[api(detail)]
        id: u8,
        state: &'static str,
    },
    #[error("io")]
    #[api(code = "THIS_SOURCE")]
    Source {
        #[source]
        cause: io::Error,
    },
    #[error("{0}")]
    #[api(code = "THIS_FROM", status = 500)]
    From(#[from] fmt::Error),
    #[error(fmt = shown)]
    #[api(code = "THIS_FMT")]
    Fmt(String),
}

fn shown(number: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write!(f, "number {number}")
}

#[test]
fn beside_thiserror() {
    let named = WithThiserror::Named { id: 7, state: "late" };
    assert_eq!(named.message(), "job 7 is \"late\"");
    assert_eq!(serde_json::to_value(named.details()).unwrap(), json!({"id": 7}));
    let source = WithThiserror::Source { cause: io::Error::other("disk") };
    assert_eq!(source.message(), "io");
    assert_eq!(source.source().unwrap().to_string(), "disk");
    assert_eq!(WithThiserror::from(fmt::Error).message(), "Internal Server Error");
    assert_eq!(WithThiserror::Fmt("7".to_owned()).message(), "number 7");
}

#[derive(Debug, displaydoc::Display, thiserror::Error, ApiError)]
#[ignore_extra_doc_attributes]
#[api(status = 404)]
enum WithDisplaydoc {
    /// Job {id} is not there
    #[api(code = "DOC_NAMED", title = "No such job")]
    Named {
        #[api(detail)]
        id: u8,
    },
    /// Nothing is there
    ///
    /// Not even this.
    #[api(code = "DOC_UNIT")]
    Unit,
    /// Only {0} of them
    #[api(code = "DOC_TUPLE", title = "Too few")]
    Tuple(u8),
}

#[test]
fn beside_displaydoc() {
    let named = WithDisplaydoc::Named { id: 7 };
    assert_eq!(named.message(), "Job 7 is not there");
    assert_eq!(named.spec().title(), "No such job");
    assert_eq!(WithDisplaydoc::Unit.message(), "Nothing is there");
    assert_eq!(WithDisplaydoc::Unit.spec().title(), "Nothing is there");
    assert_eq!(WithDisplaydoc::Tuple(3).message(), "Only 3 of them");
}

#[derive(Debug, Snafu, ApiError)]
#[snafu(visibility(pub(crate)))]
#[api(prefix = "SNAFU_", status = 400)]
enum WithSnafu {
    #[snafu(display("cannot read {name}"))]
    #[api(code = "SNAFU_READ", status = 500)]
    Read {
        source: io::Error,
        #[api(detail)]
        name: String,
    },
    #[snafu(display("no {id}"))]
    #[api(code = "SNAFU_MISSING", status = 404)]
    Missing {
        #[api(detail)]
        id: u8,
    },
    #[snafu(transparent)]
    #[api(transparent)]
    Other { source: WithThiserror },
    #[snafu(whatever, display("{message}"))]
    #[api(code = "SNAFU_WHATEVER")]
    Whatever { message: String },
}

#[test]
fn beside_snafu() {
    let failed: Result<(), io::Error> = Err(io::Error::other("disk"));
    let error = failed.context(ReadSnafu { name: "a.txt" }).unwrap_err();
    assert_eq!(error.message(), "Internal Server Error");
    assert_eq!(error.to_string(), "cannot read a.txt");
    assert_eq!(serde_json::to_value(error.details()).unwrap(), json!({"name": "a.txt"}));
    assert_eq!(MissingSnafu { id: 7_u8 }.build().message(), "no 7");
    let other = WithSnafu::from(WithThiserror::Fmt("7".to_owned()));
    assert_eq!(other.code(), "THIS_FMT");
    assert_eq!(WithSnafu::CODES.len(), 3 + WithThiserror::CODES.len());
    let whatever: Result<(), WithSnafu> = (|| snafu::whatever!("such is {}", "life"))();
    assert_eq!(whatever.unwrap_err().message(), "such is life");
}

#[derive(Debug, ApiError)]
#[api(status = 400)]
enum ByHand {
    #[api(code = "HAND_LOUD")]
    Loud(#[allow(dead_code)] u8),
    #[api(code = "HAND_SOURCE")]
    Source(io::Error),
}

impl fmt::Display for ByHand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Loud(_) => f.write_str("HEAR THIS"),
            Self::Source(_) => f.write_str("see the source"),
        }
    }
}

impl Error for ByHand {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Loud(_) => None,
            Self::Source(error) => Some(error),
        }
    }
}

#[test]
fn beside_a_display_written_by_hand() {
    assert_eq!(ByHand::Loud(1).message(), "HEAR THIS");
    let error = ByHand::Source(io::Error::other("disk"));
    assert_eq!(error.message(), "see the source");
    assert!(error.source().is_some());
}
