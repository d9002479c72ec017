//! The static facts of each code.
//!
//! ```text
//! static __SPECS: [CodeSpec; 1] = [
//!     CodeSpec::new("JOB_EXPIRED", status(410)).with_variant("JobError::Expired").with_location("src/jobs.rs:12"),
//! ];
//! ```

use std::ops::Range;

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::{Ident, LitStr, Type, ext::IdentExt, spanned::Spanned};

use super::{
    inner::{Access, access},
    private_ident,
};
use crate::{
    diagnostics::status::UNKNOWN_NOT_ALLOWED,
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

    /// The static.
    pub(super) fn expand(&self) -> TokenStream {
        let name = Self::name();
        let mut rows: Vec<TokenStream> =
            self.0.coded().map(|(variant, coded)| spec(self.0, variant, coded)).collect();
        if self.is_incomplete() {
            rows.push(quote!(__errcode::CodeSpec::new("", __errcode::status(500))));
        }
        let len = Literal::usize_unsuffixed(rows.len());
        quote!(static #name: [__errcode::CodeSpec; #len] = [#(#rows),*];)
    }
}

fn spec(model: &Model, variant: &Variant, coded: &Coded) -> TokenStream {
    let Coded { code, status, retryable, metadata, retry_after } = coded;
    let status = status.as_ref().map_or_else(|| quote!(__errcode::status(500)), expand_status);
    let ident = model.ident.unraw();
    let name = if variant.is_struct {
        ident.to_string()
    } else {
        format!("{ident}::{}", variant.ident.unraw())
    };
    let location = span::location(variant.ident.span());
    let text = LitStr::new(&code.text, code.literal.span());
    let mut spec = quote! {
        __errcode::CodeSpec::new(#text, #status).with_variant(#name).with_location(#location)
    };
    let mut with = |setter: &str, value: Option<&dyn ToTokens>| {
        let setter = format_ident!("with_{setter}");
        if let Some(value) = value {
            spec.extend(quote!(.#setter(#value)));
        }
    };
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
    with("retryable", retryable.as_ref().map(|value| value as _));
    let documented_title = documented_title.as_ref().filter(|_| title.is_none());
    with("documented_title", documented_title.map(|text| text as _));
    for (setter, text) in [
        ("title", title),
        ("description", description),
        ("resolution", resolution),
        ("category", category),
        ("since", since),
        ("deprecated", deprecated),
        ("docs_url", docs_url),
    ] {
        with(setter, text.as_ref().map(|text| text as _));
    }
    let page = page.as_ref().map(|file| {
        let span = file.span();
        quote_spanned!(span=> ::core::include_str!(#file))
    });
    with("page", page.as_ref().map(|page| page as _));
    let wait =
        retry_after.map(|(_, seconds)| quote!(__errcode::std::time::Duration::from_secs(#seconds)));
    with("retry_after", wait.as_ref().map(|wait| wait as _));
    spec.extend(response(&code.text, variant));
    if model.is_shared(&code.text) {
        spec.extend(quote!(.with_shared()));
    }
    if model.domain.is_some() {
        spec.extend(in_domain(&code.text, docs_url.is_some()));
    }
    spec
}

/// What responses carry.
fn response(code: &str, variant: &Variant) -> TokenStream {
    let mut tokens = TokenStream::new();
    let mut promises = Promises::of(code);
    let of_variant =
        variant.details.iter().map(|detail| (detail.name.value(), detail.value.kind(), false));
    let of_fields = variant.fields.iter().filter_map(|field| {
        let detail = field.detail.as_ref()?;
        Some((detail.name.clone(), detail.kind, field.is_option() || detail.skip_if.is_some()))
    });
    let details = of_variant.chain(of_fields).map(|(name, kind, is_optional)| {
        promises.detail(&name, kind.as_str(), is_optional);
        let optional = is_optional.then(|| quote!(.optional()));
        quote!(__errcode::DetailSpec::new(#name, #kind) #optional)
    });
    let details: Vec<_> = details.collect();
    if !details.is_empty() {
        tokens.extend(quote!(.with_details(&[#(#details),*])));
    }
    let of_variant = variant.headers.iter().map(|header| &header.name.lowercase);
    let of_fields =
        variant.fields.iter().filter_map(|field| Some(&field.header.as_ref()?.lowercase));
    let headers: Vec<_> = of_variant.chain(of_fields).collect();
    if !headers.is_empty() {
        for name in &headers {
            promises.header(name);
        }
        tokens.extend(quote!(.with_headers(&[#(#headers),*])));
    }
    let number = promises.number();
    tokens.extend(quote!(.with_promises(#number)));
    if variant.fields.iter().any(|field| field.retry_after.is_some()) {
        tokens.extend(quote!(.with_runtime_retry_after()));
    }
    if variant.fields.iter().any(|field| field.field_errors.is_some()) {
        tokens.extend(quote!(.with_field_errors()));
    }
    tokens
}

/// What the domain says of every code.
fn in_domain(code: &str, has_docs_url: bool) -> TokenStream {
    let docs_url = (!has_docs_url).then(|| {
        let code = percent_encoded(code);
        quote! {
            .with_docs_url_of(&__errcode::docs_url::<{
                __errcode::docs_url_len(__DOMAIN.template, #code)
            }>(__DOMAIN.template, #code))
        }
    });
    quote!(.with_domain_of(&__DOMAIN) #docs_url)
}

pub(super) fn expand_status(status: &Status) -> TokenStream {
    match status {
        Status::Number(number) => quote!(__errcode::status(#number)),
        Status::Path(path, _) => {
            // Its number is known to the compiler alone, so the compiler checks it.
            quote_spanned! {path.span()=> {
                const __STATUS: __errcode::http::StatusCode = #path;
                const _: () = if !__errcode::is_allowed(__STATUS.as_u16()) {
                    ::core::panic!(#UNKNOWN_NOT_ALLOWED)
                };
                __STATUS
            }}
        }
    }
}
