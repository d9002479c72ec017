//! The types of JSON values.

use super::{
    Json, Path, Step,
    probe::{FIELD, UNKNOWN},
};

/// The type of a JSON value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Shape {
    Null,
    Boolean,
    Integer,
    Number,
    String,
    /// This string.
    Literal(String),
    /// Any value.
    Unknown,
    Array(Box<Shape>),
    /// These members, and perhaps others.
    Object(Vec<Member>),
    /// Members of any name.
    Map(Box<Shape>),
    AnyOf(Vec<Shape>),
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Member {
    pub(crate) name: String,
    pub(crate) shape: Shape,
    pub(crate) optional: bool,
}

impl Shape {
    /// The type of a body that was rendered from a probe.
    pub(crate) fn infer(value: &Json) -> Self {
        match value {
            Json::Null => Self::Null,
            Json::Bool(_) => Self::Boolean,
            Json::Number(number) if number.is_f64() => Self::Number,
            Json::Number(_) => Self::Integer,
            Json::String(text) if text == UNKNOWN => Self::Unknown,
            Json::String(_) => Self::String,
            Json::Array(items) => {
                let items = items.iter().map(Self::infer).reduce(Self::merge);
                Self::Array(Box::new(items.unwrap_or(Self::Unknown)))
            }
            Json::Object(members) => match value.get(FIELD) {
                Some(errors) => Self::Map(Box::new(Self::infer(errors))),
                None => Self::Object(members.iter().map(Member::infer).collect()),
            },
        }
    }

    /// The type of values that are of either.
    pub(crate) fn merge(self, other: Self) -> Self {
        match (self, other) {
            (one, other) if one == other => one,
            (Self::Unknown, _) | (_, Self::Unknown) => Self::Unknown,
            (Self::Integer, Self::Number) | (Self::Number, Self::Integer) => Self::Number,
            (Self::Literal(_), Self::String) | (Self::String, Self::Literal(_)) => Self::String,
            (Self::Array(one), Self::Array(other)) => Self::Array(Box::new(one.merge(*other))),
            (Self::Map(one), Self::Map(other)) => Self::Map(Box::new(one.merge(*other))),
            (Self::Object(one), Self::Object(other)) => Self::Object(merge_members(one, other)),
            (one, other) => Self::AnyOf(merge_alternatives(one, other)),
        }
    }

    /// Whether the types of both are one, and not a choice between them.
    fn is_alike(&self, other: &Self) -> bool {
        matches!(
            (self, other),
            (Self::Integer | Self::Number, Self::Integer | Self::Number)
                | (Self::Literal(_), Self::String)
                | (Self::String, Self::Literal(_))
                | (Self::Array(_), Self::Array(_))
                | (Self::Map(_), Self::Map(_))
                | (Self::Object(_), Self::Object(_))
        ) || self == other
    }

    /// The members of the object that a path leads to, in one of the alternatives.
    pub(crate) fn members_at(&self, path: &[Step]) -> Option<&[Member]> {
        match (self, path.split_first()) {
            (Self::AnyOf(shapes), _) => shapes.iter().find_map(|shape| shape.members_at(path)),
            (Self::Object(members), None) => Some(members),
            (Self::Object(members), Some((Step::Member(name), rest))) => {
                members.iter().find(|member| member.name == *name)?.shape.members_at(rest)
            }
            (Self::Array(item), Some((Step::Item(_), rest))) => item.members_at(rest),
            _ => None,
        }
    }

    /// Makes the string at the end of a path a literal.
    pub(crate) fn set_literal(&mut self, path: &Path, text: &str) {
        let mut shape = self;
        for step in path {
            shape = match (shape, step) {
                (Self::Object(members), Step::Member(name)) => {
                    match members.iter_mut().find(|member| member.name == *name) {
                        Some(member) => &mut member.shape,
                        None => return,
                    }
                }
                (Self::Array(item), Step::Item(_)) => item,
                _ => return,
            };
        }
        if *shape == Self::String {
            *shape = Self::Literal(text.to_owned());
        }
    }
}

impl Member {
    fn infer((name, value): &(String, Json)) -> Self {
        Self { name: name.clone(), shape: Shape::infer(value), optional: false }
    }
}

/// The alternatives of both, each once.
fn merge_alternatives(one: Shape, other: Shape) -> Vec<Shape> {
    let alternatives = |shape| match shape {
        Shape::AnyOf(shapes) => shapes,
        shape => vec![shape],
    };
    let mut merged = alternatives(one);
    for shape in alternatives(other) {
        match merged.iter_mut().find(|known| known.is_alike(&shape)) {
            Some(known) => *known = std::mem::replace(known, Shape::Null).merge(shape),
            None => merged.push(shape),
        }
    }
    merged
}

/// The members of both. Those that one of them lacks are optional.
fn merge_members(mut one: Vec<Member>, other: Vec<Member>) -> Vec<Member> {
    for member in &mut one {
        member.optional |= !other.iter().any(|other| other.name == member.name);
    }
    for mut member in other {
        if let Some(one) = one.iter_mut().find(|one| one.name == member.name) {
            one.optional |= member.optional;
            let shape = std::mem::replace(&mut one.shape, Shape::Unknown);
            one.shape = shape.merge(member.shape);
        } else {
            member.optional = true;
            one.push(member);
        }
    }
    one
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(json: &str) -> Shape {
        Shape::infer(&Json::parse(json.as_bytes()).unwrap())
    }

    #[test]
    fn members_that_one_lacks_are_optional() {
        let merged =
            shape(r#"{"a":1,"b":"x","c":null}"#).merge(shape(r#"{"a":1.5,"c":"y","d":[]}"#));
        let member = |name: &str, shape, optional| Member { name: name.into(), shape, optional };
        assert_eq!(
            merged,
            Shape::Object(vec![
                member("a", Shape::Number, false),
                member("b", Shape::String, true),
                member("c", Shape::AnyOf(vec![Shape::Null, Shape::String]), false),
                member("d", Shape::Array(Box::new(Shape::Unknown)), true),
            ])
        );
    }
}
