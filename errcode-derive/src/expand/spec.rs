//! The static facts of each code.
//!
//! ```text
//! static __SPECS: [CodeSpec; 1] = [CodeSpec { __row: Row {
//!     hash: 0x3c7a…, status: 410, flags: 0, promises: 0x51…,
//!     facts: Facts::Derived("JOB_EXPIREDJobError::Expiredsrc/jobs.rs:12Job deadline passed", [0x…, 0x…], &__MORE),
//! } }];
//! ```
//!
//! Each thing that stands in a row costs the compiler as much as a line of code, and a call far more. So the texts of a
//! row are one literal, and what the macro can compute, such as the hash of a code, is no work for the compiler. What
//! comes from a domain is one more static, to which the rows refer.

use std::{collections::HashMap, ops::Range};

use proc_macro2::Span;
use quote::quote_spanned;
use syn::{Ident, Type, ext::IdentExt, spanned::Spanned};

use super::{
    code::{Code, code},
    flags,
    inner::{Access, access},
    private_ident,
};
use crate::{
    diagnostics::{field::leaked_below_500, status::UNKNOWN_NOT_ALLOWED},
    hash,
    literal::Str,
    model::{Coded, Kind, Model, ShownSource, Status, Variant},
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
        let mut shared = Shared::default();
        for (index, (variant, coded)) in self.0.coded().enumerate() {
            rows.append(row(self.0, index, variant, coded, &mut shared));
            rows.push(",");
        }
        let mut len = self.len();
        if self.is_incomplete() {
            rows.push("__errcode::CodeSpec::new(\"\", __errcode::status(500))");
            len += 1;
        }
        let mut table = shared.into_code();
        table.write(format_args!("static {}: [__errcode::CodeSpec; {len}] =", Self::name()));
        table.brackets(rows);
        table.push(";");
        if self.0.domain.is_some() {
            table.append(membership(self.0));
        }
        table
    }
}

/// What rows refer to; what several rows need stands once.
#[derive(Default)]
struct Shared {
    /// The place of each value in the table of what few codes have.
    more: HashMap<String, usize>,
    table: Code,
    pages: Code,
    pages_len: usize,
}

impl Shared {
    /// The place, counted from 1, of this value in the table.
    fn more(&mut self, value: String) -> usize {
        let next = self.more.len() + 1;
        *self.more.entry(value).or_insert_with_key(|value| {
            self.table.write(format_args!("{value},"));
            next
        })
    }

    /// The text of a file, in an error about which the compiler points at its name.
    fn page(&mut self, file: &Str) -> String {
        let name = format!("__PAGE_{}", self.pages_len);
        self.pages_len += 1;
        let ident = private_ident(&name);
        self.pages.push_tokens(quote_spanned! {file.span()=>
            const #ident: &__errcode::std::primitive::str = __errcode::std::include_str!(#file);
        });
        name
    }

    fn into_code(self) -> Code {
        let mut code = self.pages;
        if !self.more.is_empty() {
            code.write(format_args!("static __MORE: [__errcode::More; {}] =", self.more.len()));
            code.brackets(self.table);
            code.push(";");
        }
        code
    }
}

fn list(items: &[String]) -> String {
    format!("&[{}]", items.join(", "))
}

/// The size of an `errcode_core::private::Chunk`.
const CHUNK: usize = 16;

/// What the rows of a table have of their domain: one that has a URL of its own takes part all the same.
fn membership(model: &Model) -> Code {
    let codes: Vec<String> =
        model.coded().map(|(_, coded)| percent_encoded(&coded.code.text)).collect();
    let longest = codes.iter().map(String::len).max().unwrap_or(0);
    let lens: Vec<String> = codes.iter().map(|code| code.len().to_string()).collect();
    // Each fills as many chunks as the longest.
    let room = longest.next_multiple_of(CHUNK);
    let padded: Vec<String> = codes.iter().map(|code| format!("{code:room$}")).collect();
    code!(
        "static __URLS: [[__errcode::Chunk; __DOMAIN.docs_url.chunks({longest})]; {}] = \
             __DOMAIN.docs_url.urls({:?}, [{}]); \
         static __MEMBERSHIP: __errcode::Membership = __errcode::Membership::new(&__DOMAIN, &__URLS);",
        codes.len(),
        padded.concat(),
        lens.join(", "),
    )
}

fn row(model: &Model, index: usize, variant: &Variant, coded: &Coded, shared: &mut Shared) -> Code {
    let Coded { code, status, metadata, .. } = coded;
    let ident = model.ident.unraw();
    let name = if variant.is_struct {
        ident.to_string()
    } else {
        format!("{ident}::{}", variant.ident.unraw())
    };
    let location = span::location(variant.ident.span());
    let title = metadata.title.as_ref().or(metadata.documented_title.as_ref());
    let given = |text: Option<&'_ String>| text.map_or("", String::as_str).to_owned();
    let (docs_url, row_of_url) = match (&metadata.docs_url, &model.domain) {
        (None, Some(_)) => (code_in_url(&code.text), index + 1),
        (own, _) => (given(own.as_ref()), 0),
    };
    let texts = [
        code.text.clone(),
        name,
        location,
        given(title),
        given(metadata.description.as_ref()),
        given(metadata.category.as_ref()),
        given(metadata.resolution.as_ref()),
        docs_url,
        given(metadata.since.as_ref()),
        given(metadata.deprecated.as_ref()),
    ];
    let mut promises = Promises::of(&code.text);
    let more = more(model, variant, coded, &mut promises, shared);
    let lens = texts.each_ref().map(String::len);
    let Some([first, last]) = places(lens, row_of_url, more.unwrap_or(0)) else {
        return code!(
            "::core::compile_error!(\"the texts of a code are longer than two megabytes\")"
        );
    };

    let mut row = code!("hash: {:#x}, status:", hash::fnv_1a(&code.text));
    match status {
        Some(Status::Number(number)) => row.write(format_args!("{number}")),
        Some(status @ Status::Path(..)) => {
            row.append(expand_status(status, variant.shown_source.as_ref()));
            row.push(".as_u16()");
        }
        None => row.push("500"),
    }
    let flags = flags::of(model, variant, coded);
    let promises = promises.number();
    row.write(format_args!(
        ", flags: {flags:#x}, promises: {promises:#x}, facts: __errcode::Facts::Derived"
    ));
    let more = if more.is_some() { "&__MORE" } else { "&[]" };
    row.parentheses(code!("{:?}, [{first:#x}, {last:#x}], {more}", texts.concat()));

    let mut literal = code!("__row: __errcode::Row");
    literal.braces(row);
    let mut spec = code!("__errcode::CodeSpec");
    spec.braces(literal);
    spec
}

/// The code as it stands in a URL; nothing if it stands there as it is.
fn code_in_url(code: &str) -> String {
    let encoded = percent_encoded(code);
    if encoded == code { String::new() } else { encoded }
}

/// `errcode_core::private::places`, while the macro runs.
fn places(lens: [usize; 10], url: usize, more: usize) -> Option<[u128; 2]> {
    let ends = lens.into_iter().scan(0, |end, len| {
        *end += len;
        Some(*end)
    });
    let mut places = [0; 2];
    for (index, place) in ends.chain([url, more]).enumerate() {
        if place >> 21 != 0 {
            return None;
        }
        places[index / 6] |= (place as u128) << (index % 6 * 21);
    }
    Some(places)
}

/// The place of what few codes have, if the code has any of it.
fn more(
    model: &Model,
    variant: &Variant,
    coded: &Coded,
    promises: &mut Promises<'_>,
    shared: &mut Shared,
) -> Option<usize> {
    let is_plain = variant.details.is_empty()
        && variant.fields.iter().all(|field| field.detail.is_none())
        && variant.header_names().next().is_none()
        && coded.retry_after.is_none()
        && coded.metadata.page.is_none()
        && model.domain.is_none();
    if is_plain {
        return None;
    }
    let details = list(&details(variant, promises));
    let headers = list(&header_names(variant, promises));
    let nanoseconds =
        coded.retry_after.map_or(0, |(_, seconds)| seconds.saturating_mul(1_000_000_000));
    let page = match &coded.metadata.page {
        Some(file) => shared.page(file),
        None => "\"\"".to_owned(),
    };
    let domain = match &model.domain {
        Some(_) => "Member(&__MEMBERSHIP)",
        None => "Named(\"\")",
    };
    let more = format!(
        "__errcode::More {{ details: {details}, headers: {headers}, retry_after: {nanoseconds}, \
         page: {page}, domain: __errcode::DomainPart::{domain} }}"
    );
    Some(shared.more(more))
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

/// A status, and the checks of one whose number is known to the compiler alone.
pub(super) fn expand_status(status: &Status, shown: Option<&ShownSource>) -> Code {
    match status {
        Status::Number(number) => code!("__errcode::status({number})"),
        Status::Path(path, number) => {
            let span = path.span();
            // Of the macro: the crate `http` is in scope, and would be linted as qualified without need.
            let at = Span::call_site().located_at(span);
            let ty = quote_spanned!(at=> __errcode::http::StatusCode);
            let leak = shown.filter(|_| number.is_none()).map(|source| {
                let text = leaked_below_500(source);
                quote_spanned! {span=>
                    const _: () = if __STATUS.as_u16() < 500 { __errcode::std::panic!(#text) };
                }
            });
            let status = quote_spanned! {span=> {
                const __STATUS: #ty = #path;
                const _: () = if !__errcode::is_allowed(__STATUS.as_u16()) {
                    __errcode::std::panic!(#UNKNOWN_NOT_ALLOWED)
                };
                #leak
                __STATUS
            }};
            status.into()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{CHUNK, places};

    #[test]
    fn codes_fill_the_chunks_of_the_run_time() {
        assert_eq!(CHUNK, size_of::<errcode_core::private::Chunk>());
    }

    #[test]
    fn the_run_time_reads_the_same_places() {
        for lens in [[0; 10], [11, 3, 0, 250, 70_000, 1, 2, 3, 4, 5], [300_000; 10]] {
            for (url, more) in [(0, 0), (1, 0), (0, 1), (2_000, 7), (1 << 21, 1), (1, 1 << 21)] {
                let of_run_time = errcode_core::private::places(lens, url, more);
                assert_eq!(places(lens, url, more), of_run_time);
            }
        }
    }
}
