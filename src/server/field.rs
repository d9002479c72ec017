use crate::FieldErrors;

/// How many characters of a message that may repeat the client's input is sent back.
const MESSAGE_LIMIT: usize = 200;

/// One message about one field; of a part of a request as a whole, the field is empty.
pub(crate) fn invalid_field(field: impl Into<String>, message: &str) -> FieldErrors {
    let mut errors = FieldErrors::new();
    errors.add(field.into(), message.chars().take(MESSAGE_LIMIT).collect::<String>());
    errors
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
