//! From a checked model to code. Each file writes one part; nothing is decided here any more.
//!
//! ```text
//! const _: () = {
//!     use ::errcode::__private as __errcode;
//!     static __SPECS: [CodeSpec; 2] = […];            spec: the static facts, a row for each variant
//!     impl ApiError for JobError { … }                api_error, message, headers
//!     impl VisitDetails for JobError { … }            details
//!     impl ErrorCodes for JobError { … }              codes, with the comparison of a transparent tree
//!     impl HasEnvelope for JobError { … }               response, with axum's and actix's
//! };
//! ```

mod api_error;
mod bounds;
mod codes;
mod details;
mod headers;
mod message;
mod pattern;
mod response;
mod spec;

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::{Generics, Ident, Path};

use crate::check::Checked;
pub(crate) use bounds::of_error;
pub(crate) use codes::listed;
pub(crate) use response::axum;

pub(crate) fn expand(checked: &Checked) -> TokenStream {
    let model = checked.model();
    let table = spec::Table::of(model);
    let specs = table.expand();
    let api_error = api_error::expand(model, &table);
    let details = details::expand(model);
    let codes = codes::expand(model, &table);
    let response = response::expand(model);
    in_const(&model.krate, &quote!(#specs #api_error #details #codes #response))
}

/// Puts generated items where their names disturb nobody, with errcode's support module as `__errcode`.
pub(crate) fn in_const(krate: &Path, items: &TokenStream) -> TokenStream {
    quote! {
        #[allow(deprecated, long_running_const_eval, unreachable_patterns, clippy::all)]
        const _: () = {
            use #krate::__private as __errcode;
            #items
        };
    }
}

/// A name of our own that cannot meet one of the user's.
fn own(name: &str) -> Ident {
    Ident::new(name, Span::mixed_site())
}

/// The impl of a trait for a type, with the bounds that `body` needs.
pub(crate) fn impl_for(
    (ident, generics): (&Ident, &Generics),
    of: &TokenStream,
    bounds: &[TokenStream],
    body: &TokenStream,
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
