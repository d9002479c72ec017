use darling::error::Accumulator;
use proc_macro2::{Ident, Span};
use syn::LitStr;

use super::{Defaults, PLACEHOLDER, docs_url, field, format, header, lower_status, text, value};
use crate::{
    attr::{Docs, Flag, Given, Keyed, Pair, Seconds, StatusValue, VariantArgs, VariantItem},
    message,
    model::{Coded, Field, Kind, Message, StaticHeader, Status, Texts, Variant},
};

pub(super) fn lower(
    item: VariantItem<'_>,
    defaults: &Defaults,
    errors: &mut Accumulator,
) -> Variant {
    let VariantItem { ident, is_struct, annotated, keys, attempted, args, docs, fields } = item;
    let transparent = args.transparent.is_some();
    // A value behind `transparent` is reported below, and nothing else of such a variant.
    if matches!(args.transparent, Some(Ok(_))) {
        let others = keys.iter().chain(fields.iter().flat_map(|field| &field.keys));
        if let Some(first) = others.into_iter().find(|key| *key != "transparent") {
            errors.push(message::transparent_with_keys(first));
        }
        if fields.len() != 1 {
            errors.push(message::transparent_fields(ident, fields.len()));
        }
    }
    let fields: Vec<Field> = fields.into_iter().map(|item| field::lower(item, errors)).collect();
    let kind = if transparent {
        value(args.transparent, errors);
        Kind::Transparent
    } else {
        Kind::Coded(
            Lower { ident, fields: &fields, attempted, defaults, errors }
                .coded(args, docs, annotated),
        )
    };
    Variant { ident: ident.clone(), is_struct, fields, kind }
}

/// What the keys of one variant are read against.
struct Lower<'a> {
    ident: &'a Ident,
    fields: &'a [Field],
    attempted: Vec<&'static str>,
    defaults: &'a Defaults,
    errors: &'a mut Accumulator,
}

impl Lower<'_> {
    fn coded(mut self, args: VariantArgs, docs: Docs, annotated: bool) -> Coded {
        let VariantArgs {
            code,
            status,
            retryable,
            message,
            expose,
            title,
            description,
            resolution,
            category,
            since,
            deprecated,
            retry_after,
            headers,
            details,
            transparent: _,
        } = args;
        if !annotated {
            let needs_status = self.defaults.status.is_none();
            let code = self.suggested_code();
            self.errors.push(message::bare_variant(self.ident, &code, needs_status));
        }
        let defaults = self.defaults;
        let code = self.code(code, annotated);
        let status = self.status(status, annotated);
        let docs_url = defaults.docs_url.as_deref().map(|url| docs_url::of(url, &code.value()));
        let message = self.message(message, expose);
        let deprecated = text(deprecated, self.errors)
            .or(docs.deprecated)
            .or_else(|| defaults.deprecated.clone());
        let errors = self.errors;
        Coded {
            code,
            status,
            retryable: value(retryable, errors).or(defaults.retryable),
            message,
            texts: Texts {
                title: text(title, errors).or(docs.title),
                description: text(description, errors).or(docs.description),
                resolution: text(resolution, errors),
                category: text(category, errors).or_else(|| defaults.category.clone()),
                since: text(since, errors),
                deprecated,
                docs_url,
            },
            retry_after: seconds(retry_after, errors),
            headers: headers.into_iter().filter_map(|given| static_header(given, errors)).collect(),
            details: details.into_iter().filter_map(|given| static_detail(given, errors)).collect(),
        }
    }

    fn suggested_code(&self) -> String {
        let prefix = self.defaults.prefix.as_ref().map(LitStr::value).unwrap_or_default();
        self.defaults.style.spell(&self.ident.to_string(), &prefix)
    }

    fn code(&mut self, given: Given<LitStr>, annotated: bool) -> LitStr {
        if given.is_none() && annotated && !self.attempted.contains(&"code") {
            self.errors.push(message::missing_code(self.ident, &self.suggested_code()));
        }
        let Some(code) = value(given, self.errors) else {
            return LitStr::new("", self.ident.span());
        };
        if code.value().is_empty() {
            self.errors.push(message::empty_code(&code, &self.suggested_code()));
        }
        code
    }

    fn status(&mut self, given: Given<StatusValue>, annotated: bool) -> Status {
        let status = lower_status(given, self.errors).or_else(|| self.defaults.status.clone());
        if status.is_none() && annotated && !self.attempted.contains(&"status") {
            self.errors.push(message::missing_status(self.ident));
        }
        status.unwrap_or(PLACEHOLDER)
    }

    fn message(&mut self, given: Given<LitStr>, expose: Given<Flag>) -> Message {
        let expose = value(expose, self.errors).is_some();
        match value(given, self.errors) {
            Some(literal) => {
                Message::Written(format::lower(&literal, self.ident, self.fields, self.errors))
            }
            None if expose => Message::Exposed,
            None => Message::Default,
        }
    }
}

fn seconds(given: Given<Seconds>, errors: &mut Accumulator) -> Option<(Span, u64)> {
    let given = errors.handle(given?)?;
    Some((given.key.span(), given.value.0))
}

fn static_header(
    given: darling::Result<Keyed<Pair>>,
    errors: &mut Accumulator,
) -> Option<StaticHeader> {
    let Pair(name, value) = errors.handle(given)?.value;
    let name = header::name(&name, errors);
    header::value(&value, errors);
    Some(StaticHeader { name, value })
}

fn static_detail(
    given: darling::Result<Keyed<Pair>>,
    errors: &mut Accumulator,
) -> Option<(LitStr, LitStr)> {
    let Pair(name, value) = errors.handle(given)?.value;
    if name.value().is_empty() {
        errors.push(message::empty_detail_name(&name));
    }
    Some((name, value))
}
