//! `impl ApiError`: a `match` over the variants for each method that the defaults do not serve.

use proc_macro2::TokenStream;
use quote::quote;

use super::{
    bounds,
    code::{Code, code},
    details, field,
    headers::{self, Names},
    impl_for, inner, message, pattern,
    spec::{Table, expand_status},
};
use crate::model::{Model, Variant};

const SPEC: &str = "__errcode::ApiError::spec(self)";
const STATUS: &str = "__errcode::CodeSpec::status(__errcode::ApiError::spec(self))";
const RETRY_AFTER: &str = "__errcode::CodeSpec::retry_after(__errcode::ApiError::spec(self))";

pub(super) fn expand(model: &Model, table: &Table<'_>, names: &Names<'_>) -> TokenStream {
    let mut body = spec(model, table);
    body.append(message(model));
    // A hand-written error in a transparent field may know better than its spec.
    body.append(method(
        model,
        "fn code(&self) -> &'static __errcode::std::primitive::str",
        &format!("__errcode::CodeSpec::code({SPEC})"),
        |index, variant| forward(model, index, variant, "code"),
    ));
    body.append(method(
        model,
        "fn status(&self) -> __errcode::http::StatusCode",
        STATUS,
        |index, variant| status(model, index, variant),
    ));
    body.append(method(
        model,
        "fn is_retryable(&self) -> __errcode::std::primitive::bool",
        &format!("__errcode::CodeSpec::retryable_at({SPEC}, __errcode::ApiError::status(self))"),
        |index, variant| is_retryable(model, index, variant),
    ));
    body.append(method(
        model,
        "fn retry_after(&self) -> ::core::option::Option<__errcode::std::time::Duration>",
        RETRY_AFTER,
        |index, variant| retry_after(model, index, variant),
    ));
    body.append(headers::expand(model, names));
    body.append(details(model));
    body.append(method(
        model,
        "fn field_errors(&self) -> ::core::option::Option<&__errcode::FieldErrors>",
        "::core::option::Option::None",
        |index, variant| field_errors(model, index, variant),
    ));
    impl_for(model.target(), &quote!(__errcode::ApiError), &bounds::of_api_error(model), &body)
}

/// `fn spec`: an index into the table, unless a transparent field has the spec.
fn spec(model: &Model, table: &Table<'_>) -> Code {
    let rows = table.rows();
    let has_rows = model.variants.iter().any(|variant| variant.transparent().is_none());
    let mut arms = Code::default();
    for (index, (variant, row)) in model.variants.iter().zip(rows).enumerate() {
        let Some(transparent) = variant.transparent() else {
            arms.write(format_args!("{} => {row},", pattern::any(variant)));
            continue;
        };
        let pattern = pattern::binding_fields(variant, [transparent.field]);
        let inner = inner::call(model, index, variant, transparent, "spec");
        let mut value = if has_rows { code!("return") } else { Code::default() };
        value.append(inner);
        arms.append(pattern::arm(&pattern, value));
    }
    let matched = pattern::match_self(arms);
    let body = if has_rows {
        let mut body = code!("&{}", Table::name());
        body.brackets(matched);
        body
    } else {
        matched
    };
    let mut spec = code!("fn spec(&self) -> &'static __errcode::CodeSpec");
    spec.braces(body);
    spec
}

/// `fn message`, which the trait requires.
fn message(model: &Model) -> Code {
    const SIGNATURE: &str =
        "fn message(&self) -> __errcode::std::borrow::Cow<'_, __errcode::std::primitive::str>";
    const DEFAULT: &str = "__errcode::default_message(self)";
    let message =
        method(model, SIGNATURE, DEFAULT, |index, variant| message::arm(model, index, variant));
    if !message.is_empty() {
        return message;
    }
    let body = if model.variants.is_empty() { "match *self {}" } else { DEFAULT };
    let mut message = code!("{SIGNATURE}");
    message.braces(code!("{body}"));
    message
}

/// `fn details`: the error itself records them, unless a variant has none or those of a field alone.
fn details(model: &Model) -> Code {
    const OWN: &str = "__errcode::Details::new(self)";
    const NONE: &str = "__errcode::Details::empty()";
    let own = model.variants.iter().filter(|variant| details::any(variant)).count();
    // The rest of the arms is the longer list.
    let is_usual = 2 * own > model.variants.len();
    let rest = if is_usual { OWN } else { NONE };
    let of_variant = |index, variant: &Variant| {
        let has_own = details::any(variant);
        if !has_own && variant.transparent().is_some() {
            return forward(model, index, variant, "details");
        }
        let pattern = pattern::any(variant);
        let value = if has_own { OWN } else { NONE };
        (has_own != is_usual).then(|| code!("{pattern} => {value},"))
    };
    if own == model.variants.len() && own > 0 {
        let mut code = code!("fn details(&self) -> __errcode::Details<'_>");
        code.braces(code!("{OWN}"));
        return code;
    }
    method(model, "fn details(&self) -> __errcode::Details<'_>", rest, of_variant)
}

/// A method with an arm for each variant that `arm` writes one for; none if the trait's default does for all.
fn method(
    model: &Model,
    signature: &str,
    default: &str,
    arm: impl Fn(usize, &Variant) -> Option<Code>,
) -> Code {
    let mut arms = Code::default();
    let mut len = 0;
    for (index, variant) in model.variants.iter().enumerate() {
        if let Some(arm) = arm(index, variant) {
            arms.append(arm);
            len += 1;
        }
    }
    if len == 0 {
        return arms;
    }
    if len < model.variants.len() {
        arms.write(format_args!("_ => {default},"));
    }
    let mut method = code!("{signature}");
    let mut body = Code::default();
    body.append(pattern::match_self(arms));
    method.braces(body);
    method
}

/// The arm of a variant with a transparent field: what that says.
fn forward(model: &Model, index: usize, variant: &Variant, method: &str) -> Option<Code> {
    let transparent = variant.transparent()?;
    let pattern = pattern::binding_fields(variant, [transparent.field]);
    Some(pattern::arm(&pattern, inner::call(model, index, variant, transparent, method)))
}

/// The status at runtime: that of a field, an override, that of the transparent field, the static one.
fn status(model: &Model, index: usize, variant: &Variant) -> Option<Code> {
    let of_field = variant.field(|field| field.status.is_some());
    let overridden = variant.transparent().and_then(|transparent| transparent.status.as_ref());
    let mut bound: Vec<usize> = of_field.iter().map(|(index, _)| *index).collect();
    let fallback = match (overridden, variant.transparent()) {
        (Some(status), _) => expand_status(status, None),
        (None, Some(transparent)) => {
            bound.push(transparent.field);
            inner::call(model, index, variant, transparent, "status")
        }
        (None, None) => {
            of_field?;
            code!("{STATUS}")
        }
    };
    bound.dedup();
    let pattern = pattern::binding_fields(variant, bound);
    let Some((index, field)) = of_field else {
        return Some(pattern::arm(&pattern, fallback));
    };
    let mut value = code!("match");
    value.append(field::ask(index, field, ["StatusValue", "status"]));
    let mut arms = code!(
        "::core::option::Option::Some(__status) => __status, ::core::option::Option::None =>"
    );
    arms.append(fallback);
    value.braces(arms);
    Some(pattern::arm(&pattern, value))
}

/// An override; what follows an overridden status; or what the transparent field says.
fn is_retryable(model: &Model, index: usize, variant: &Variant) -> Option<Code> {
    let transparent = variant.transparent()?;
    let pattern = pattern::binding_fields(variant, [transparent.field]);
    let value = match transparent.retryable {
        Some(retryable) => {
            let mut block = code!("let _ =");
            block.append(inner::error(model, index, variant, transparent));
            block.write(format_args!("; {retryable}"));
            let mut value = Code::default();
            value.braces(block);
            value
        }
        None if variant.decides_status() => {
            inner::beside(model, index, variant, transparent, "retryable_beside")
        }
        None => inner::call(model, index, variant, transparent, "is_retryable"),
    };
    Some(pattern::arm(&pattern, value))
}

fn retry_after(model: &Model, index: usize, variant: &Variant) -> Option<Code> {
    let field = variant.field(|field| field.retry_after.is_some());
    let mut bound: Vec<usize> = field.iter().map(|(index, _)| *index).collect();
    let fallback = match (variant.transparent(), variant.retry_after()) {
        (Some(_), Some((_, seconds))) => code!(
            "::core::option::Option::Some(__errcode::std::time::Duration::from_secs({seconds}))"
        ),
        (Some(transparent), None) => {
            bound.push(transparent.field);
            inner::call(model, index, variant, transparent, "retry_after")
        }
        (None, _) => {
            field?;
            code!("{RETRY_AFTER}")
        }
    };
    bound.dedup();
    let pattern = pattern::binding_fields(variant, bound);
    let value = match field {
        Some((index, field)) => {
            or(field::ask(index, field, ["RetryAfter", "retry_after"]), fallback)
        }
        None => fallback,
    };
    Some(pattern::arm(&pattern, value))
}

fn field_errors(model: &Model, index: usize, variant: &Variant) -> Option<Code> {
    let Some((at, field)) = variant.field(|field| field.field_errors.is_some()) else {
        return forward(model, index, variant, "field_errors");
    };
    let own = field::ask(at, field, ["AsFieldErrors", "field_errors"]);
    let mut bound = vec![at];
    let value = match variant.transparent() {
        Some(transparent) => {
            bound.push(transparent.field);
            or(own, inner::call(model, index, variant, transparent, "field_errors"))
        }
        None => own,
    };
    bound.dedup();
    Some(pattern::arm(&pattern::binding_fields(variant, bound), value))
}

/// `Option::or(first, second)`
fn or(first: Code, second: Code) -> Code {
    let mut arguments = first;
    arguments.push(",");
    arguments.append(second);
    let mut or = code!("::core::option::Option::or");
    or.parentheses(arguments);
    or
}
