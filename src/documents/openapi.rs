//! The codes as components of OpenAPI 3.1.

use std::collections::HashSet;

use super::{
    Reference,
    entry::{Entry, group_by},
};
use crate::{
    CodeSpec,
    bodies::{Examples, Header, Json, Member, Shape, describe, describe_status},
};

impl Reference {
    /// Returns an OpenAPI 3.1 document with components for the codes, and no paths.
    ///
    /// `components.responses` has a response for each code, and for each status one of all codes that have it, such as
    /// `Status404`; `components.schemas` has the body of each code and the enumeration `ErrorCode`. Copy the components
    /// into the service's own document, or refer to them there: `errors.json#/components/responses/JOB_EXPIRED`. A response
    /// has every media type that the envelope offers.
    ///
    /// ```
    /// use errcode::{CodeSpec, documents::Reference, http::StatusCode};
    ///
    /// static GONE: CodeSpec = CodeSpec::new("JOB_GONE", StatusCode::GONE);
    /// let openapi: serde_json::Value = serde_json::from_str(&Reference::from_specs([&GONE]).to_openapi())?;
    /// assert_eq!(openapi["openapi"], "3.1.0");
    /// assert_eq!(
    ///     openapi["components"]["responses"]["JOB_GONE"]["content"]["application/problem+json"]["schema"]["$ref"],
    ///     "#/components/schemas/JOB_GONE",
    /// );
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn to_openapi(&self) -> String {
        let entries = self.entries();
        let names = names(&entries);
        let mut schemas = vec![("ErrorCode".to_owned(), enumeration(&entries))];
        let mut responses = Vec::new();
        for (entry, name) in entries.iter().zip(&names) {
            schemas.push((name.clone(), self.body_schema(entry)));
            responses.push((name.clone(), self.response(entry, name)));
        }
        let mut by_status = group_by(self.specs.iter().copied(), |spec| spec.status().as_u16());
        by_status.sort_by_key(|(status, _)| *status);
        for (status, specs) in by_status {
            let of_status: Vec<(&Entry, &String)> = entries
                .iter()
                .zip(&names)
                .filter(|(entry, _)| entry.specs.iter().any(|spec| spec.status() == status))
                .collect();
            responses.push((format!("Status{status}"), self.status_response(&specs, &of_status)));
        }
        let version = self.version.as_deref().unwrap_or("0.0.0");
        Json::object([
            ("openapi", Json::from("3.1.0")),
            (
                "info",
                Json::object([("title", self.title.as_str().into()), ("version", version.into())]),
            ),
            ("paths", Json::Object(Vec::new())),
            (
                "components",
                Json::object([
                    ("schemas", Json::Object(schemas)),
                    ("responses", Json::Object(responses)),
                ]),
            ),
        ])
        .document()
    }

    fn body_schema(&self, entry: &Entry) -> Json {
        let shapes = entry.specs.iter().map(|spec| self.renderer.code_shape(spec).body);
        let mut shapes: Vec<Shape> = shapes.collect();
        shapes.dedup();
        let schema = match shapes.as_slice() {
            [one] => schema(one),
            _ => schema(&Shape::AnyOf(shapes)),
        };
        match (entry.spec().deprecated(), schema) {
            (Some(_), Json::Object(mut members)) => {
                members.push(("deprecated".to_owned(), true.into()));
                Json::Object(members)
            }
            (_, schema) => schema,
        }
    }

    fn response(&self, entry: &Entry, name: &str) -> Json {
        let spec = entry.spec();
        let mut members = vec![("description", Json::from(describe(spec)))];
        members.extend(self.headers(&entry.specs).map(|headers| ("headers", headers)));
        members.push(("content", self.content(&entry.specs, |_| reference(name))));
        members.push(("x-status", spec.status().as_u16().into()));
        members.push(("x-code", entry.code().into()));
        members.push(("x-retryable", spec.retryable().into()));
        Json::object(members)
    }

    fn status_response(&self, specs: &[&'static CodeSpec], entries: &[(&Entry, &String)]) -> Json {
        let mut members = vec![("description", Json::from(describe_status(specs)))];
        members.extend(self.headers(specs).map(|headers| ("headers", headers)));
        let schema = |codes: &HashSet<&str>| {
            let with_type = entries.iter().filter(|(entry, _)| codes.contains(entry.code()));
            any_of(with_type.map(|(_, name)| reference(name)).collect())
        };
        members.push(("content", self.content(specs, schema)));
        Json::object(members)
    }

    /// The content of a response of these codes: for each media type that the envelope has or offers, the schema of the
    /// codes that have it, and an example of the first. `schema` refers to the components, which are of the envelope as
    /// it is by default.
    fn content(
        &self,
        specs: &[&'static CodeSpec],
        schema: impl Fn(&HashSet<&str>) -> Json,
    ) -> Json {
        let mut contents = Vec::new();
        for examples in self.renderer.examples(specs) {
            let codes = examples.bodies.iter().map(|(spec, _)| spec.code()).collect();
            offer(&mut contents, examples, || schema(&codes));
        }
        for renderer in self.renderer.offered() {
            for examples in renderer.examples(specs) {
                let specs: Vec<_> = examples.bodies.iter().map(|(spec, _)| *spec).collect();
                offer(&mut contents, examples, || self::schema(&renderer.shape(specs)));
            }
        }
        Json::object(contents.into_iter().map(Content::member))
    }

    /// The headers that responses of these codes can have.
    fn headers(&self, specs: &[&'static CodeSpec]) -> Option<Json> {
        let header = |header: Header| {
            let mut members = Vec::new();
            if let Some(text) = header.description {
                members.push(("description", Json::from(text)));
            }
            members.push(("schema", bounded(schema(&header.shape), header.minimum)));
            (header.name, Json::object(members))
        };
        let headers = self.renderer.headers(specs);
        (!headers.is_empty()).then(|| Json::object(headers.into_iter().map(header)))
    }
}

/// What a response is in a media type.
struct Content {
    media_type: String,
    schemas: Vec<Json>,
    example: Option<Json>,
}

impl Content {
    fn member(self) -> (String, Json) {
        let mut members = vec![("schema", any_of(self.schemas))];
        members.extend(self.example.map(|example| ("example", example)));
        (self.media_type, Json::object(members))
    }
}

/// Adds what an envelope says in a media type, unless another one says the same in it.
fn offer(contents: &mut Vec<Content>, examples: Examples, schema: impl FnOnce() -> Json) {
    let Examples { media_type, bodies } = examples;
    let example = bodies.into_iter().next().map(|(_, body)| body);
    match contents.iter_mut().find(|content| content.media_type == media_type) {
        Some(known) if known.example == example => {}
        Some(known) => known.schemas.push(schema()),
        None => contents.push(Content { media_type, schemas: vec![schema()], example }),
    }
}

fn any_of(mut schemas: Vec<Json>) -> Json {
    match schemas.len() {
        1 => schemas.remove(0),
        _ => Json::object([("anyOf", Json::Array(schemas))]),
    }
}

fn enumeration(entries: &[Entry]) -> Json {
    let mut members = vec![
        ("type", Json::from("string")),
        ("description", "Every error code of the service. Later versions may add codes.".into()),
    ];
    if !entries.is_empty() {
        members.push(("enum", Json::array(entries.iter().map(Entry::code))));
    }
    Json::object(members)
}

/// Returns unique component names: the codes, with `_` in place of characters that are not allowed.
fn names(entries: &[Entry]) -> Vec<String> {
    let mut taken: HashSet<String> = HashSet::from(["ErrorCode".to_owned()]);
    let name = |entry: &Entry| {
        let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
        let plain = entry.code().replace(|c| !is_plain(c), "_");
        // Reserved for the responses of a status.
        let is_status =
            plain.strip_prefix("Status").is_some_and(|rest| rest.parse::<u16>().is_ok());
        let mut name = if is_status { format!("{plain}_") } else { plain.clone() };
        let mut number = 2;
        while !taken.insert(name.clone()) {
            name = format!("{plain}_{number}");
            number += 1;
        }
        name
    };
    entries.iter().map(name).collect()
}

fn reference(name: &str) -> Json {
    Json::object([("$ref", Json::from(format!("#/components/schemas/{name}")))])
}

/// A number's schema with a lower bound.
fn bounded(mut schema: Json, minimum: Option<u16>) -> Json {
    if let (Json::Object(members), Some(minimum)) = (&mut schema, minimum) {
        members.push(("minimum".to_owned(), minimum.into()));
    }
    schema
}

/// The JSON Schema of a type.
fn schema(shape: &Shape) -> Json {
    let typed = |kind: &str| Json::object([("type", Json::from(kind))]);
    match shape {
        Shape::Null => typed("null"),
        Shape::Boolean => typed("boolean"),
        Shape::Integer => typed("integer"),
        Shape::Number => typed("number"),
        Shape::String => typed("string"),
        Shape::Literal(text) => {
            Json::object([("type", Json::from("string")), ("const", text.as_str().into())])
        }
        Shape::Unknown => Json::Object(Vec::new()),
        Shape::Array(item) => {
            Json::object([("type", Json::from("array")), ("items", schema(item))])
        }
        Shape::Map(value) => {
            Json::object([("type", Json::from("object")), ("additionalProperties", schema(value))])
        }
        Shape::AnyOf(shapes) => Json::object([("anyOf", Json::array(shapes.iter().map(schema)))]),
        Shape::Object(members) => object(members),
    }
}

fn object(members: &[Member]) -> Json {
    let properties = members.iter().map(|member| (member.name.as_str(), schema(&member.shape)));
    let required = members.iter().filter(|member| !member.optional);
    let required: Vec<&str> = required.map(|member| member.name.as_str()).collect();
    let mut object = vec![("type", Json::from("object"))];
    if !members.is_empty() {
        object.push(("properties", Json::object(properties)));
    }
    if !required.is_empty() {
        object.push(("required", Json::array(required)));
    }
    Json::object(object)
}
