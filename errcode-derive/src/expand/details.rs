//! `impl VisitDetails`, for an error that has details of its own.

use proc_macro2::TokenStream;
use quote::quote;

use super::{
    bounds,
    code::{Code, code},
    field, impl_for, inner, pattern, text,
};
use crate::model::{DetailValue, Kind, Model, StaticDetail, Text, Variant};

pub(super) fn expand(model: &Model) -> Option<TokenStream> {
    if !model.variants.iter().any(any) {
        return None;
    }
    let mut arms = Code::default();
    let mut len = 0;
    for (index, variant) in model.variants.iter().enumerate() {
        if let Some(arm) = arm(model, index, variant) {
            arms.append(arm);
            len += 1;
        }
    }
    if len < model.variants.len() {
        arms.push("_ => {}");
    }
    let mut body = code!("fn visit_details(&self, __visitor: &mut __errcode::DetailVisitor<'_>)");
    let mut block = Code::default();
    block.append(pattern::match_self(arms));
    body.braces(block);
    let of = quote!(__errcode::VisitDetails);
    Some(impl_for(model.target(), &of, &bounds::of_api_error(model), &body))
}

/// Whether a variant has details of its own.
pub(super) fn any(variant: &Variant) -> bool {
    !variant.details.is_empty() || variant.fields.iter().any(|field| field.detail.is_some())
}

/// Records each detail: those of a transparent field, the static ones, and the fields. An `Option` that is `None` is no
/// detail.
fn arm(model: &Model, index: usize, variant: &Variant) -> Option<Code> {
    let mut bound: Vec<usize> = Vec::new();
    let mut records = Code::default();
    if let Kind::Transparent(transparent) = &variant.kind {
        bound.push(transparent.field);
        let mut arguments = inner::call(model, index, variant, transparent, "details");
        if any(variant) {
            arguments.push(".without");
            arguments.parentheses(names(variant));
        }
        records.push("__visitor.record_all");
        records.parentheses(arguments);
        records.push(";");
    }
    for StaticDetail { name, value } in &variant.details {
        let mut arguments = code!("{name},");
        match value {
            DetailValue::Text(Text::Static(text)) => {
                arguments.write(format_args!("{text}"));
            }
            DetailValue::Text(Text::Format(format)) => {
                bound.extend(text::fields(format));
                arguments.push("&");
                arguments.append(text::format_args(variant, format));
            }
            DetailValue::Integer(number) | DetailValue::Number(number) => {
                arguments.write(format_args!("&({number})"));
            }
            DetailValue::Boolean(value) => arguments.write(format_args!("&{value}")),
            DetailValue::Null => arguments.push("&()"),
        }
        records.push("__visitor.record");
        records.parentheses(arguments);
        records.push(";");
    }
    for (index, field) in variant.fields.iter().enumerate() {
        let Some(detail) = &field.detail else { continue };
        bound.push(index);
        let (name, rest) = (&detail.name, format!(", {:?}, __visitor", detail.name));
        let plain = code!("__visitor.record({name:?}, __field_{index})");
        let record = field::show(index, field, plain, ["DetailField", "record"], &rest);
        match &detail.skip_if {
            Some(path) => records.append(field::unless(index, path, record)),
            None => records.append(record),
        }
    }
    if records.is_empty() {
        return None;
    }
    bound.sort_unstable();
    bound.dedup();
    let mut arm = code!("{} =>", pattern::binding_fields(variant, bound));
    arm.braces(records);
    Some(arm)
}

/// `&["id", …]`, the names of a variant's own details; of one that is left out, an empty text, which is no name.
fn names(variant: &Variant) -> Code {
    let mut names = Code::default();
    for detail in &variant.details {
        names.write(format_args!("{:?},", detail.name.value()));
    }
    for (index, field) in variant.fields.iter().enumerate() {
        let Some(detail) = &field.detail else { continue };
        let mut name = code!("{:?}", detail.name);
        if let Some(path) = &detail.skip_if {
            name = or_empty(field::unless(index, path, name));
        }
        if field.is_option {
            let mut shown = code!("if ::core::option::Option::is_some(__field_{index})");
            shown.braces(name);
            name = or_empty(shown);
        }
        name.push(",");
        names.append(name);
    }
    let mut list = code!("&");
    list.brackets(names);
    list
}

/// `if … { name } else { "" }`
fn or_empty(mut name: Code) -> Code {
    name.push("else { \"\" }");
    name
}
