//! Types, names and comments of TypeScript.

use crate::{
    bodies::{Json, Member, Shape},
    documents::text,
};

/// A string literal.
pub(super) fn literal(text: &str) -> String {
    Json::from(text).compact()
}

/// Returns the name of a property, quoted unless it is an identifier.
pub(super) fn name(name: &str) -> String {
    let is_start = |c: char| c.is_ascii_alphabetic() || matches!(c, '_' | '$');
    let is_plain = name.starts_with(is_start)
        && name.chars().all(|c| is_start(c) || c.is_ascii_digit())
        // In an object literal, this name sets the prototype.
        && name != "__proto__";
    match name {
        _ if is_plain => name.to_owned(),
        "__proto__" => "[\"__proto__\"]".to_owned(),
        _ => literal(name),
    }
}

/// A comment above a property.
pub(super) fn comment(lines: &[String]) -> String {
    let line = |text: &String| text::visible(text).replace("*/", "*\\/").trim_end().to_owned();
    match lines {
        [] => String::new(),
        [one] => format!("  /** {} */\n", line(one)),
        more => {
            let lines: String = more.iter().map(|text| format!("   * {}\n", line(text))).collect();
            format!("  /**\n{lines}   */\n")
        }
    }
}

pub(super) fn shape(shape: &Shape) -> String {
    match shape {
        Shape::Null => "null".to_owned(),
        Shape::Boolean => "boolean".to_owned(),
        Shape::Integer | Shape::Number => "number".to_owned(),
        Shape::String => "string".to_owned(),
        Shape::Literal(text) => literal(text),
        Shape::Unknown => "unknown".to_owned(),
        Shape::Array(item) => format!("Array<{}>", self::shape(item)),
        Shape::Object(members) if members.is_empty() => "Record<string, unknown>".to_owned(),
        Shape::Object(members) => object(members),
        Shape::Map(value) => format!("Record<string, {}>", self::shape(value)),
        Shape::AnyOf(shapes) => union(shapes.iter().map(self::shape)),
    }
}

pub(super) fn object(members: &[Member]) -> String {
    if members.is_empty() {
        return "{}".to_owned();
    }
    let member = |member: &Member| {
        let optional = if member.optional { "?" } else { "" };
        format!("{}{optional}: {}", name(&member.name), shape(&member.shape))
    };
    let members: Vec<String> = members.iter().map(member).collect();
    format!("{{ {} }}", members.join("; "))
}

/// The union of types, each once.
pub(super) fn union(types: impl IntoIterator<Item = String>) -> String {
    let mut union: Vec<String> = Vec::new();
    for member in types {
        if !union.contains(&member) {
            union.push(member);
        }
    }
    union.join(" | ")
}
