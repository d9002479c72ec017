use crate::FieldErrors;

/// How many characters are sent back of a message or a key that may repeat the client's input.
const LIMIT: usize = 200;

/// One message about one field; of a part of a request as a whole, the field is empty.
pub(crate) fn invalid_field(field: impl Into<String>, message: &str) -> FieldErrors {
    let mut errors = FieldErrors::new();
    errors.add(limited(&field.into()), limited(message));
    errors
}

fn limited(text: &str) -> String {
    text.chars().take(LIMIT).collect()
}

/// The field that serde stumbled over, and what it says: `items[2].sku`, `missing field`.
pub(crate) fn invalid_value(path: &str, message: &str) -> FieldErrors {
    let path = if path == "." { "" } else { path };
    // The field that is missing is named in the message alone, and a position says nothing about a value.
    let message = message.split(" at line ").next().unwrap_or_default();
    match message.strip_prefix("missing field `").and_then(|rest| rest.strip_suffix('`')) {
        Some(field) if path.is_empty() => invalid_field(field, "missing field"),
        Some(field) => invalid_field(format!("{path}.{field}"), "missing field"),
        None => invalid_field(path, message),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_repeats_the_input_is_cut() {
        let errors = invalid_value(&"é".repeat(10_000), &"x".repeat(10_000));
        let (field, found) = errors.iter().next().unwrap();
        assert_eq!((field, found[0].message()), (&*"é".repeat(200), &*"x".repeat(200)));
    }

    #[test]
    fn a_missing_field_is_named_where_it_is_missing() {
        for (path, expected) in [(".", "sku"), ("items[2]", "items[2].sku")] {
            let errors = invalid_value(path, "missing field `sku` at line 1 column 7");
            assert_eq!(errors, [(expected, "missing field")].into());
        }
    }
}
