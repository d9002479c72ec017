//! The types of JSON values as schemas, and back.

use serde_json::Value;
use utoipa::openapi::{
    RefOr, Schema,
    extensions::Extensions,
    schema::{
        AdditionalProperties, AllOfBuilder, AnyOfBuilder, Array, ArrayItems, Object, ObjectBuilder,
        SchemaType, Type,
    },
};

use crate::bodies::{Member, Path, Shape, Step};

/// The extension of a schema that lists the codes of the bodies that it describes.
pub(super) const CODES: &str = "x-error-codes";

/// The schema of a type.
pub(super) fn schema(shape: &Shape) -> Schema {
    match shape {
        Shape::Null => typed(Type::Null),
        Shape::Boolean => typed(Type::Boolean),
        Shape::Integer => typed(Type::Integer),
        Shape::Number => typed(Type::Number),
        Shape::String => typed(Type::String),
        Shape::Literal(text) => one_of([text.as_str()]),
        Shape::Unknown => ObjectBuilder::new().schema_type(SchemaType::AnyValue).into(),
        Shape::Array(item) => Array::new(schema(item)).into(),
        Shape::Map(value) => ObjectBuilder::new().additional_properties(Some(schema(value))).into(),
        Shape::AnyOf(shapes) => match literals(shapes) {
            Some(texts) => one_of(texts),
            None => any_of(shapes.iter().map(|shape| schema(shape).into())),
        },
        Shape::Object(members) => {
            let mut object = members.iter().fold(ObjectBuilder::new(), property).build();
            object.required.sort_unstable();
            object.into()
        }
    }
}

/// The schema of values that one of these describes.
pub(super) fn any_of(items: impl IntoIterator<Item = RefOr<Schema>>) -> Schema {
    items.into_iter().fold(AnyOfBuilder::new(), AnyOfBuilder::item).into()
}

/// The schema of values that each of these describes.
pub(super) fn all_of(items: impl IntoIterator<Item = RefOr<Schema>>) -> Schema {
    items.into_iter().fold(AllOfBuilder::new(), AllOfBuilder::item).into()
}

fn typed(kind: Type) -> Schema {
    Object::with_type(kind).into()
}

fn one_of<'a>(texts: impl IntoIterator<Item = &'a str>) -> Schema {
    ObjectBuilder::new().schema_type(Type::String).enum_values(Some(texts)).into()
}

fn property(object: ObjectBuilder, member: &Member) -> ObjectBuilder {
    let object = object.property(&member.name, schema(&member.shape));
    if member.optional { object } else { object.required(&member.name) }
}

/// The texts, if all alternatives are literals.
fn literals(shapes: &[Shape]) -> Option<Vec<&str>> {
    fn text(shape: &Shape) -> Option<&str> {
        match shape {
            Shape::Literal(text) => Some(text),
            _ => None,
        }
    }
    shapes.iter().map(text).collect()
}

/// The type that a schema of [`schema`] describes; `None` if it is another's.
pub(super) fn shape(of: &RefOr<Schema>) -> Option<Shape> {
    let RefOr::T(schema) = of else { return None };
    Some(match schema {
        Schema::Array(array) => match &array.items {
            ArrayItems::RefOrSchema(item) => Shape::Array(Box::new(shape(item)?)),
            ArrayItems::False => return None,
        },
        Schema::AnyOf(any) => Shape::AnyOf(any.items.iter().map(shape).collect::<Option<_>>()?),
        Schema::Object(object) => match &object.schema_type {
            SchemaType::AnyValue => Shape::Unknown,
            SchemaType::Type(kind) => of_kind(kind, object)?,
            SchemaType::Array(_) => return None,
        },
        _ => return None,
    })
}

fn of_kind(kind: &Type, object: &Object) -> Option<Shape> {
    Some(match kind {
        Type::Null => Shape::Null,
        Type::Boolean => Shape::Boolean,
        Type::Integer => Shape::Integer,
        Type::Number => Shape::Number,
        Type::String => match object.enum_values.as_deref() {
            None => Shape::String,
            Some(values) => {
                let text = |value: &Value| Some(Shape::Literal(value.as_str()?.to_owned()));
                let texts: Option<Vec<Shape>> = values.iter().map(text).collect();
                texts?.into_iter().reduce(Shape::merge)?
            }
        },
        Type::Array => return None,
        Type::Object => match object.additional_properties.as_deref() {
            Some(AdditionalProperties::RefOr(value)) => Shape::Map(Box::new(shape(value)?)),
            Some(AdditionalProperties::FreeForm(_)) => return None,
            None => {
                let member = |(name, schema): (&String, &RefOr<Schema>)| {
                    let optional = !object.required.contains(name);
                    Some(Member { name: name.clone(), shape: shape(schema)?, optional })
                };
                Shape::Object(object.properties.iter().map(member).collect::<Option<_>>()?)
            }
        },
    })
}

/// Where the code is in a body: the only strings that are known are codes.
pub(super) fn code_path(shape: &Shape) -> Option<Path> {
    let below = |step: Step, shape: &Shape| {
        let mut path = code_path(shape)?;
        path.insert(0, step);
        Some(path)
    };
    match shape {
        Shape::Literal(_) => Some(Path::new()),
        Shape::AnyOf(shapes) => shapes.iter().find_map(code_path),
        Shape::Array(item) => below(Step::Item(0), item),
        Shape::Object(members) => members
            .iter()
            .find_map(|member| below(Step::Member(member.name.clone()), &member.shape)),
        _ => None,
    }
}

/// The type of a body of which only the code is known.
pub(super) fn code_alone(shape: &Shape) -> Shape {
    match shape {
        Shape::Object(members) => {
            let known = members.iter().filter(|member| code_path(&member.shape).is_some());
            let member = |member: &Member| Member {
                name: member.name.clone(),
                shape: code_alone(&member.shape),
                optional: member.optional,
            };
            Shape::Object(known.map(member).collect())
        }
        Shape::Array(item) => Shape::Array(Box::new(code_alone(item))),
        shape => shape.clone(),
    }
}

/// Lists the codes in the schema of an object.
pub(super) fn mark(schema: &mut Schema, codes: Vec<String>) {
    if let Schema::Object(object) = schema {
        object.extensions = Some(Extensions::from_iter([(CODES, codes)]));
    }
}

/// The codes that a schema lists.
pub(super) fn codes(schema: &RefOr<Schema>) -> Option<Vec<String>> {
    let RefOr::T(Schema::Object(object)) = schema else { return None };
    let codes = object.extensions.as_ref()?.get(CODES)?.as_array()?;
    codes.iter().map(|code| code.as_str().map(str::to_owned)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_schema_is_read_as_the_type_that_it_was_made_of() {
        let member = |name: &str, shape, optional| Member { name: name.into(), shape, optional };
        let text = |text: &str| Shape::Literal(text.into());
        let every_kind = Shape::Object(vec![
            member("a", Shape::AnyOf(vec![text("A"), text("B")]), false),
            member("b", Shape::AnyOf(vec![Shape::Null, Shape::Boolean]), true),
            member("c", Shape::Map(Box::new(Shape::Array(Box::new(Shape::String)))), true),
            member("d", Shape::Array(Box::new(Shape::Unknown)), false),
            member("e", Shape::Object(vec![member("f", Shape::Integer, false)]), false),
            member("g", Shape::Number, false),
            member("h", text("H"), false),
        ]);
        assert_eq!(shape(&schema(&every_kind).into()), Some(every_kind.clone()));
        assert_eq!(code_path(&every_kind), Some(vec![Step::Member("a".into())]));
    }
}
