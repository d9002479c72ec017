//! What documents say of a code's responses.

use http::header;

use super::{Json, Parts, Probe, Renderer, Shape};
use crate::CodeSpec;

/// A header that a response can have.
pub(crate) struct Header {
    /// In lowercase.
    pub(crate) name: String,
    pub(crate) shape: Shape,
    pub(crate) minimum: Option<u16>,
    pub(crate) description: Option<&'static str>,
}

/// The bodies of a media type, with made-up values.
pub(crate) struct Examples {
    pub(crate) media_type: String,
    pub(crate) bodies: Vec<(&'static CodeSpec, Json)>,
}

impl Renderer {
    /// Examples of these codes' responses, in a request of which everything is known, by their media type: an envelope may
    /// choose another one for some codes.
    pub(crate) fn examples(&self, specs: &[&'static CodeSpec]) -> Vec<Examples> {
        let mut examples: Vec<Examples> = Vec::new();
        for &spec in specs {
            let (media_type, body) = self.example(spec);
            match examples.iter_mut().find(|known| known.media_type == media_type) {
                Some(known) => known.bodies.push((spec, body)),
                None => examples.push(Examples { media_type, bodies: vec![(spec, body)] }),
            }
        }
        examples
    }

    fn example(&self, spec: &'static CodeSpec) -> (String, Json) {
        let response = self.full(&Probe::example(spec, Parts::ALL));
        let media_type = response.headers().get(header::CONTENT_TYPE);
        let media_type = media_type.and_then(|value| value.to_str().ok());
        let text = || String::from_utf8_lossy(response.body()).into_owned();
        let body = Json::parse(response.body()).unwrap_or_else(|| text().into());
        (media_type.unwrap_or("application/json").to_owned(), body)
    }

    /// The headers that responses of these codes can have, each once: those that the codes declare, and the envelope's.
    pub(crate) fn headers(&self, specs: &[&'static CodeSpec]) -> Vec<Header> {
        const WAIT: &str = "The seconds to wait before the request is sent again.";
        let mut headers: Vec<Header> = Vec::new();
        let mut add = |name: &str, shape, minimum, description| {
            if !headers.iter().any(|known| known.name == name) {
                headers.push(Header { name: name.to_owned(), shape, minimum, description });
            }
        };
        for &spec in specs {
            if spec.has_retry_after() {
                add("retry-after", Shape::Integer, Some(0), Some(WAIT));
            }
            let response = self.full(&Probe::new(spec, Parts::ALL));
            let rendered = response.headers().keys().filter(|&name| name != header::CONTENT_TYPE);
            let declared = spec.headers().iter().copied();
            for name in declared.chain(rendered.map(header::HeaderName::as_str)) {
                add(name, Shape::String, None, None);
            }
        }
        headers
    }
}

/// Returns what a code means and what to do, as paragraphs.
pub(crate) fn describe(spec: &CodeSpec) -> String {
    let mut text = spec.description().unwrap_or(spec.title()).to_owned();
    let mut paragraph = |heading: &str, content: &str| {
        text.push_str("\n\n");
        text.push_str(heading);
        text.push_str(content);
    };
    if let Some(resolution) = spec.resolution() {
        paragraph("Resolution: ", resolution);
    }
    if let Some(reason) = spec.deprecated() {
        paragraph("Deprecated. ", reason);
    }
    text.truncate(text.trim_end().len());
    text
}

/// Returns what a status means and the codes that have it.
pub(crate) fn describe_status(specs: &[&'static CodeSpec]) -> String {
    let mut text = specs.first().map_or("", |spec| spec.reason_phrase()).to_owned();
    let mut before = "\n\n- `";
    let mut codes: Vec<&str> = Vec::new();
    for spec in specs {
        if !codes.contains(&spec.code()) {
            codes.push(spec.code());
            text.push_str(before);
            text.push_str(spec.code());
            text.push('`');
            before = "\n- `";
        }
    }
    text
}
