//! `message = "…"`: a format string in which every placeholder names a field.

use darling::error::Accumulator;
use proc_macro2::Ident;
use quote::format_ident;
use syn::{LitStr, Member, ext::IdentExt};

use crate::{
    message,
    model::{Field, Format},
};

/// Reads the placeholders of `literal`; one that names no field of `variant` is reported.
pub(super) fn lower(
    literal: &LitStr,
    variant: &Ident,
    fields: &[Field],
    errors: &mut Accumulator,
) -> Format {
    let text = literal.value();
    let mut reader = Reader::new(&text, fields);
    let mut faults = Vec::new();
    reader.read(&mut faults);
    for fault in faults {
        errors.push(message::format(literal, &fault, variant, fields));
    }
    let Reader { rewritten, arguments, asks, .. } = reader;
    // The literal as written keeps the carets of the compiler's own messages inside it.
    let literal =
        if rewritten == text { literal.clone() } else { LitStr::new(&rewritten, literal.span()) };
    Format { literal, arguments, asks }
}

/// What can be wrong with a format string.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// `{}`, `{:?}`, `{:.*}`
    Unnamed,
    /// `{name}` or `{3}`, or such a width or precision
    Unknown(String),
    /// A `{` without its `}`.
    Unclosed,
    /// A `}` without its `{`.
    Unopened,
}

struct Reader<'a> {
    rest: &'a str,
    rewritten: String,
    arguments: Vec<(Ident, usize)>,
    asks: Vec<(usize, &'static str)>,
    fields: &'a [Field],
}

impl<'a> Reader<'a> {
    const fn new(text: &'a str, fields: &'a [Field]) -> Self {
        Self {
            rest: text,
            rewritten: String::new(),
            arguments: Vec::new(),
            asks: Vec::new(),
            fields,
        }
    }

    fn read(&mut self, faults: &mut Vec<Fault>) {
        while let Some(at) = self.rest.find(['{', '}']) {
            let (text, from_brace) = self.rest.split_at(at);
            self.rewritten.push_str(text);
            if let Some(rest) = from_brace.strip_prefix("{{") {
                self.rewritten.push_str("{{");
                self.rest = rest;
            } else if let Some(rest) = from_brace.strip_prefix("}}") {
                self.rewritten.push_str("}}");
                self.rest = rest;
            } else if let Some(inside) = from_brace.strip_prefix('{') {
                let Some((placeholder, rest)) = inside.split_once('}') else {
                    return faults.push(Fault::Unclosed);
                };
                if placeholder.contains('{') {
                    return faults.push(Fault::Unclosed);
                }
                self.placeholder(placeholder, faults);
                self.rest = rest;
            } else {
                return faults.push(Fault::Unopened);
            }
        }
        self.rewritten.push_str(self.rest);
    }

    /// `name`, or `name:spec`
    fn placeholder(&mut self, placeholder: &str, faults: &mut Vec<Fault>) {
        let (name, spec) = match placeholder.split_once(':') {
            Some((name, spec)) => (name, Some(spec)),
            None => (placeholder, None),
        };
        self.rewritten.push('{');
        if let Some(field) = self.name(name.trim(), faults) {
            self.asks.push((field, format_trait(spec.unwrap_or_default())));
        }
        if let Some(spec) = spec {
            self.rewritten.push(':');
            self.spec(spec, faults);
        }
        self.rewritten.push('}');
    }

    /// A width or precision may name a field too: `width$`.
    fn spec(&mut self, spec: &str, faults: &mut Vec<Fault>) {
        if spec.contains(".*") {
            return faults.push(Fault::Unnamed);
        }
        let mut pieces = spec.split('$').peekable();
        while let Some(piece) = pieces.next() {
            if pieces.peek().is_none() {
                self.rewritten.push_str(piece);
                break;
            }
            let start = piece
                .rfind(|char: char| !(char.is_alphanumeric() || char == '_'))
                .map_or(0, |at| at + piece[at..].chars().next().map_or(1, char::len_utf8));
            let (mut before, mut name) = piece.split_at(start);
            if name.len() > 1 && name.starts_with('0') {
                // The flag `0` before a width.
                (before, name) = piece.split_at(start + 1);
            }
            self.rewritten.push_str(before);
            self.name(name, faults);
            self.rewritten.push('$');
        }
    }

    /// `name`, or one like it that no field has.
    fn free_name(&self, mut name: String) -> Ident {
        let is_field = |name: &str| {
            let mut members = self.fields.iter().map(|field| &field.member);
            members.any(|member| matches!(member, Member::Named(ident) if ident == name))
        };
        while is_field(&name) {
            name.push('_');
        }
        format_ident!("{name}")
    }

    /// Writes the argument for a field's name; returns the field.
    fn name(&mut self, name: &str, faults: &mut Vec<Fault>) -> Option<usize> {
        if name.is_empty() {
            faults.push(Fault::Unnamed);
            return None;
        }
        let found = self.fields.iter().position(|field| match &field.member {
            Member::Named(ident) => ident.unraw() == name,
            Member::Unnamed(index) => index.index.to_string() == name,
        });
        let Some(field) = found else {
            faults.push(Fault::Unknown(name.to_owned()));
            return None;
        };
        let argument = match &self.fields[field].member {
            Member::Named(ident) if *ident == name => ident.clone(),
            // The names of arguments are seen by the format string alone; they must not be those of fields.
            _ => self.free_name(format!("field_{name}")),
        };
        self.rewritten.push_str(&argument.to_string());
        if !self.arguments.iter().any(|(known, _)| *known == argument) {
            self.arguments.push((argument, field));
        }
        Some(field)
    }
}

/// The trait that a format spec asks for; one the compiler does not know is left to its own message.
fn format_trait(spec: &str) -> &'static str {
    if spec.ends_with('?') {
        return "Debug";
    }
    match spec.trim_end().chars().next_back() {
        Some('x') => "LowerHex",
        Some('X') => "UpperHex",
        Some('o') => "Octal",
        Some('b') => "Binary",
        Some('e') => "LowerExp",
        Some('E') => "UpperExp",
        Some('p') => "Pointer",
        _ => "Display",
    }
}

#[cfg(test)]
mod tests {
    use syn::{Fields, ItemStruct, parse_quote};

    use super::*;

    fn read(text: &str, item: ItemStruct) -> (String, Vec<(String, usize)>, Vec<Fault>) {
        let fields: Fields = item.fields;
        let fields: Vec<Field> = fields
            .members()
            .zip(&fields)
            .map(|(member, field)| Field {
                member,
                ty: field.ty.clone(),
                detail: None,
                header: None,
                retry_after: None,
                field_errors: None,
            })
            .collect();
        let mut reader = Reader::new(text, &fields);
        let mut faults = Vec::new();
        reader.read(&mut faults);
        let arguments = reader.arguments.iter().map(|(name, at)| (name.to_string(), *at)).collect();
        (reader.rewritten, arguments, faults)
    }

    #[test]
    fn placeholders_name_fields() {
        let item: ItemStruct = parse_quote!(
            struct S {
                id: u8,
                wait: u8,
                r#type: u8,
                width: usize,
            }
        );
        let (text, arguments, faults) =
            read("{{{id}}} {wait:?} {wait:>width$.id$} {type} {id:#0width$x}", item);
        assert_eq!(text, "{{{id}}} {wait:?} {wait:>width$.id$} {field_type} {id:#0width$x}");
        let names: Vec<_> = arguments.iter().map(|(name, at)| (name.as_str(), *at)).collect();
        assert_eq!(names, [("id", 0), ("wait", 1), ("width", 3), ("field_type", 2)]);
        assert_eq!(faults, []);
    }

    #[test]
    fn positions_are_fields_of_a_tuple() {
        let (text, arguments, faults) = read(
            "{1} {0:05} {1:01$}",
            parse_quote!(
                struct S(u8, u8);
            ),
        );
        assert_eq!(text, "{field_1} {field_0:05} {field_1:0field_1$}");
        assert_eq!(arguments, [("field_1".to_owned(), 1), ("field_0".to_owned(), 0)]);
        assert_eq!(faults, []);
    }

    #[test]
    fn a_placeholder_asks_for_the_trait_of_its_spec() {
        for (spec, asked) in [
            ("", "Display"),
            (">8", "Display"),
            ("?", "Debug"),
            ("#x?", "Debug"),
            ("#010x", "LowerHex"),
            ("E", "UpperExp"),
        ] {
            assert_eq!(format_trait(spec), asked, "{spec}");
        }
    }

    #[test]
    fn every_fault_is_found() {
        let faults = |text| {
            read(
                text,
                parse_quote!(
                    struct S {
                        id: u8,
                    }
                ),
            )
            .2
        };
        assert_eq!(faults("{} {id} {:?}"), [Fault::Unnamed, Fault::Unnamed]);
        assert_eq!(faults("{ide} {0}"), [Fault::Unknown("ide".into()), Fault::Unknown("0".into())]);
        assert_eq!(faults("{id:w$}"), [Fault::Unknown("w".into())]);
        assert_eq!(faults("{id:.*}"), [Fault::Unnamed]);
        assert_eq!(faults("{id"), [Fault::Unclosed]);
        assert_eq!(faults("{id {id}"), [Fault::Unclosed]);
        assert_eq!(faults("id} {id}"), [Fault::Unopened]);
    }
}
