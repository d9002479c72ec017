//! Errors as events of [tracing](https://docs.rs/tracing) (feature `tracing`).

use std::{collections::HashMap, fmt};

use tracing::Level;

use crate::{
    ApiError, OnError, RequestContext,
    server::{Shown, sources},
};

/// A hook that writes one event for each error that leaves the service.
///
/// A 5xx is an event at `ERROR` with the file and line of its variant; a 4xx is one at `INFO`, or as
/// [`client_errors`](Self::client_errors) says. The fields follow OpenTelemetry's conventions: `error.type` is the code,
/// `http.response.status_code` the status, and `exception.message` the error's private text and those of its sources.
///
/// ```
/// use errcode::tracing::Log;
/// use tracing::Level;
///
/// let log = Log::new().client_errors(Level::DEBUG).level("AUTH_DENIED", Level::WARN);
/// # let _ = log;
/// // errcode::axum::Errors::<House>::new().on_error(log)
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct Log {
    client_errors: Level,
    levels: HashMap<&'static str, Level>,
}

impl Log {
    /// Creates the defaults.
    pub fn new() -> Self {
        Self { client_errors: Level::INFO, levels: HashMap::new() }
    }

    /// Sets the level of errors below 500.
    pub const fn client_errors(mut self, level: Level) -> Self {
        self.client_errors = level;
        self
    }

    /// Sets the level of one code.
    pub fn level(mut self, code: &'static str, level: Level) -> Self {
        self.levels.insert(code, level);
        self
    }

    fn level_of(&self, error: &dyn ApiError) -> Level {
        let default =
            if error.status().is_server_error() { Level::ERROR } else { self.client_errors };
        self.levels.get(error.code()).copied().unwrap_or(default)
    }
}

impl Default for Log {
    fn default() -> Self {
        Self::new()
    }
}

impl OnError for Log {
    fn on_error(&self, error: &dyn ApiError, context: &RequestContext) {
        // A level is part of an event's static data, so there is an event for each.
        macro_rules! event {
            ($level:expr) => {
                tracing::event!(
                    $level,
                    error.r#type = error.code(),
                    http.response.status_code = error.status().as_u16(),
                    // As a text, not as `%`: a subscriber that writes lines shows its line breaks as `\n`.
                    exception.message = Chain(error).to_string().as_str(),
                    code.location = error.status().is_server_error().then(|| error.spec().location()),
                    request.id = context.get_request_id(),
                    url.path = context.get_path(),
                    "request failed",
                )
            };
        }
        match self.level_of(error) {
            Level::ERROR => event!(Level::ERROR),
            Level::WARN => event!(Level::WARN),
            Level::INFO => event!(Level::INFO),
            Level::DEBUG => event!(Level::DEBUG),
            _ => event!(Level::TRACE),
        }
    }
}

/// An error's text and those of its sources: `cannot save job: connection refused`.
struct Chain<'a>(&'a dyn ApiError);

impl fmt::Display for Chain<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", Shown(self.0))?;
        let mut last = None;
        for error in sources(self.0.source()) {
            write!(f, ": {}", Shown(error))?;
            last = Some(error);
        }
        let is_cut = last.is_some_and(|error| error.source().is_some());
        if is_cut { f.write_str(": …") } else { Ok(()) }
    }
}
