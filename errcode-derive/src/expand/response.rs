//! The envelope, and the response traits of web frameworks.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};
use syn::{Type, spanned::Spanned};

use super::{bounds, impl_for};
use crate::model::Model;

pub(super) fn expand(model: &Model) -> TokenStream {
    let has_envelope = has_envelope(model);
    let bounds = bounds::of_api_error(model);
    let axum = model.axum.then(|| {
        // A generic error may not be `'static`, which the choice of the method cannot see.
        let answer = if model.generics.params.is_empty() {
            quote! {
                use __errcode::axum::{Keep as _, Leave as _};
                __errcode::axum::Answer::new(self).answer()
            }
        } else {
            quote!(__errcode::axum::into_response(&self))
        };
        let body = quote! {
            fn into_response(self) -> __errcode::axum::Response {
                #answer
            }
        };
        impl_for(model.target(), &quote!(__errcode::axum::IntoResponse), &bounds, &body)
    });
    let actix_web = model.actix_web.then(|| {
        let response = if model.generics.params.is_empty() {
            quote!(kept_response)
        } else {
            quote!(error_response)
        };
        let body = quote! {
            fn status_code(&self) -> __errcode::actix_web::StatusCode {
                __errcode::actix_web::status_code(self)
            }

            fn error_response(&self) -> __errcode::actix_web::HttpResponse {
                __errcode::actix_web::#response(self)
            }
        };
        impl_for(model.target(), &quote!(__errcode::actix_web::ResponseError), &bounds, &body)
    });
    quote!(#has_envelope #axum #actix_web)
}

/// The envelope, with the check that its content type can be sent; or the domain, which has it.
fn has_envelope(model: &Model) -> TokenStream {
    let has_envelope = |envelope: &TokenStream| {
        let body = quote!(type Envelope = #envelope;);
        impl_for(model.target(), &quote!(__errcode::HasEnvelope), &[], &body)
    };
    match (&model.envelope, &model.domain) {
        (Some(ty), _) => {
            let has_envelope = has_envelope(&ty.to_token_stream());
            let check = content_type_check(model, ty);
            quote!(#has_envelope #check)
        }
        (None, Some(_)) => {
            let body = quote!(
                type Codes = __Codes;
            );
            impl_for(model.target(), &quote!(__errcode::OfDomain), &[], &body)
        }
        (None, None) => has_envelope(&quote!(__errcode::Problem)),
    }
}

/// Asks the error type for its envelope, so that a type that is no envelope is reported once.
fn content_type_check(model: &Model, ty: &Type) -> Option<TokenStream> {
    let (ident, generics) = model.target();
    if generics.type_params().next().is_some() || generics.const_params().next().is_some() {
        return None;
    }
    let lifetimes = generics.lifetimes().map(|_| quote!('static));
    let of = quote_spanned!(ty.span()=> __errcode::assert_envelope::<#ident<#(#lifetimes),*>>());
    Some(quote!(const _: () = #of;))
}
