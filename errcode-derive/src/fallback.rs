//! What is derived beside the errors: impls without meaning, so that one mistake does not become forty errors
//! at every place that uses the type.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{Generics, Ident, Path};

use crate::{
    attr::{Item, StatusValue},
    expand::{self, impl_for},
    lower,
};

/// What a stub needs of the input, whatever is wrong with the rest.
pub(crate) struct Stub<'a> {
    ident: &'a Ident,
    generics: &'a Generics,
    krate: Path,
    axum: bool,
    actix_web: bool,
    /// Types the attributes name: used here, lest the compiler call their imports unused.
    named: Vec<TokenStream>,
}

impl<'a> Stub<'a> {
    pub(crate) fn of(item: &Item<'a>) -> Self {
        let krate = item.args.krate.as_ref().and_then(|given| given.as_ref().ok());
        let envelope = item.args.envelope.as_ref().and_then(|given| given.as_ref().ok());
        let of_variants = item.variants.iter().map(|variant| &variant.args.status);
        let statuses = of_variants.chain([&item.args.status]).flatten().flatten();
        Self {
            ident: item.ident,
            generics: item.generics,
            krate: krate.map_or_else(lower::default_crate, |given| given.value.clone()),
            axum: cfg!(feature = "axum") && item.args.axum.is_some(),
            actix_web: cfg!(feature = "actix-web") && item.args.actix_web.is_some(),
            named: statuses
                .filter_map(|given| qualifier(&given.value))
                .chain(envelope.map(|given| given.value.to_token_stream()))
                .collect(),
        }
    }
}

/// The type in `StatusCode::GONE`.
fn qualifier(status: &StatusValue) -> Option<TokenStream> {
    let StatusValue::Path(path) = status else { return None };
    let mut path = path.path.clone();
    path.segments.pop();
    path.segments.pop_punct();
    (!path.segments.is_empty()).then(|| path.into_token_stream())
}

impl ToTokens for Stub<'_> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Self { ident, generics, krate, axum, actix_web, named } = self;
        let target = (*ident, *generics);
        let bounds: Vec<_> = expand::of_error(target).into_iter().collect();
        let api_error = quote! {
            fn spec(&self) -> &'static __errcode::CodeSpec {
                __SPEC
            }

            fn message(&self) -> __errcode::std::borrow::Cow<'_, __errcode::std::primitive::str> {
                __errcode::std::borrow::Cow::Borrowed("")
            }
        };
        let codes = quote! {
            const CODES: __errcode::Codes =
                __errcode::own(__errcode::owner("", "", "", ""), &[], &[]);
        };
        let envelope = quote!(
            type Envelope = __errcode::Problem;
        );
        let impls = [
            impl_for(target, &quote!(__errcode::ApiError), &bounds, &api_error),
            impl_for(target, &quote!(__errcode::ErrorCodes), &[], &codes),
            impl_for(target, &quote!(__errcode::HasEnvelope), &[], &envelope),
        ];
        let axum = axum.then(|| expand::axum(target, &bounds));
        let actix_web = actix_web.then(|| {
            impl_for(target, &quote!(__errcode::actix_web::ResponseError), &bounds, &quote!())
        });
        let items = quote! {
            #(const _: ::core::option::Option<#named> = ::core::option::Option::None;)*
            const __SPEC: &__errcode::CodeSpec = &__errcode::CodeSpec::new("", __errcode::status(500));
            #(#impls)*
            #axum
            #actix_web
        };
        tokens.extend(expand::in_const(krate, &items));
    }
}
