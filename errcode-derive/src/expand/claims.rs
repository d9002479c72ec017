//! The codes of a domain as constants on its type, so that the compiler finds a duplicate in a crate by itself and
//! marks both literals (E0592).
//!
//! ```text
//! pub use __errcode::no_domain::*;                   a macro that drops the claims
//! use crate::Coordinator as __errcode_domain;        the type, and in its crate a macro that keeps them
//! __errcode_domain! {
//!     impl<C: ?Sized> __errcode_domain<C> { pub const JOB_EXPIRED: () = (); }     claimed for every C: by one enum
//!     impl __errcode_domain<__Shared> { pub const JOB_DENIED: () = (); }          for one C: by each that shares it
//! }
//! ```

use std::collections::BTreeSet;

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::Ident;

use super::private_ident;
use crate::{
    code_ident,
    model::{Code, Model},
};

/// The domain's type, at the place of its path.
fn domain(model: &Model) -> Option<TokenStream> {
    let span = model.domain.as_ref()?.segments.last()?.ident.span();
    Some(Ident::new("__errcode_domain", span).into_token_stream())
}

pub(super) fn expand(model: &Model) -> Option<TokenStream> {
    let path = model.domain.as_ref()?;
    let domain = domain(model)?;
    let claims = claims(model);
    // As visible as the type, and so is the domain.
    let visibility = &model.visibility;
    Some(quote! {
        use #path as #domain;
        #claims
        #visibility struct __Codes;
        impl __errcode::InDomain for __Codes {
            type Domain = #domain;
        }
        static __DOMAIN: __errcode::DomainFacts = <__Codes as __errcode::InDomain>::FACTS;
    })
}

fn claims(model: &Model) -> TokenStream {
    let mut seen = BTreeSet::new();
    let in_use = model.coded().map(|(_, coded)| &coded.code);
    // A duplicate in the enum has been reported.
    let codes: Vec<&Code> =
        in_use.chain(&model.retired).filter(|code| seen.insert(code.text.as_str())).collect();
    let (shared, own): (Vec<&Code>, Vec<&Code>) =
        codes.into_iter().partition(|code| model.is_shared(&code.text));
    let marker = private_ident("__Shared");
    let own = constants(&own).map(|constants| {
        let claim = private_ident("__C");
        quote! {
            const _: () = {
                __errcode_domain! {
                    #[doc(hidden)]
                    impl<#claim: ?::core::marker::Sized> __errcode_domain<#claim> { #constants }
                }
            };
        }
    });
    let shared = constants(&shared).map(|constants| {
        quote! {
            const _: () = {
                __errcode_domain! {
                    struct #marker;
                    #[doc(hidden)]
                    impl __errcode_domain<#marker> { #constants }
                }
            };
        }
    });
    quote!(#own #shared)
}

/// The constants, if there are any.
fn constants(codes: &[&Code]) -> Option<TokenStream> {
    let constants = codes.iter().map(|code| {
        let name = code_ident::name(&code.text);
        // All of it stands at the literal, which the compiler marks; and is of the macro, which is not linted.
        let at = Span::call_site().located_at(code.literal.span());
        let name = Ident::new(&name, at);
        quote_spanned!(at=> pub const #name: () = ();)
    });
    (!codes.is_empty()).then(|| constants.collect())
}
