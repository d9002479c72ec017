//! Reports of [garde](https://docs.rs/garde) 0.23 as [`FieldErrors`] (feature `garde`).

mod coded;
#[cfg(any(feature = "axum", feature = "actix-web"))]
mod valid;

use garde::Report;

use crate::FieldErrors;
pub use coded::Coded;
#[cfg(any(feature = "axum", feature = "actix-web"))]
pub use valid::Valid;

/// Collects a report, in its order, with nested paths such as `items[2].sku`.
///
/// garde's errors have no codes; those of a report that was made with the texts of [`Coded`] are the names of the rules.
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
        match coded::split(error.message()) {
            (Some(code), text) => {
                errors.add_with_code(path.to_string(), code.to_owned(), text.to_owned());
            }
            (None, text) => {
                errors.add(path.to_string(), text.to_owned());
            }
        }
    }
    errors
}
