//! Responses of the same status as one, without loss.

use std::collections::BTreeMap;

use utoipa::openapi::{
    Content, RefOr, Response, Schema,
    example::{Example, ExampleBuilder},
    extensions::Extensions,
    schema::AnyOf,
};

use super::schema;
use crate::bodies::{Member, Shape};

pub(super) type Responses = BTreeMap<String, RefOr<Response>>;

/// Adds responses to others. Those of a status that both have become one.
///
/// The result has the media types, headers and examples of both. Where both have a schema for a media type, a body is of
/// either; the schemas of errors in the same envelope become one, with the codes of both. Of two different references to
/// components, only the first is kept, with the name of the other in its description: what they refer to is not known
/// here. [`ServiceErrors`](super::ServiceErrors) looks it up.
///
/// ```
/// use errcode::{ApiError, utoipa::{Errors, merge}};
/// use utoipa::IntoResponses;
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[error("no such job")]
/// #[api(code = "JOB_NOT_FOUND", status = 404)]
/// struct NoJob;
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[error("no such user")]
/// #[api(code = "USER_NOT_FOUND", status = 404)]
/// struct NoUser;
///
/// let mut responses = Errors::<NoJob>::responses();
/// merge(&mut responses, Errors::<NoUser>::responses());
/// let response = serde_json::to_value(&responses["404"])?;
/// let content = &response["content"]["application/problem+json"];
/// assert!(content["examples"]["JOB_NOT_FOUND"].is_object());
/// assert!(content["examples"]["USER_NOT_FOUND"].is_object());
/// assert_eq!(content["schema"]["properties"]["code"]["enum"][1], "USER_NOT_FOUND");
/// # Ok::<(), serde_json::Error>(())
/// ```
pub fn merge(
    responses: &mut BTreeMap<String, RefOr<Response>>,
    more: BTreeMap<String, RefOr<Response>>,
) {
    for (status, response) in more {
        match responses.get_mut(&status) {
            Some(known) => merge_response(known, response),
            None => {
                responses.insert(status, response);
            }
        }
    }
}

pub(super) fn merge_response(known: &mut RefOr<Response>, more: RefOr<Response>) {
    match (&mut *known, more) {
        (RefOr::T(known), RefOr::T(more)) => merge_both(known, more),
        (RefOr::Ref(known), RefOr::Ref(more)) => {
            if known.ref_location != more.ref_location {
                known.description = describe_both(&known.description, &more.ref_location);
            }
        }
        (RefOr::T(known), RefOr::Ref(more)) => {
            known.description = describe_both(&known.description, &more.ref_location);
        }
        (RefOr::Ref(reference), RefOr::T(mut more)) => {
            more.description = describe_both(&more.description, &reference.ref_location);
            *known = RefOr::T(more);
        }
    }
}

pub(super) fn merge_both(known: &mut Response, more: Response) {
    known.description = describe_both(&known.description, &more.description);
    if known.summary.is_none() {
        known.summary = more.summary;
    }
    for (name, header) in more.headers {
        if !known.headers.keys().any(|known| known.eq_ignore_ascii_case(&name)) {
            known.headers.insert(name, header);
        }
    }
    for (media_type, content) in more.content {
        match (known.content.get_mut(&media_type), content) {
            (Some(RefOr::T(known)), RefOr::T(content)) => merge_content(known, content),
            (Some(_), RefOr::Ref(_)) => {}
            (_, content) => {
                known.content.insert(media_type, content);
            }
        }
    }
    for (name, link) in more.links {
        known.links.entry(name).or_insert(link);
    }
    merge_extensions(&mut known.extensions, more.extensions);
}

/// Both texts. Of the same text with two lists of codes, one with both lists.
fn describe_both(known: &str, more: &str) -> String {
    let is_list = |text: &str| text.lines().all(|line| line.starts_with("- `"));
    let mut text = known.to_owned();
    match (known.rsplit_once("\n\n"), more.rsplit_once("\n\n")) {
        _ if known.contains(more) => {}
        _ if known.is_empty() => more.clone_into(&mut text),
        (Some((head, codes)), Some((same, more)))
            if head.ends_with(same) && is_list(codes) && is_list(more) =>
        {
            for line in more.lines().filter(|line| !codes.lines().any(|code| code == *line)) {
                text.push('\n');
                text.push_str(line);
            }
        }
        _ => {
            text.push_str("\n\n");
            text.push_str(more);
        }
    }
    text
}

fn merge_extensions(known: &mut Option<Extensions>, more: Option<Extensions>) {
    match (known, more) {
        (Some(known), Some(more)) => {
            for (name, value) in more.iter() {
                known.entry(name.clone()).or_insert_with(|| value.clone());
            }
        }
        (known @ None, more) => *known = more,
        (Some(_), None) => {}
    }
}

fn merge_content(known: &mut Content, mut more: Content) {
    known.schema = match (known.schema.take(), more.schema) {
        (Some(known), Some(more)) => Some(either(known, more)),
        (known, more) => known.or(more),
    };
    known.item_schema = match (known.item_schema.take(), more.item_schema) {
        (Some(known), Some(more)) => Some(either(known, more)),
        (known, more) => known.or(more),
    };
    if known.description.is_none() {
        known.description = more.description;
    }
    if known.example.is_none() && known.examples.is_empty() && more.examples.is_empty() {
        known.example = more.example.take();
    }
    if more.example.is_some() || !more.examples.is_empty() {
        // A content has one example without a name, or examples with names.
        for example in [known.example.take(), more.example].into_iter().flatten() {
            let example = ExampleBuilder::new().value(Some(example)).build();
            add_example(&mut known.examples, "example", example.into());
        }
    }
    for (name, example) in more.examples {
        add_example(&mut known.examples, &name, example);
    }
    merge_extensions(&mut known.extensions, more.extensions);
}

/// Adds an example by its name, or by one with a number if another example has the name.
pub(super) fn add_example(
    examples: &mut BTreeMap<String, RefOr<Example>>,
    name: &str,
    example: RefOr<Example>,
) {
    let numbered = (2_usize..).map(|number| format!("{name}_{number}"));
    for name in std::iter::once(name.to_owned()).chain(numbered) {
        match examples.get(&name) {
            Some(known) if *known == example => return,
            Some(_) => {}
            None => {
                examples.insert(name, example);
                return;
            }
        }
    }
}

/// The schema of values that either describes.
fn either(known: RefOr<Schema>, more: RefOr<Schema>) -> RefOr<Schema> {
    let mut schemas = alternatives(known);
    for schema in alternatives(more) {
        if schemas.contains(&schema) {
            continue;
        }
        let merged = schemas
            .iter()
            .enumerate()
            .find_map(|(index, known)| Some((index, merge_errors(known, &schema)?)));
        match merged {
            Some((index, merged)) => schemas[index] = merged,
            None => schemas.push(schema),
        }
    }
    match <[RefOr<Schema>; 1]>::try_from(schemas) {
        Ok([one]) => one,
        Err(items) => schema::any_of(items).into(),
    }
}

/// The alternatives of a schema that says nothing else.
fn alternatives(schema: RefOr<Schema>) -> Vec<RefOr<Schema>> {
    match schema {
        RefOr::T(Schema::AnyOf(mut any)) => {
            let items = std::mem::take(&mut any.items);
            if any == AnyOf::default() {
                return items;
            }
            any.items = items;
            vec![Schema::AnyOf(any).into()]
        }
        schema => vec![schema],
    }
}

/// The schema of errors of both, if both are of errors in the same envelope.
fn merge_errors(one: &RefOr<Schema>, other: &RefOr<Schema>) -> Option<RefOr<Schema>> {
    if let (RefOr::T(Schema::AllOf(one)), RefOr::T(Schema::AllOf(other))) = (one, other) {
        // The service's own schema, and what is known of the code.
        let ([own, known], [same, more]) = (one.items.as_slice(), other.items.as_slice()) else {
            return None;
        };
        let items = vec![own.clone(), merge_errors(known, more)?];
        return (own == same).then(|| schema::all_of(items).into());
    }
    let mut codes = schema::codes(one)?;
    for code in schema::codes(other)? {
        if !codes.contains(&code) {
            codes.push(code);
        }
    }
    let (one, other) = (schema::shape(one)?, schema::shape(other)?);
    if !is_same_envelope(&one, &other) {
        return None;
    }
    let mut merged = schema::schema(&one.merge(other));
    schema::mark(&mut merged, codes);
    Some(merged.into())
}

/// Whether bodies have their code in the same place; without one, the same members.
fn is_same_envelope(one: &Shape, other: &Shape) -> bool {
    match (schema::code_path(one), schema::code_path(other)) {
        (Some(one), Some(other)) => one == other,
        (None, None) => required(one) == required(other),
        _ => false,
    }
}

fn required(shape: &Shape) -> Option<Vec<&str>> {
    let Shape::Object(members) = shape else { return None };
    let is_required = |member: &&Member| !member.optional;
    Some(members.iter().filter(is_required).map(|member| member.name.as_str()).collect())
}
