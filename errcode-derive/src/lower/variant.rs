//! One variant: where its facts come from, and what a response of it carries.

use proc_macro2::{Ident, Span};
use syn::ext::IdentExt;

use super::{Defaults, code_of, docs_url, field, format, header, shown_source, status, text};
use crate::{
    attr::{self, Arg, MessageArgs, Scalar, Seconds, SpannedKey, StatusExpr, VariantArgs},
    diagnostics::{Errors, code, field as field_texts},
    format_string,
    literal::Str,
    model::{
        Code, Coded, DetailValue, Field, Kind, Message, Metadata, StaticDetail, StaticHeader,
        Status, Text, Transparent, Variant,
    },
};

pub(super) fn lower(item: attr::Variant<'_>, defaults: &Defaults, errors: &mut Errors) -> Variant {
    let attr::Variant { ident, is_struct, annotated, keys, args, docs, display, fields, .. } = item;
    let field_keys: Vec<Ident> = fields.iter().flat_map(|field| field.keys.clone()).collect();
    let transparent_fields: Vec<(usize, Span)> = fields
        .iter()
        .enumerate()
        .filter_map(|(index, field)| Some((index, field.args.transparent.key()?.span())))
        .collect();
    let mut fields: Vec<Field> =
        fields.into_iter().map(|item| field::lower(item, errors)).collect();
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
        docs_url,
        page,
        retry_after,
        transparent,
        headers,
        details,
    } = args;
    if transparent.key().is_some() {
        // What it excludes is reported, and is nothing to be asked of the types.
        fields.iter_mut().for_each(Field::clear);
    }
    let forwards_display = matches!(display, Some(attr::DisplayText::Transparent(_)));
    let mut lowering =
        Lowering { ident, fields: &fields, defaults, annotated, forwards_display, errors };
    let whole = transparent.key().cloned();
    let meant_transparent = !transparent.is_absent() || !transparent_fields.is_empty();
    let retry_after = seconds(retry_after);
    let message = if whole.is_some() { Arg::Absent } else { message };
    let message = lowering.message(message, expose.key().is_some() || defaults.expose);
    let (headers, details) =
        if whole.is_some() { (Vec::new(), Vec::new()) } else { (headers, details) };
    let headers = headers.into_iter().filter_map(|given| lowering.header(given)).collect();
    let details = details.into_iter().filter_map(|given| lowering.detail(given)).collect();
    let field = match (&whole, transparent_fields.as_slice()) {
        (Some(_), _) if fields.len() == 1 => Some(0),
        (None, [(field, _), ..]) => Some(*field),
        _ => None,
    };
    let kind = if let Some(field) = field {
        Kind::Transparent(Transparent {
            field,
            status: status.value().and_then(|given| status::lower(&given, lowering.errors)),
            retryable: retryable.value(),
            retry_after,
        })
    } else if meant_transparent {
        Kind::Unusable
    } else {
        let code = lowering.code(code, status.is_absent());
        let status = lowering.status(status);
        let metadata = Metadata {
            title: text(title),
            documented_title: docs.title,
            description: text(description).or(docs.description),
            resolution: text(resolution).or_else(|| defaults.resolution.clone()),
            category: text(category).or_else(|| defaults.category.clone()),
            since: text(since),
            deprecated: text(deprecated)
                .or(docs.deprecated)
                .or_else(|| defaults.deprecated.clone()),
            docs_url: lowering.docs_url(docs_url, code.as_ref()),
            page: page.value(),
        };
        match code {
            Some(code) => Kind::Coded(Coded {
                code,
                status,
                retryable: retryable.value().or(defaults.retryable),
                metadata,
                retry_after,
            }),
            None => Kind::Unusable,
        }
    };
    let transparent_key = whole;
    let shown_source = shown_source::lower(display, &message, &fields);
    Variant {
        ident: ident.clone(),
        is_struct,
        fields,
        kind,
        message,
        headers,
        details,
        shown_source,
        keys,
        field_keys,
        transparent_key,
        transparent_fields: transparent_fields.into_iter().map(|(_, span)| span).collect(),
    }
}

/// What the keys of one variant are read against.
struct Lowering<'a> {
    ident: &'a Ident,
    fields: &'a [Field],
    defaults: &'a Defaults,
    annotated: bool,
    /// Whether its `Display` is that of the error inside.
    forwards_display: bool,
    errors: &'a mut Errors,
}

impl Lowering<'_> {
    fn code(&mut self, given: Arg<attr::Code>, no_status: bool) -> Option<Code> {
        let spelling = &self.defaults.spelling;
        let suggestion = || spelling.suggest(&self.ident.unraw().to_string());
        let no_default = self.defaults.status.is_none() && !self.defaults.status_reported;
        match given {
            Arg::Reported => None,
            Arg::Absent => {
                self.errors.push(if self.forwards_display {
                    code::missing_or_transparent(self.ident, &suggestion())
                } else if self.annotated {
                    code::missing(self.ident, &suggestion())
                } else {
                    code::bare_variant(self.ident, &suggestion(), no_status && no_default)
                });
                None
            }
            Arg::Given(SpannedKey { value: attr::Code::Literal(literal), .. }) => {
                if literal.value().is_empty() {
                    self.errors.push(code::empty(&literal, &suggestion()));
                    return None;
                }
                Some(code_of(literal))
            }
            Arg::Given(SpannedKey { key, value: attr::Code::Tokens(tokens) }) => {
                self.errors.push(code::not_a_literal(&key, &tokens, |text| {
                    spelling.suggest(text.unwrap_or(&self.ident.unraw().to_string()))
                }));
                None
            }
        }
    }

    fn status(&mut self, given: Arg<StatusExpr>) -> Option<Status> {
        match given {
            Arg::Given(given) => status::lower(&given.value, self.errors),
            Arg::Reported => None,
            Arg::Absent => {
                let default = self.defaults.status.clone();
                // A bare variant has been told of both.
                if default.is_none() && self.annotated && !self.defaults.status_reported {
                    self.errors.push(code::missing_status(self.ident));
                }
                default
            }
        }
    }

    fn docs_url(&mut self, own: Arg<Str>, code: Option<&Code>) -> Option<String> {
        let template = match own {
            Arg::Absent => self.defaults.docs_url.clone(),
            Arg::Reported => None,
            Arg::Given(given) => docs_url::template(&given.value, self.errors),
        };
        Some(docs_url::of(&template?, &code?.text))
    }

    fn message(&mut self, given: Arg<MessageArgs>, expose: bool) -> Message {
        match given {
            Arg::Absent if expose => Message::Exposed,
            Arg::Absent => Message::Default,
            Arg::Reported => Message::Unknown,
            Arg::Given(given) => {
                let MessageArgs { literal, arguments } = given.value;
                let format = format::lower(
                    "message",
                    &literal,
                    arguments,
                    self.ident,
                    self.fields,
                    self.errors,
                );
                format.map_or(Message::Unknown, Message::Template)
            }
        }
    }

    /// A text that interpolates fields, if there are any in it.
    fn text(&mut self, key: &str, literal: &Str) -> Option<Text> {
        if !format_string::has_braces(literal.value()) {
            return Some(Text::Static(literal.clone()));
        }
        let format = format::lower(key, literal, Vec::new(), self.ident, self.fields, self.errors)?;
        Some(if format.fields.is_empty() {
            Text::Static(Str::new(&format_string::unescaped(literal.value()), literal.span()))
        } else {
            Text::Format(format)
        })
    }

    fn header(&mut self, given: SpannedKey<attr::StaticHeader>) -> Option<StaticHeader> {
        let attr::StaticHeader(name, value) = given.value;
        let name = header::name(&name, self.errors);
        let legal = header::value(&value, self.errors);
        let value = self.text("header", &value)?;
        name.filter(|_| legal).map(|name| StaticHeader { name, value })
    }

    fn detail(&mut self, given: SpannedKey<attr::StaticDetail>) -> Option<StaticDetail> {
        let attr::StaticDetail(name, value) = given.value;
        if name.value().is_empty() {
            self.errors.push(field_texts::empty_detail_name(&name));
        }
        let value = match value {
            Scalar::Text(literal) => DetailValue::Text(self.text("detail", &literal)?),
            Scalar::Integer(tokens) => DetailValue::Integer(tokens),
            Scalar::Number(tokens) => DetailValue::Number(tokens),
            Scalar::Boolean(value) => DetailValue::Boolean(value),
            Scalar::Null => DetailValue::Null,
        };
        Some(StaticDetail { name, value })
    }
}

fn seconds(arg: Arg<Seconds>) -> Option<(Span, u64)> {
    match arg {
        Arg::Given(given) => Some((given.key.span(), given.value.0)),
        Arg::Absent | Arg::Reported => None,
    }
}
