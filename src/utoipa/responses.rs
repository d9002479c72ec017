//! The responses of codes: one for each status.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;
use utoipa::openapi::{
    Content, Header, ObjectBuilder, RefOr, Response, Schema, Type,
    example::{Example, ExampleBuilder},
    header::HeaderBuilder,
};

use super::{
    envelope::Bodies,
    merge::{self, Responses},
    schema,
};
use crate::{
    CodeSpec,
    bodies::{self, Examples, Json, Renderer, Shape, describe, describe_status},
};

/// The responses of codes, by status.
pub(super) fn responses(
    specs: impl IntoIterator<Item = &'static CodeSpec>,
    bodies: &Bodies,
) -> Responses {
    let mut of_status: BTreeMap<u16, Vec<&'static CodeSpec>> = BTreeMap::new();
    for spec in specs {
        of_status.entry(spec.status().as_u16()).or_default().push(spec);
    }
    let response = |(status, specs): (u16, Vec<_>)| {
        (status.to_string(), RefOr::T(status_response(&specs, bodies)))
    };
    of_status.into_iter().map(response).collect()
}

fn status_response(specs: &[&'static CodeSpec], bodies: &Bodies) -> Response {
    let mut response = Response::new(describe_status(specs));
    for header in bodies.renderer.headers(specs) {
        response.headers.insert(header.name.clone(), RefOr::T(self::header(&header)));
    }
    let mut own = bodies.schema;
    for renderer in &bodies.renderer.offered() {
        let mut offered = Response::new(response.description.as_str());
        for Examples { media_type, bodies } in renderer.examples(specs) {
            offered.content.insert(media_type, RefOr::T(content(&bodies, renderer, own)));
        }
        merge::merge_both(&mut response, offered);
        own = None;
    }
    response
}

fn content(
    examples: &[(&'static CodeSpec, Json)],
    renderer: &Renderer,
    own: Option<fn() -> RefOr<Schema>>,
) -> Content {
    let shape = renderer.shape(examples.iter().map(|(spec, _)| *spec));
    let mut codes: Vec<String> = Vec::new();
    for (spec, _) in examples {
        if !codes.iter().any(|code| code == spec.code()) {
            codes.push(spec.code().to_owned());
        }
    }
    let mut content = Content::new(Some(body_schema(&shape, codes, own)));
    for (spec, body) in examples {
        merge::add_example(&mut content.examples, spec.code(), example(spec, body).into());
    }
    content
}

/// The schema of the envelope, or the service's own with the codes.
fn body_schema(shape: &Shape, codes: Vec<String>, own: Option<fn() -> RefOr<Schema>>) -> Schema {
    let Some(own) = own else {
        let mut schema = schema::schema(shape);
        schema::mark(&mut schema, codes);
        return schema;
    };
    let mut known = schema::schema(&schema::code_alone(shape));
    schema::mark(&mut known, codes);
    schema::all_of([own(), known.into()])
}

fn example(spec: &CodeSpec, body: &Json) -> Example {
    ExampleBuilder::new()
        .summary(spec.title())
        .description(describe(spec))
        .value(Some(value(body)))
        .build()
}

/// A value of JSON always has a JSON form.
fn value(json: &Json) -> Value {
    json.serialize(serde_json::value::Serializer).unwrap_or_default()
}

fn header(header: &bodies::Header) -> Header {
    let schema = match header.minimum {
        Some(minimum) => {
            ObjectBuilder::new().schema_type(Type::Integer).minimum(Some(minimum)).into()
        }
        None => schema::schema(&header.shape),
    };
    HeaderBuilder::new().description(header.description).schema(Some(schema)).build()
}
