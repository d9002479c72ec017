//! The declared headers of a variant.
//!
//! ```text
//! static __HEADER_0: HeaderName = HeaderName::from_static("cache-control");
//! static __HEADER_1: HeaderName = HeaderName::from_static("x-ratelimit-limit");
//!
//! let mut __headers = HeaderMap::new();
//! match self {
//!     Self::Limited { limit: __field_0, .. } => {
//!         insert_static(&mut __headers, &__HEADER_0, "no-store");
//!         HeaderField::insert(__field_0, &__HEADER_1, &mut __headers);
//!     }
//!     …
//! }
//! __headers
//! ```

use super::{
    code::{Code, code},
    field, inner, pattern, text,
};
use crate::model::{Model, Text, Variant};

/// The names of all headers of a type, each once.
pub(super) struct Names<'m>(Vec<&'m str>);

impl<'m> Names<'m> {
    pub(super) fn of(model: &'m Model) -> Self {
        let mut names: Vec<&str> = Vec::new();
        for variant in &model.variants {
            for name in variant.header_names() {
                if !names.contains(&name) {
                    names.push(name);
                }
            }
        }
        Self(names)
    }

    /// A static for each: a name is checked and looked up once, at compile time.
    pub(super) fn expand(&self) -> Code {
        let mut code = Code::default();
        for (index, name) in self.0.iter().enumerate() {
            code.write(format_args!(
                "static __HEADER_{index}: __errcode::http::HeaderName =
                    __errcode::http::HeaderName::from_static({name:?});"
            ));
        }
        code
    }

    fn index(&self, name: &str) -> usize {
        self.0.iter().position(|known| *known == name).unwrap_or(0)
    }
}

/// `fn headers`, if any variant declares some or has those of a field.
pub(super) fn expand(model: &Model, names: &Names<'_>) -> Code {
    let mut arms = Code::default();
    let mut len = 0;
    for (index, variant) in model.variants.iter().enumerate() {
        if let Some(arm) = arm(model, names, index, variant) {
            arms.append(arm);
            len += 1;
        }
    }
    if len == 0 {
        return arms;
    }
    if len < model.variants.len() {
        arms.push("_ => {}");
    }
    let mut body = code!("let mut __headers = __errcode::http::HeaderMap::new();");
    body.append(pattern::match_self(arms));
    body.push("__headers");
    let mut code = code!("fn headers(&self) -> __errcode::http::HeaderMap");
    code.braces(body);
    code
}

fn arm(model: &Model, names: &Names<'_>, index: usize, variant: &Variant) -> Option<Code> {
    let mut bound: Vec<usize> = Vec::new();
    let mut inserts = Code::default();
    if let Some(transparent) = variant.transparent() {
        bound.push(transparent.field);
        let mut arguments = code!("&mut __headers,");
        arguments.append(inner::call(model, index, variant, transparent, "headers"));
        inserts.push("__errcode::inherit_headers");
        inserts.parentheses(arguments);
        inserts.push(";");
    }
    for header in &variant.headers {
        let name = names.index(&header.name.lowercase);
        match &header.value {
            Text::Static(value) => inserts.write(format_args!(
                "__errcode::insert_static(&mut __headers, &__HEADER_{name}, {value});"
            )),
            Text::Format(format) => {
                bound.extend(text::fields(format));
                let mut arguments = code!("&mut __headers, &__HEADER_{name}, &");
                arguments.append(text::format_args(variant, format));
                inserts.push("__errcode::insert_header");
                inserts.parentheses(arguments);
                inserts.push(";");
            }
        }
    }
    for (index, field) in variant.fields.iter().enumerate() {
        if let Some(header) = &field.header {
            bound.push(index);
            let name = names.index(&header.lowercase);
            let rest = format!(", &__HEADER_{name}, &mut __headers");
            let plain = code!(
                "__errcode::insert_header(&mut __headers, &__HEADER_{name}, __field_{index})"
            );
            inserts.append(field::show(index, field, plain, ["HeaderField", "insert"], &rest));
        }
    }
    if inserts.is_empty() {
        return None;
    }
    bound.sort_unstable();
    bound.dedup();
    let mut arm = code!("{} =>", pattern::binding_fields(variant, bound));
    arm.braces(inserts);
    Some(arm)
}
