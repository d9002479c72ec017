//! The static facts of each code.
//!
//! ```text
//! const __RUN_0: &[CodeSpec] = &[
//!     CodeSpec::new("JOB_EXPIRED", status(410)).with_variant("JobError::Expired").with_location("src/jobs.rs:12"),
//! ];
//! ```

use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::{Ident, ext::IdentExt, spanned::Spanned};

use super::own;
use crate::{
    message::STATUS_RULE,
    model::{Coded, Kind, Model, Status, Texts, Variant},
    source,
};

/// The runs of coded variants between transparent ones, so that `CODES` keeps the order of declaration.
pub(super) struct Runs(Vec<Run>);

pub(super) enum Run {
    /// Indices of coded variants.
    Coded(Vec<usize>),
    /// The index of a transparent variant.
    Transparent(usize),
}

impl Runs {
    pub(super) fn of(model: &Model) -> Self {
        let mut runs: Vec<Run> = Vec::new();
        for (at, variant) in model.variants.iter().enumerate() {
            match (&variant.kind, runs.last_mut()) {
                (Kind::Transparent, _) => runs.push(Run::Transparent(at)),
                (Kind::Coded(_), Some(Run::Coded(run))) => run.push(at),
                (Kind::Coded(_), _) => runs.push(Run::Coded(vec![at])),
            }
        }
        Self(runs)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (Ident, &Run)> {
        self.0.iter().enumerate().map(|(at, run)| (name(at), run))
    }

    /// The `CodeSpec` of a coded variant.
    pub(super) fn spec(&self, variant: usize) -> Option<TokenStream> {
        self.iter().find_map(|(name, run)| match run {
            Run::Coded(run) => {
                let at = run.iter().position(|of_run| *of_run == variant)?;
                Some(quote!(&#name[#at]))
            }
            Run::Transparent(_) => None,
        })
    }

    pub(super) fn constants(&self, model: &Model) -> TokenStream {
        self.iter()
            .filter_map(|(name, run)| match run {
                Run::Coded(run) => {
                    let specs = run.iter().map(|at| spec(model, &model.variants[*at]));
                    Some(quote!(const #name: &[__errcode::CodeSpec] = &[#(#specs),*];))
                }
                Run::Transparent(_) => None,
            })
            .collect()
    }
}

fn name(run: usize) -> Ident {
    own(&format!("__RUN_{run}"))
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
