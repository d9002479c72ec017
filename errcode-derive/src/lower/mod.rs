//! From attributes to the [`Model`]: the rules that concern one attribute alone.

mod docs_url;
mod field;
mod format;
mod header;
mod shown_source;
mod status;
mod variant;

use crate::{
    attr::{self, Arg, ContainerArgs, Flag, Strings},
    code_style::{Spelling, Style},
    crate_path,
    diagnostics::{Errors, code, container, value},
    literal::Str,
    model::{Code, Model, Status},
};

/// What the enum says for those of its variants that do not say it.
struct Defaults {
    spelling: Spelling,
    category: Option<String>,
    resolution: Option<String>,
    docs_url: Option<String>,
    status: Option<Status>,
    /// Whether a status was meant to be given: no variant is told that it has none.
    status_reported: bool,
    retryable: Option<bool>,
    expose: bool,
    deprecated: Option<String>,
}

pub(crate) fn lower(item: attr::Container<'_>, fingerprint: u64, errors: &mut Errors) -> Model {
    let ContainerArgs {
        prefix,
        category,
        docs_url,
        resolution,
        status,
        retryable,
        expose,
        retired,
        shared,
        code_style,
        domain,
        envelope,
        axum,
        actix_web,
        krate,
    } = item.args;
    let style = match code_style {
        Arg::Absent => Some(Style::default()),
        Arg::Reported => None,
        Arg::Given(given) => style(&given.value, errors),
    };
    let prefix = prefix.value().filter(|prefix| is_possible(prefix, style, errors));
    let retired = codes(retired);
    let taken = retired
        .iter()
        .map(|code| code.text.clone())
        .chain(item.variants.iter().filter_map(|variant| match &variant.args.code {
            Arg::Given(attr::SpannedKey { value: attr::Code::Literal(code), .. }) => {
                Some(code.value().to_owned())
            }
            _ => None,
        }))
        .collect();
    let prefix_text = prefix.as_ref().map(Str::value).unwrap_or_default().to_owned();
    let status_reported = matches!(status, Arg::Reported);
    let given_status = status.value();
    let of_variants = item.variants.iter().filter_map(|variant| match &variant.args.status {
        Arg::Given(given) => Some(&given.value),
        Arg::Absent | Arg::Reported => None,
    });
    let rejected = of_variants.chain(&given_status).filter_map(status::rejected_type).collect();
    let status = given_status.as_ref().and_then(|given| status::lower(given, errors));
    let defaults = Defaults {
        spelling: Spelling::new(style.unwrap_or_default(), prefix_text, taken),
        category: text(category),
        resolution: text(resolution),
        docs_url: docs_url.value().and_then(|url| docs_url::template(&url, errors)),
        status_reported: status_reported || given_status.is_some() && status.is_none(),
        status,
        retryable: retryable.value(),
        expose: expose.key().is_some(),
        deprecated: item.docs.deprecated,
    };
    let variants = item.variants.into_iter();
    Model {
        rejected,
        mentions_deprecated: item.mentions_deprecated,
        ident: item.ident.clone(),
        visibility: item.visibility.clone(),
        generics: item.generics.clone(),
        fingerprint,
        krate: krate.value().unwrap_or_else(crate_path::default),
        domain: domain.value(),
        envelope: envelope.value(),
        axum: framework(&axum, cfg!(feature = "axum"), errors),
        actix_web: framework(&actix_web, cfg!(feature = "actix-web"), errors),
        retired,
        shared: codes(shared),
        variants: variants.map(|item| variant::lower(item, &defaults, errors)).collect(),
        style,
        prefix,
    }
}

fn text(arg: Arg<Str>) -> Option<String> {
    arg.value().map(Str::into_value)
}

fn codes(arg: Arg<Strings>) -> Vec<Code> {
    let Strings(literals) = arg.value().unwrap_or(Strings(Vec::new()));
    literals.into_iter().map(code_of).collect()
}

fn code_of(literal: Str) -> Code {
    Code { text: literal.value().to_owned(), literal }
}

fn style(name: &Str, errors: &mut Errors) -> Option<Style> {
    let style = Style::named(name.value());
    if style.is_none() {
        errors.push(value::unknown_style(name));
    }
    style
}

/// Whether a code can begin with the prefix: it is spelled in the enum's style and leaves room for more.
fn is_possible(prefix: &Str, style: Option<Style>, errors: &mut Errors) -> bool {
    let text = prefix.value();
    if let Some(report) = style.and_then(|style| {
        if style.accepts_prefix(text) {
            (text.len() >= crate::code_style::MAX_LEN).then(|| code::long_prefix(prefix))
        } else {
            Some(code::prefix_style(prefix, style))
        }
    }) {
        errors.push(report);
        return false;
    }
    true
}

/// Whether the response trait of a framework is implemented: also for a key with a mistake in it, as every handler
/// would miss it.
fn framework(arg: &Arg<Flag>, feature_on: bool, errors: &mut Errors) -> bool {
    if let Some(key) = arg.key().filter(|_| !feature_on) {
        errors.push(container::feature_off(key));
    }
    feature_on && !arg.is_absent()
}
