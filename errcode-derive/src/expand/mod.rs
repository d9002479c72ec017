//! From a model to code. Each file writes one part; nothing is decided here any more. What grows with the number of
//! variants is written as text: see `code`.
//!
//! ```text
//! const _: () = {
//!     use ::errcode::__private0 as __errcode;
//!     __errcode_domain! { … }                         claims: the codes of a domain
//!     const __INNER_2: Inner<AuthError> = …;          inner: the types of transparent fields, each named once
//!     static __SPECS: [CodeSpec; 2] = […];            spec: the static facts, a row for each variant
//!     static __HEADER_0: HeaderName = …;              headers: the name of each
//!     impl ApiError for JobError { … }                api_error, message, headers
//!     impl VisitDetails for JobError { … }            details
//!     impl ErrorCodes for JobError { … }              codes, with the comparison of a transparent tree
//!     impl HasEnvelope for JobError { … }             response, with axum's and actix's
//! };
//! ```

mod api_error;
mod bounds;
mod claims;
mod code;
mod codes;
mod details;
mod field;
mod flags;
mod headers;
mod inner;
mod message;
mod pattern;
mod response;
mod spec;
mod text;

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote};
use syn::{Generics, Ident};

use crate::{crate_path, model::Model};
pub(crate) use codes::listed;

pub(crate) fn expand(model: &Model) -> TokenStream {
    let table = spec::Table::of(model);
    let claims = claims::expand(model);
    let inner = inner::constants(model);
    let specs = table.expand();
    let names = headers::Names::of(model);
    let header_names = names.expand();
    let api_error = api_error::expand(model, &table, &names);
    let details = details::expand(model);
    let codes = codes::expand(model, &table);
    let response = response::expand(model);
    let support = crate_path::support(&model.krate);
    let allowed = allowed(model);
    let rejected = &model.rejected;
    let items = quote! {
        #(const _: ::core::option::Option<#rejected> = ::core::option::Option::None;)*
        #claims
        #inner
        #specs
        #header_names
        #api_error
        #details
        #codes
        #response
    };
    // A block of its own: what the domain brings into scope comes before what stands in for it.
    let items = match model.domain {
        Some(_) => quote! {
            use __errcode::no_domain::*;
            const _: () = { #items };
        },
        None => items,
    };
    quote! {
        #allowed
        const _: () = {
            use #support as __errcode;
            #items
        };
    }
}

/// The lints that the user's own items may cause in generated code. No more than may be: a crate that forbids a lint
/// accepts no `allow` of it.
fn allowed(model: &Model) -> Option<TokenStream> {
    model.mentions_deprecated.then(|| quote!(#[allow(deprecated)]))
}

/// A name of our own that cannot meet one of the user's.
fn private_ident(name: &str) -> Ident {
    Ident::new(name, Span::mixed_site())
}

/// The impl of a trait for a type, with the bounds that `body` needs.
fn impl_for(
    (ident, generics): (&Ident, &Generics),
    of: &TokenStream,
    bounds: &[TokenStream],
    body: &impl ToTokens,
) -> TokenStream {
    let (_, ty_generics, _) = generics.split_for_impl();
    let generics = bounds::with(generics, bounds);
    let (impl_generics, _, where_clause) = generics.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #impl_generics #of for #ident #ty_generics #where_clause {
            #body
        }
    }
}
