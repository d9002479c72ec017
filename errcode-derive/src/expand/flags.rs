//! What a row of the table says by a bit: `errcode_core::private::flag`, while the macro runs.

use crate::model::{Coded, Message, Model, Variant};

type IsSet = fn(&Model, &Variant, &Coded) -> bool;

/// Every flag by its name and bit, and when it is set.
const FLAGS: [(&str, u16, IsSet); 15] = [
    ("RETRYABLE", 0, |_, _, coded| coded.retryable == Some(true)),
    ("NOT_RETRYABLE", 1, |_, _, coded| coded.retryable == Some(false)),
    ("WAITS", 2, |_, variant, _| variant.field(|field| field.retry_after.is_some()).is_some()),
    ("FIELD_ERRORS", 3, |_, variant, _| {
        variant.field(|field| field.field_errors.is_some()).is_some()
    }),
    ("SHARED", 4, |model, _, coded| model.is_shared(&coded.code.text)),
    ("TITLE", 5, |_, _, coded| coded.metadata.title.is_some()),
    ("DOCUMENTED_TITLE", 6, |_, _, coded| {
        coded.metadata.title.is_none() && coded.metadata.documented_title.is_some()
    }),
    ("DESCRIPTION", 7, |_, _, coded| coded.metadata.description.is_some()),
    ("CATEGORY", 8, |_, _, coded| coded.metadata.category.is_some()),
    ("RESOLUTION", 9, |_, _, coded| coded.metadata.resolution.is_some()),
    ("SINCE", 10, |_, _, coded| coded.metadata.since.is_some()),
    ("DEPRECATED", 11, |_, _, coded| coded.metadata.deprecated.is_some()),
    ("RETRY_AFTER", 12, |_, _, coded| coded.retry_after.is_some()),
    ("PAGE", 13, |_, _, coded| coded.metadata.page.is_some()),
    ("DEFAULT_MESSAGE", 14, |_, variant, _| matches!(variant.message, Message::Default)),
];

/// The sum of those that are set.
pub(super) fn of(model: &Model, variant: &Variant, coded: &Coded) -> u16 {
    let mut sum = 0;
    for (_, bit, is_set) in &FLAGS {
        sum |= u16::from(is_set(model, variant, coded)) << bit;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::FLAGS;

    #[test]
    fn the_run_time_has_the_same_flags() {
        let ours: Vec<_> = FLAGS.iter().map(|(name, bit, _)| (*name, 1 << bit)).collect();
        assert_eq!(ours, errcode_core::private::flag::ALL);
    }
}
