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
use syn::{Ident, Type, ext::IdentExt, spanned::Spanned};

use super::own;
use crate::{
    message::STATUS_RULE,
    model::{Coded, Kind, Model, Status, Texts, Variant},
    source,
};

/// The table of a type: a row for each coded variant, in the order of declaration.
pub(super) struct Table<'m>(&'m Model);

/// A part of a type's codes, in the order of declaration.
pub(super) enum Segment<'m> {
    /// Rows of the table.
    Own(Range<usize>),
    /// The type of a transparent variant.
    Inner(&'m Type),
}

impl<'m> Table<'m> {
    pub(super) const fn of(model: &'m Model) -> Self {
        Self(model)
    }

    /// The name of the static.
    pub(super) fn name() -> Ident {
        own("__SPECS")
    }

    pub(super) fn segments(&self) -> Vec<Segment<'m>> {
        let mut segments = Vec::new();
        let mut row = 0;
        for variant in &self.0.variants {
            match (&variant.kind, segments.last_mut()) {
                (Kind::Transparent, _) => segments.push(Segment::Inner(&variant.fields[0].ty)),
                (Kind::Coded(_), last) => {
                    if let Some(Segment::Own(rows)) = last {
                        rows.end += 1;
                    } else {
                        segments.push(Segment::Own(row..row + 1));
                    }
                    row += 1;
                }
            }
        }
        segments
    }

    /// The `CodeSpec` of a coded variant.
    pub(super) fn spec(&self, variant: usize) -> TokenStream {
        let name = Self::name();
        let row = self.0.variants[..variant].iter().filter(|variant| variant.coded().is_some());
        let row = Literal::usize_unsuffixed(row.count());
        quote!(&#name[#row])
    }

    /// The static.
    pub(super) fn expand(&self) -> TokenStream {
        let name = Self::name();
        let rows: Vec<TokenStream> = self
            .0
            .variants
            .iter()
            .filter(|variant| variant.coded().is_some())
            .map(|variant| spec(self.0, variant))
            .collect();
        let len = Literal::usize_unsuffixed(rows.len());
        quote!(static #name: [__errcode::CodeSpec; #len] = [#(#rows),*];)
    }
}

fn spec(model: &Model, variant: &Variant) -> TokenStream {
    let Some(Coded { code, status, retryable, texts, retry_after, .. }) = variant.coded() else {
        return TokenStream::new();
    };
    let status = expand_status(status);
    let ident = model.ident.unraw();
    let name = if variant.is_struct {
        ident.to_string()
    } else {
        format!("{ident}::{}", variant.ident.unraw())
    };
    let location = source::location(variant.ident.span());
    let mut spec = quote! {
        __errcode::CodeSpec::new(#code, #status).with_variant(#name).with_location(#location)
    };
    let mut with = |setter: &str, value: Option<&dyn ToTokens>| {
        let setter = format_ident!("with_{setter}");
        if let Some(value) = value {
            spec.extend(quote!(.#setter(#value)));
        }
    };
    let Texts { title, description, resolution, category, since, deprecated, docs_url } = texts;
    with("retryable", retryable.as_ref().map(|value| value as _));
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
    let wait =
        retry_after.map(|(_, seconds)| quote!(__errcode::std::time::Duration::from_secs(#seconds)));
    with("retry_after", wait.as_ref().map(|wait| wait as _));
    spec
}

fn expand_status(status: &Status) -> TokenStream {
    match status {
        Status::Number(number) => quote!(__errcode::status(#number)),
        Status::Path(path) => {
            // Its number is known to the compiler alone, so the compiler checks it.
            let text = format!("an error cannot answer with this status: {STATUS_RULE}");
            quote_spanned! {path.span()=> {
                const __STATUS: __errcode::http::StatusCode = #path;
                const _: () = if !__errcode::is_allowed(__STATUS.as_u16()) {
                    ::core::panic!(#text)
                };
                __STATUS
            }}
        }
    }
}
