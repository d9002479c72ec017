//! The references in machine-readable form.

use serde::Deserialize;
use serde_json::Value;

const CODES: &str = include_str!("../seeds/codes.tsv");
const FIELD_MESSAGES: &str = include_str!("../seeds/field_messages.tsv");
const BODIES: &str = include_str!("../seeds/bodies.jsonl");

/// One row of `codes.tsv`; what the service's document does not say is empty.
#[derive(Debug)]
pub(crate) struct CodeRow {
    pub(crate) service: &'static str,
    pub(crate) code: &'static str,
    pub(crate) status: &'static str,
    pub(crate) retryable: &'static str,
    pub(crate) description: &'static str,
    pub(crate) message: &'static str,
    pub(crate) resolution: &'static str,
    pub(crate) field: &'static str,
    pub(crate) shape: &'static str,
}

impl CodeRow {
    /// The document of `generation` has codes without a status, and two under "502/503".
    pub(crate) fn status(&self) -> u16 {
        match self.status {
            "" => 400,
            "502/503" => 503,
            status => status.parse().unwrap(),
        }
    }
}

/// One row of `field_messages.tsv`, but for the description.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct FieldMessageRow {
    pub(crate) module: &'static str,
    pub(crate) field: &'static str,
    pub(crate) message: &'static str,
}

/// One line of `bodies.jsonl`.
#[derive(Debug, Deserialize)]
pub(crate) struct BodyLine {
    pub(crate) service: String,
    /// The heading it stands under.
    #[serde(rename = "where")]
    pub(crate) heading: String,
    pub(crate) status: Option<u16>,
    pub(crate) body: Value,
}

pub(crate) fn codes() -> Vec<CodeRow> {
    rows(CODES)
        .map(
            |[service, code, status, retryable, description, message, resolution, field, shape]| {
                CodeRow {
                    service,
                    code,
                    status,
                    retryable,
                    description,
                    message,
                    resolution,
                    field,
                    shape,
                }
            },
        )
        .collect()
}

pub(crate) fn field_messages() -> Vec<FieldMessageRow> {
    rows(FIELD_MESSAGES)
        .map(|[_service, module, field, message, _description]| FieldMessageRow {
            module,
            field,
            message,
        })
        .collect()
}

pub(crate) fn bodies() -> Vec<BodyLine> {
    BODIES.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The cells of each line but the first, which names the columns.
fn rows<const COLUMNS: usize>(
    table: &'static str,
) -> impl Iterator<Item = [&'static str; COLUMNS]> {
    table.lines().skip(1).map(|line| {
        let cells: Vec<_> = line.split('\t').collect();
        cells.try_into().unwrap_or_else(|_| panic!("a row of {COLUMNS} columns: {line}"))
    })
}
