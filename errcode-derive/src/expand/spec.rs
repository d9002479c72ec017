//! The static facts of each code.
//!
//! ```text
//! static __SPECS: [CodeSpec; 1] = [
//!     row("JOB_EXPIRED", 0x3c7a…, 410, 0, "JobError::Expired", "src/jobs.rs:12", "Job deadline passed", …),
//! ];
//! ```
//!
//! All of a row is one call: a setter for each fact would move the whole row in const evaluation. What the macro can
//! compute, such as the hash of a code, is no work there either.

use std::ops::Range;

use quote::quote_spanned;
use syn::{Ident, Type, ext::IdentExt, spanned::Spanned};

use super::{
    code::{Code, code},
    flags,
    inner::{Access, access},
    private_ident,
};
use crate::{
    diagnostics::status::UNKNOWN_NOT_ALLOWED,
    hash,
    model::{Coded, Kind, Metadata, Model, Status, Variant},
    percent::percent_encoded,
    promises::Promises,
    span,
};

/// The table of a type: a row for each coded variant, in the order of declaration; after them one that stands for the
/// variants that cannot be used, if there are any.
pub(super) struct Table<'m>(&'m Model);

/// A part of a type's codes, in the order of declaration.
pub(super) enum Segment<'m> {
    /// Rows of the table.
    Own(Range<usize>),
    /// The type of a transparent field.
    Inner(&'m Type, Access),
}

impl<'m> Table<'m> {
    pub(super) const fn of(model: &'m Model) -> Self {
        Self(model)
    }

    /// The name of the static.
    pub(super) fn name() -> Ident {
        private_ident("__SPECS")
    }

    pub(super) fn segments(&self) -> Vec<Segment<'m>> {
        let mut segments = Vec::new();
        let mut row = 0;
        for (index, variant) in self.0.variants.iter().enumerate() {
            match (&variant.kind, segments.last_mut()) {
                (Kind::Transparent(transparent), _) => {
                    let ty = &variant.fields[transparent.field].ty;
                    match access(self.0, index, ty) {
                        Access::Itself => {}
                        access => segments.push(Segment::Inner(ty, access)),
                    }
                }
                (Kind::Coded(_), Some(Segment::Own(rows))) => {
                    rows.end += 1;
                    row += 1;
                }
                (Kind::Coded(_), _) => {
                    segments.push(Segment::Own(row..row + 1));
                    row += 1;
                }
                (Kind::Unusable, _) => {}
            }
        }
        segments
    }

    /// The row of each variant.
    pub(super) fn rows(&self) -> Vec<usize> {
        let coded = self.len();
        let mut row = 0;
        let rows = self.0.variants.iter().map(|variant| match variant.kind {
            Kind::Coded(_) => {
                row += 1;
                row - 1
            }
            Kind::Transparent(_) | Kind::Unusable => coded,
        });
        rows.collect()
    }

    /// The number of codes.
    pub(super) fn len(&self) -> usize {
        self.0.coded().count()
    }

    /// Whether there is a row that is no code.
    pub(super) fn is_incomplete(&self) -> bool {
        self.0.variants.iter().any(Variant::is_unusable)
    }

    /// The static, after those that its rows share.
    pub(super) fn expand(&self) -> Code {
        let mut rows = Code::default();
        let mut lists = Lists::default();
        for (variant, coded) in self.0.coded() {
            rows.append(row(self.0, variant, coded, &mut lists));
            rows.push(",");
        }
        let mut len = self.len();
        if self.is_incomplete() {
            rows.push("__errcode::CodeSpec::new(\"\", __errcode::status(500))");
            len += 1;
        }
        let mut table = lists.expand();
        table.write(format_args!("static {}: [__errcode::CodeSpec; {len}] =", Self::name()));
        table.brackets(rows);
        table.push(";");
        table
    }
}

/// The details and headers that rows declare; those of several rows stand once.
#[derive(Default)]
struct Lists {
    details: Vec<Vec<String>>,
    headers: Vec<Vec<String>>,
}

impl Lists {
    fn expand(self) -> Code {
        let mut code = Code::default();
        for (name, ty, lists) in [
            ("__DETAILS", "__errcode::DetailSpec", self.details),
            ("__HEADER_NAMES", "&__errcode::std::primitive::str", self.headers),
        ] {
            for (index, list) in lists.iter().enumerate() {
                let (len, items) = (list.len(), list.join(", "));
                code.write(format_args!("static {name}_{index}: [{ty}; {len}] = [{items}];"));
            }
        }
        code
    }
}

/// A reference to the list, which is added if it is a new one.
fn reference(name: &str, lists: &mut Vec<Vec<String>>, list: Vec<String>) -> String {
    if list.is_empty() {
        return "&[]".to_owned();
    }
    let index = lists.iter().position(|known| *known == list).unwrap_or_else(|| {
        lists.push(list);
        lists.len() - 1
    });
    format!("&{name}_{index}")
}

fn row(model: &Model, variant: &Variant, coded: &Coded, lists: &mut Lists) -> Code {
    let Coded { code, status, metadata, retry_after, .. } = coded;
    let Metadata {
        title,
        documented_title,
        description,
        resolution,
        category,
        since,
        deprecated,
        docs_url,
        page,
    } = metadata;
    let ident = model.ident.unraw();
    let name = if variant.is_struct {
        ident.to_string()
    } else {
        format!("{ident}::{}", variant.ident.unraw())
    };
    let location = span::location(variant.ident.span());
    let mut arguments = code!("{:?}, {:#x},", code.text, hash::fnv_1a(&code.text));
    match status {
        Some(Status::Number(number)) => arguments.write(format_args!("{number}")),
        Some(status @ Status::Path(..)) => {
            arguments.append(expand_status(status));
            arguments.push(".as_u16()");
        }
        None => arguments.push("500"),
    }
    let flags = flags::of(model, variant, coded);
    arguments.write(format_args!(", {flags:#x}, {name:?}, {location:?}"));
    let title = title.as_ref().or(documented_title.as_ref());
    for text in [
        title,
        description.as_ref(),
        category.as_ref(),
        resolution.as_ref(),
        docs_url.as_ref(),
        since.as_ref(),
        deprecated.as_ref(),
    ] {
        arguments.write(format_args!(", {:?}", text.map_or("", String::as_str)));
    }
    let seconds = retry_after.map_or(0, |(_, seconds)| seconds);
    let mut promises = Promises::of(&code.text);
    let details = details(variant, &mut promises);
    let details = reference("__DETAILS", &mut lists.details, details);
    let headers = header_names(variant, &mut promises);
    let headers = reference("__HEADER_NAMES", &mut lists.headers, headers);
    let promises = promises.number();
    arguments.write(format_args!(", {seconds}, {details}, {headers}, {promises:#x}"));
    let mut row = code!("__errcode::row");
    row.parentheses(arguments);
    if let Some(file) = page {
        row.push(".with_page");
        row.parentheses(quote_spanned!(file.span()=> ::core::include_str!(#file)).into());
    }
    if model.domain.is_some() {
        in_domain(&mut row, &code.text, docs_url.is_some());
    }
    row
}

/// The details that responses carry.
fn details(variant: &Variant, promises: &mut Promises<'_>) -> Vec<String> {
    let of_variant =
        variant.details.iter().map(|detail| (detail.name.value(), detail.value.kind(), false));
    let of_fields = variant.fields.iter().filter_map(|field| {
        let detail = field.detail.as_ref()?;
        let is_optional = field.is_option || detail.skip_if.is_some();
        Some((detail.name.as_str(), detail.kind, is_optional))
    });
    let specs = of_variant.chain(of_fields).map(|(name, kind, is_optional)| {
        promises.detail(name, kind.as_str(), is_optional);
        let optional = if is_optional { ".optional()" } else { "" };
        format!("__errcode::DetailSpec::new({name:?}, __errcode::DetailKind::{kind:?}){optional}")
    });
    specs.collect()
}

/// The names of the headers that responses carry.
fn header_names(variant: &Variant, promises: &mut Promises<'_>) -> Vec<String> {
    let names = variant.header_names().map(|name| {
        promises.header(name);
        format!("{name:?}")
    });
    names.collect()
}

/// What the domain says of every code.
fn in_domain(row: &mut Code, code: &str, has_docs_url: bool) {
    row.push(".with_domain_of(&__DOMAIN)");
    if !has_docs_url {
        let code = percent_encoded(code);
        row.write(format_args!(
            ".with_docs_url_of(&__errcode::docs_url::<{{
                __errcode::docs_url_len(__DOMAIN.template, {code:?})
            }}>(__DOMAIN.template, {code:?}))"
        ));
    }
}

pub(super) fn expand_status(status: &Status) -> Code {
    match status {
        Status::Number(number) => code!("__errcode::status({number})"),
        Status::Path(path, _) => {
            // Its number is known to the compiler alone, so the compiler checks it.
            let status = quote_spanned! {path.span()=> {
                const __STATUS: __errcode::http::StatusCode = #path;
                const _: () = if !__errcode::is_allowed(__STATUS.as_u16()) {
                    ::core::panic!(#UNKNOWN_NOT_ALLOWED)
                };
                __STATUS
            }};
            status.into()
        }
    }
}
