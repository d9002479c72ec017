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
    // The position in the text says nothing about a value.
    let message = without_position(message);
    match of_struct(message) {
        Some((what, field)) if path.is_empty() => invalid_field(field, what),
        Some((what, field)) => invalid_field(format!("{path}.{field}"), what),
        None => invalid_field(path, message),
    }
}

/// What a struct says of one of its fields, and the field, which is named in the message alone.
fn of_struct(message: &str) -> Option<(&str, &str)> {
    let (what, field) = message.strip_suffix('`')?.split_once(" `")?;
    matches!(what, "missing field" | "duplicate field").then_some((what, field))
}

/// The message without what `serde_json` adds, such as ` at line 1 column 7`. The client's input may have the like further
/// ahead.
fn without_position(message: &str) -> &str {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    match message.rsplit_once(" at line ") {
        Some((text, position))
            if position
                .split_once(" column ")
                .is_some_and(|(line, column)| is_number(line) && is_number(column)) =>
        {
            text
        }
        _ => message,
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
    fn a_field_that_is_missing_or_there_twice_is_named_where_that_is() {
        for (path, expected) in [(".", "sku"), ("items[2]", "items[2].sku")] {
            for what in ["missing field", "duplicate field"] {
                let errors = invalid_value(path, &format!("{what} `sku` at line 1 column 7"));
                assert_eq!(errors, [(expected, what)].into());
            }
        }
    }

    #[test]
    fn only_the_position_is_left_out_of_a_message() {
        for message in ["unknown variant `meet at line 3`, expected `A`", "missing value at line x"]
        {
            assert_eq!(invalid_value("kind", message), [("kind", message)].into());
            let with_position = format!("{message} at line 1 column 7");
            assert_eq!(invalid_value("kind", &with_position), [("kind", message)].into());
        }
    }
}
