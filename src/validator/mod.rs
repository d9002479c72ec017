//! Reports of [validator](https://docs.rs/validator) 0.21 as [`FieldErrors`] (feature `validator`).

#[cfg(any(feature = "axum", feature = "actix-web"))]
mod valid;

use std::borrow::Cow;

use validator::{ValidationErrors, ValidationErrorsKind};

use crate::FieldErrors;
#[cfg(any(feature = "axum", feature = "actix-web"))]
pub use valid::Valid;

/// Collects a report, sorted by field, with validator's codes and nested paths such as `items[2].sku`. The path of what
/// is wrong with the value as a whole is empty.
///
/// A message that is not written says which rule failed. The value that failed it is never shown.
///
/// ```
/// use errcode::validator::field_errors;
/// use validator::{ValidationError, ValidationErrors};
///
/// let mut report = ValidationErrors::new();
/// report.add("sku", ValidationError::new("length"));
///
/// let errors = field_errors(&report);
/// assert_eq!(serde_json::to_string(&errors)?, r#"{"sku":["failed the rule `length`"]}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
#[doc = include_str!("../../docs/validator-0.20.md")]
#[must_use]
pub fn field_errors(report: &ValidationErrors) -> FieldErrors {
    let mut errors = FieldErrors::new();
    collect(report, "", &mut errors);
    errors
}

fn collect(report: &ValidationErrors, parent: &str, errors: &mut FieldErrors) {
    // The report is a hash map, whose order differs each time.
    let mut fields: Vec<_> = report.errors().iter().collect();
    fields.sort_unstable_by_key(|(name, _)| *name);
    for (name, kind) in fields {
        let path = match (parent, &**name) {
            // validator's names for a struct as a whole, and for a list that is no field of a struct.
            (parent, "__all__" | "_tmp_validator") => parent.to_owned(),
            ("", name) => name.to_owned(),
            (parent, name) => format!("{parent}.{name}"),
        };
        match kind {
            ValidationErrorsKind::Struct(inner) => collect(inner, &path, errors),
            ValidationErrorsKind::List(items) => {
                for (index, inner) in items {
                    collect(inner, &format!("{path}[{index}]"), errors);
                }
            }
            ValidationErrorsKind::Field(found) => {
                for error in found {
                    let message = error.message.clone();
                    let message = message
                        .unwrap_or_else(|| Cow::Owned(format!("failed the rule `{}`", error.code)));
                    errors.add_with_code(path.clone(), error.code.clone(), message);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use validator::ValidationError;

    use super::*;

    /// A report that is that of a list: of the body itself, or of an item of a list.
    fn list(items: impl IntoIterator<Item = (usize, ValidationErrors)>) -> ValidationErrors {
        let items = items.into_iter().map(|(index, item)| (index, Box::new(item))).collect();
        let mut report = ValidationErrors::new();
        report.errors_mut().insert("_tmp_validator".into(), ValidationErrorsKind::List(items));
        report
    }

    #[test]
    fn names_that_validator_makes_up_are_no_part_of_a_path() {
        let mut item = ValidationErrors::new();
        item.add("count", ValidationError::new("range"));
        let mut report = list([(0, item.clone()), (2, list([(1, item)]))]);
        report.add("__all__", ValidationError::new("sum"));

        let errors = field_errors(&report);
        let fields: Vec<_> = errors.iter().map(|(field, _)| field).collect();
        assert_eq!(fields, ["", "[0].count", "[2][1].count"]);
    }

    #[test]
    fn lists_and_structs_are_paths_in_a_stable_order() {
        let mut item = ValidationErrors::new();
        item.add("sku", ValidationError::new("length").with_message("empty".into()));
        item.add("price", ValidationError::new("range"));
        item.add("__all__", ValidationError::new("whole"));
        let items = BTreeMap::from([(1, Box::new(item))]);
        let mut order = ValidationErrors::new();
        order.errors_mut().insert("items".into(), ValidationErrorsKind::List(items));
        let mut report = ValidationErrors::new();
        let order = ValidationErrorsKind::Struct(Box::new(order));
        report.errors_mut().insert("order".into(), order);

        let errors = field_errors(&report);
        assert_eq!(
            serde_json::to_string(&errors).unwrap(),
            concat!(
                r#"{"order.items[1]":["failed the rule `whole`"],"#,
                r#""order.items[1].price":["failed the rule `range`"],"order.items[1].sku":["empty"]}"#,
            ),
        );
        let codes: Vec<_> = errors.iter().map(|(_, errors)| errors[0].code()).collect();
        assert_eq!(codes, [Some("whole"), Some("range"), Some("length")]);
    }
}
