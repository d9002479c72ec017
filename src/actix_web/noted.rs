use std::{borrow::Cow, error::Error, fmt, time::Duration};

use http::StatusCode;

use crate::{
    ApiError, CodeSpec,
    server::{Shown, sources},
};

/// What is told of an error that is gone when its response leaves: a handler made the response by `error_response`.
#[derive(Debug)]
pub(super) struct Noted {
    spec: &'static CodeSpec,
    status: StatusCode,
    retry_after: Option<Duration>,
    message: String,
    text: Text,
}

/// The private text of an error, and those of its sources.
#[derive(Debug)]
struct Text {
    text: String,
    source: Option<Box<Text>>,
}

impl Noted {
    pub(super) fn new(error: &impl ApiError) -> Self {
        Self {
            spec: error.spec(),
            status: error.status(),
            retry_after: error.retry_after(),
            message: error.message().into_owned(),
            text: Text { text: Shown(error).to_string(), source: source(error.source()) },
        }
    }
}

fn source(first: Option<&(dyn Error + 'static)>) -> Option<Box<Text>> {
    let texts: Vec<String> = sources(first).map(|error| Shown(error).to_string()).collect();
    texts.into_iter().rev().fold(None, |source, text| Some(Box::new(Text { text, source })))
}

impl ApiError for Noted {
    fn spec(&self) -> &'static CodeSpec {
        self.spec
    }

    fn message(&self) -> Cow<'_, str> {
        Cow::Borrowed(&self.message)
    }

    fn status(&self) -> StatusCode {
        self.status
    }

    fn retry_after(&self) -> Option<Duration> {
        self.retry_after
    }
}

impl fmt::Display for Noted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.text.fmt(f)
    }
}

impl Error for Noted {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.text.source()
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl Error for Text {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&**self.source.as_ref()?)
    }
}
