//! The envelope, and the response traits of web frameworks.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use super::{bounds, claims, impl_for};
use crate::model::Model;

pub(super) fn expand(model: &Model) -> TokenStream {
    let (envelope, check) = envelope(model);
    let has_envelope = impl_for(
        model.target(),
        &quote!(__errcode::HasEnvelope),
        &[],
        &quote!(type Envelope = #envelope;),
    );
    let bounds = bounds::of_api_error(model);
    let axum = model.axum.then(|| {
        let body = quote! {
            fn into_response(self) -> __errcode::axum::Response {
                __errcode::axum::into_response(&self)
            }
        };
        impl_for(model.target(), &quote!(__errcode::axum::IntoResponse), &bounds, &body)
    });
    let actix_web = model.actix_web.then(|| {
        let body = quote! {
            fn status_code(&self) -> __errcode::actix_web::StatusCode {
                __errcode::actix_web::status_code(self)
            }

            fn error_response(&self) -> __errcode::actix_web::HttpResponse {
                __errcode::actix_web::error_response(self)
            }
        };
        impl_for(model.target(), &quote!(__errcode::actix_web::ResponseError), &bounds, &body)
    });
    quote!(#has_envelope #check #axum #actix_web)
}

/// The envelope, and the check that its content type can be sent.
fn envelope(model: &Model) -> (TokenStream, Option<TokenStream>) {
    let Some(ty) = &model.envelope else {
        let default = claims::domain(model).map_or_else(
            || quote!(__errcode::Problem),
            |domain| quote!(<#domain as __errcode::Domain>::Envelope),
        );
        return (default, None);
    };
    let is_generic = bounds::is_generic(ty, &model.generics) || bounds::has_lifetime(ty);
    let check = (!is_generic).then(|| {
        let content_type = quote_spanned!(ty.span()=> <#ty as __errcode::Envelope>::CONTENT_TYPE);
        let call = quote_spanned!(ty.span()=> __errcode::assert_content_type(#content_type));
        quote!(const _: () = #call;)
    });
    (quote!(#ty), check)
}
