//! What a client reads: the rule that a 5xx says only its reason phrase unless a public message is written.

use std::{
    borrow::Cow,
    fmt::{self, Write as _},
};

use http::StatusCode;

use crate::{ApiError, status};

/// Room for a message of the usual length.
const MESSAGE_CAPACITY: usize = 64;

/// Returns a message that is written for clients.
pub fn written_message<'a>(error: &dyn ApiError, message: fmt::Arguments<'_>) -> Cow<'a, str> {
    if let Some(text) = message.as_str() {
        return Cow::Borrowed(text);
    }
    let mut text = String::with_capacity(MESSAGE_CAPACITY);
    match text.write_fmt(message) {
        Ok(()) => Cow::Owned(text),
        // A `Display` failed: say what is known, not half a sentence.
        Err(fmt::Error) => Cow::Borrowed(reason_phrase(error)),
    }
}

/// Returns the error's own `Display`, which its author exposes.
pub fn exposed_message<'a>(error: &dyn ApiError) -> Cow<'a, str> {
    written_message(error, format_args!("{error}"))
}

/// Returns the error's own `Display` below 500, else the reason phrase of its status.
pub fn default_message<'a>(error: &dyn ApiError) -> Cow<'a, str> {
    if error.status().as_u16() < 500 {
        exposed_message(error)
    } else {
        Cow::Borrowed(reason_phrase(error))
    }
}

/// Returns the message of the error inside one with a status of its own, unless it is the `Display` of an error below
/// 500, which a 5xx does not show, or the reason phrase of another status.
pub fn message_beside(inner: &dyn ApiError, status: StatusCode) -> Cow<'_, str> {
    let reason = Cow::Borrowed(status::reason_phrase(status.as_u16()));
    if inner.status().is_server_error() {
        let message = inner.message();
        if message == reason_phrase(inner) { reason } else { message }
    } else if status.is_server_error() && inner.spec().has_default_message() {
        reason
    } else {
        inner.message()
    }
}

fn reason_phrase(error: &dyn ApiError) -> &'static str {
    status::reason_phrase(error.status().as_u16())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::CodeSpec;

    #[derive(Debug)]
    struct Fails;

    impl fmt::Display for Fails {
        fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
            Err(fmt::Error)
        }
    }

    impl std::error::Error for Fails {}

    impl ApiError for Fails {
        fn spec(&self) -> &'static CodeSpec {
            const SPEC: CodeSpec = CodeSpec::new("C", StatusCode::GONE);
            &SPEC
        }

        fn message(&self) -> Cow<'_, str> {
            default_message(self)
        }
    }

    #[test]
    fn a_failing_display_is_the_reason_phrase() {
        assert_eq!(written_message(&Fails, format_args!("gone: {Fails}")), "Gone");
        assert_eq!(Fails.message(), "Gone");
    }

    #[test]
    fn a_message_without_fields_is_not_copied() {
        assert!(matches!(written_message(&Fails, format_args!("no")), Cow::Borrowed("no")));
    }
}
