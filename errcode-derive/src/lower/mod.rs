//! From attributes to the [`Model`]: the rules that concern one attribute alone.

mod docs_url;
mod field;
mod format;
mod header;
mod variant;

use darling::error::Accumulator;
use syn::{LitStr, Path, parse_quote};

pub(crate) use format::Fault;

use crate::{
    attr::{ContainerArgs, Given, Item, StatusValue, Strings},
    message,
    model::{Model, Status},
    status,
    style::Style,
};

/// What the enum says for those of its variants that do not say it.
struct Defaults {
    style: Style,
    prefix: Option<LitStr>,
    category: Option<String>,
    docs_url: Option<String>,
    status: Option<Status>,
    retryable: Option<bool>,
    deprecated: Option<String>,
}

pub(crate) fn lower(item: Item<'_>, fingerprint: u64, errors: &mut Accumulator) -> Model {
    let ContainerArgs {
        prefix,
        category,
        docs_url,
        status,
        retryable,
        retired,
        code_style,
        envelope,
        axum,
        actix_web,
        krate,
    } = item.args;
    let defaults = Defaults {
        style: value(code_style, errors).map_or_else(Style::default, |name| style(&name, errors)),
        prefix: value(prefix, errors),
        category: value(category, errors).map(|text| text.value()),
        docs_url: value(docs_url, errors).and_then(|url| docs_url::template(&url, errors)),
        status: lower_status(status, errors)
            // Every variant would be told that it has none, too.
            .or_else(|| item.attempted.contains(&"status").then_some(PLACEHOLDER)),
        retryable: value(retryable, errors),
        deprecated: item.docs.deprecated,
    };
    let variants = item.variants.into_iter();
    Model {
        ident: item.ident.clone(),
        generics: item.generics.clone(),
        fingerprint,
        krate: value(krate, errors).unwrap_or_else(default_crate),
        envelope: value(envelope, errors),
        axum: framework(axum, cfg!(feature = "axum"), errors),
        actix_web: framework(actix_web, cfg!(feature = "actix-web"), errors),
        retired: value(retired, errors).map_or_else(Vec::new, |Strings(codes)| codes),
        variants: variants.map(|item| variant::lower(item, &defaults, errors)).collect(),
        style: defaults.style,
        prefix: defaults.prefix,
    }
}

/// Where the crate is, unless `crate = …` says otherwise.
pub(crate) fn default_crate() -> Path {
    parse_quote!(::errcode)
}

/// The value of a key, if it was given and is of the right form.
fn value<T>(given: Given<T>, errors: &mut Accumulator) -> Option<T> {
    errors.handle(given?).map(|keyed| keyed.value)
}

fn text(given: Given<LitStr>, errors: &mut Accumulator) -> Option<String> {
    value(given, errors).map(|text| text.value())
}

fn style(name: &LitStr, errors: &mut Accumulator) -> Style {
    Style::of(&name.value()).unwrap_or_else(|| {
        errors.push(message::unknown_style(name));
        Style::Any
    })
}

fn framework<T>(given: Given<T>, feature_on: bool, errors: &mut Accumulator) -> bool {
    let Some(flag) = given.and_then(|flag| errors.handle(flag)) else { return false };
    if !feature_on {
        errors.push(message::feature_off(&flag.key));
    }
    feature_on
}

/// Stands for a status that has been reported.
const PLACEHOLDER: Status = Status::Number(500);

fn lower_status(given: Given<StatusValue>, errors: &mut Accumulator) -> Option<Status> {
    let Some(given) = errors.handle(given?) else { return Some(PLACEHOLDER) };
    Some(match given.value {
        StatusValue::Number(literal) => match literal.base10_parse() {
            Ok(number) if status::is_allowed(number) => Status::Number(number),
            _ => {
                errors.push(message::status_number(&literal));
                PLACEHOLDER
            }
        },
        StatusValue::Path(path) => {
            let mut names = path.path.segments.iter().rev();
            let (name, ty) = (names.next(), names.next());
            match (name, ty) {
                // The compiler knows any other path; see the check that `expand` writes for it.
                (Some(name), Some(ty)) if ty.ident == "StatusCode" => {
                    match status::number_of(&name.ident.to_string()) {
                        None => errors.push(message::unknown_status_name(&name.ident)),
                        Some(number) if !status::is_allowed(number) => {
                            errors.push(message::status_name(&name.ident, number));
                        }
                        Some(_) => return Some(Status::Path(path)),
                    }
                    PLACEHOLDER
                }
                _ => Status::Path(path),
            }
        }
    })
}
