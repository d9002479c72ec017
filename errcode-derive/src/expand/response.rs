//! The envelope, and the response traits of web frameworks.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Generics, Ident};

use super::{bounds, impl_for};
use crate::model::Model;

pub(super) fn expand(model: &Model) -> TokenStream {
    let default = quote!(__errcode::Problem);
    let envelope = model.envelope.as_ref().map_or(default, |ty| quote!(#ty));
    let enveloped = impl_for(
        model.target(),
        &quote!(__errcode::HasEnvelope),
        &[],
        &quote!(type Envelope = #envelope;),
    );
    let bounds = bounds::of_api_error(model);
    let axum = model.axum.then(|| axum(model.target(), &bounds));
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
    quote!(#enveloped #axum #actix_web)
}

/// `impl IntoResponse`, of a stub too: the error's other impls are all it needs.
pub(crate) fn axum(target: (&Ident, &Generics), bounds: &[TokenStream]) -> TokenStream {
    let body = quote! {
        fn into_response(self) -> __errcode::axum::Response {
            __errcode::axum::into_response(&self)
        }
    };
    impl_for(target, &quote!(__errcode::axum::IntoResponse), bounds, &body)
}
