//! Example responses for client tests.

use http::Response;

use super::Reference;
use crate::{
    ApiError, CodeSpec,
    bodies::{Json, Parts, Probe},
};

impl Reference {
    /// Returns example responses for client tests, as JSON.
    ///
    /// Each code has two: one with all declared parts and a full request context, and one with only the required parts. They have the members of Smithy's `httpResponseTests`: `id`, `code` (the status), `headers`,
    /// `body`, `bodyMediaType`, and in `params` what a client should read from them. Two more have an unknown code and
    /// a body that is not an error's, which clients must tolerate.
    ///
    /// ```
    /// use errcode::{CodeSpec, documents::Reference, http::StatusCode};
    ///
    /// static GONE: CodeSpec = CodeSpec::new("JOB_GONE", StatusCode::GONE);
    /// let vectors: serde_json::Value = serde_json::from_str(&Reference::from_specs([&GONE]).to_vectors())?;
    /// assert_eq!(vectors["httpResponseTests"][0]["id"], "JOB_GONE.full");
    /// assert_eq!(vectors["httpResponseTests"][0]["code"], 410);
    /// assert_eq!(vectors["httpResponseTests"][0]["params"]["code"], "JOB_GONE");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn to_vectors(&self) -> String {
        static UNKNOWN: CodeSpec =
            CodeSpec::new("ERRCODE_UNKNOWN_CODE", http::StatusCode::IM_A_TEAPOT);
        let mut vectors = Vec::new();
        for entry in self.entries() {
            for (index, spec) in entry.specs.iter().enumerate() {
                let number = if index == 0 { String::new() } else { format!(".{}", index + 1) };
                let full = Probe::example(spec, Parts::ALL);
                let id = format!("{}{number}", entry.code());
                vectors.push(vector(
                    &format!("{id}.full"),
                    &self.renderer.full(&full),
                    &full,
                    true,
                ));
                let minimal = Probe::example(spec, Parts::REQUIRED);
                vectors.push(vector(
                    &format!("{id}.minimal"),
                    &self.renderer.bare(&minimal),
                    &minimal,
                    true,
                ));
            }
        }
        let unknown = Probe::example(&UNKNOWN, Parts::ALL);
        vectors.push(vector("unknown_code", &self.renderer.full(&unknown), &unknown, false));
        vectors.push(no_error_body());
        Json::object([
            ("title", self.title.as_str().into()),
            ("httpResponseTests", Json::Array(vectors)),
        ])
        .document()
    }
}

fn vector(id: &str, response: &Response<Vec<u8>>, error: &Probe, known: bool) -> Json {
    let headers = response.headers().iter().map(|(name, value)| {
        (name.as_str(), Json::from(String::from_utf8_lossy(value.as_bytes()).into_owned()))
    });
    let media_type = response.headers().get(http::header::CONTENT_TYPE);
    let media_type = media_type.and_then(|value| value.to_str().ok()).unwrap_or_default();
    let mut params =
        vec![("known", Json::from(known)), ("code", Json::from(ApiError::code(error)))];
    params.push(("message", Json::from(error.message().into_owned())));
    params.push(("retryable", error.is_retryable().into()));
    if let Some(wait) = error.retry_after() {
        params.push(("retryAfter", Json::of(&wait.as_secs())));
    }
    params.push(("details", Json::of(&error.details())));
    Json::object([
        ("id", Json::from(id)),
        ("code", response.status().as_u16().into()),
        ("headers", Json::object(headers)),
        ("body", String::from_utf8_lossy(response.body()).into_owned().into()),
        ("bodyMediaType", media_type.into()),
        ("params", Json::object(params)),
    ])
}

/// A response of a proxy in front of the service.
fn no_error_body() -> Json {
    let html = "text/html; charset=utf-8";
    Json::object([
        ("id", Json::from("no_error_body")),
        ("code", 502_u16.into()),
        ("headers", Json::object([("content-type", Json::from(html))])),
        ("body", "<html><body>Bad Gateway</body></html>".into()),
        ("bodyMediaType", html.into()),
        ("params", Json::object([("known", Json::from(false)), ("retryable", true.into())])),
    ])
}
