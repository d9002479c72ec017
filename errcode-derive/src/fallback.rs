//! What is derived beside the errors: impls without meaning, so that one mistake does not become forty errors
//! at every place that uses the type.

use darling::Error;
use proc_macro2::TokenStream;
use quote::quote;
use syn::{DeriveInput, Generics, Ident, Path, Token, ext::IdentExt, parse::ParseStream};

use crate::{expand, lower};

/// What a stub needs of the input, taken before anything can be found wrong with it.
pub(crate) struct Stub<'a> {
    ident: &'a Ident,
    generics: &'a Generics,
    krate: Path,
    axum: bool,
    actix_web: bool,
}

impl<'a> Stub<'a> {
    pub(crate) fn of(input: &'a DeriveInput) -> Self {
        let has = |key: &str| words(input).any(|word| word == key);
        Self {
            ident: &input.ident,
            generics: &input.generics,
            krate: krate(input).unwrap_or_else(lower::default_crate),
            axum: cfg!(feature = "axum") && has("axum"),
            actix_web: cfg!(feature = "actix-web") && has("actix_web"),
        }
    }
}

/// The words that stand directly in the type's `#[api(...)]` attributes, whatever else is wrong with these.
fn words(input: &DeriveInput) -> impl Iterator<Item = String> {
    let lists = input.attrs.iter().filter(|attr| attr.path().is_ident("api"));
    let tokens = lists.filter_map(|attr| Some(attr.meta.require_list().ok()?.tokens.clone()));
    tokens.flatten().map(|token| token.to_string())
}

/// The path behind `crate =`.
fn krate(input: &DeriveInput) -> Option<Path> {
    let lists = input.attrs.iter().filter(|attr| attr.path().is_ident("api"));
    let mut found = None;
    for list in lists.filter_map(|attr| attr.meta.require_list().ok()) {
        let _ = list.parse_args_with(|input: ParseStream<'_>| {
            while !input.is_empty() {
                let is_crate = Ident::parse_any(input).is_ok_and(|word| word == "crate");
                if is_crate && input.parse::<Token![=]>().is_ok() {
                    found = input.call(Path::parse_mod_style).ok();
                } else if !is_crate {
                    let _ = input.parse::<proc_macro2::TokenTree>();
                }
            }
            Ok(())
        });
    }
    found
}

pub(crate) fn expand(stub: &Stub<'_>, error: Error) -> TokenStream {
    let errors = error.write_errors();
    let impls = impls(stub);
    quote!(#errors #impls)
}

fn impls(stub: &Stub<'_>) -> TokenStream {
    let Stub { ident, generics, krate, axum, actix_web } = stub;
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
    let mut bounded = (*generics).clone();
    if generics.type_params().next().is_some() {
        let bound = syn::parse_quote!(#ident #ty_generics: __errcode::StdError);
        bounded.make_where_clause().predicates.push(bound);
    }
    let (_, _, bounded_where) = bounded.split_for_impl();
    let axum = axum.then(|| {
        quote! {
            #[automatically_derived]
            impl #impl_generics __errcode::axum::IntoResponse for #ident #ty_generics #bounded_where {
                fn into_response(self) -> __errcode::axum::Response {
                    __errcode::axum::into_response(&self)
                }
            }
        }
    });
    let actix_web = actix_web.then(|| {
        quote! {
            #[automatically_derived]
            impl #impl_generics __errcode::actix_web::ResponseError for #ident #ty_generics #bounded_where {}
        }
    });
    let items = quote! {
        const __SPEC: &__errcode::CodeSpec = &__errcode::CodeSpec::new("", __errcode::status(500));

        #[automatically_derived]
        impl #impl_generics __errcode::ApiError for #ident #ty_generics #bounded_where {
            fn spec(&self) -> &'static __errcode::CodeSpec {
                __SPEC
            }

            fn message(&self) -> __errcode::std::borrow::Cow<'_, __errcode::std::primitive::str> {
                __errcode::std::borrow::Cow::Borrowed("")
            }
        }

        #[automatically_derived]
        impl #impl_generics __errcode::ErrorCodes for #ident #ty_generics #where_clause {
            const CODES: __errcode::Codes = __errcode::codes("", "", "", &[], &[], true);
        }

        #[automatically_derived]
        impl #impl_generics __errcode::Enveloped for #ident #ty_generics #where_clause {
            type Envelope = __errcode::Problem;
        }

        #axum
        #actix_web
    };
    expand::in_const(krate, &items)
}
