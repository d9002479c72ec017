//! Reports of [garde](https://docs.rs/garde) 0.23 as [`FieldErrors`] (feature `garde`).

use garde::Report;

use crate::FieldErrors;

/// Collects a report, in its order, with nested paths such as `items[2].sku`.
///
/// garde's errors have no codes, so neither have these.
///
/// ```
/// use errcode::garde::field_errors;
/// use garde::{Error, Path, Report};
///
/// let mut report = Report::new();
/// report.append(Path::new("items").join(2).join("sku"), Error::new("length is lower than 3"));
///
/// let errors = field_errors(&report);
/// assert_eq!(serde_json::to_string(&errors)?, r#"{"items[2].sku":["length is lower than 3"]}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[must_use]
pub fn field_errors(report: &Report) -> FieldErrors {
    let mut errors = FieldErrors::new();
    for (path, error) in report.iter() {
        errors.add(path.to_string(), error.message().to_owned());
    }
    errors
}
