//! `impl ApiError`: a `match` over the variants for each method that the defaults do not serve.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::{Ident, spanned::Spanned};

use super::{bounds, details, headers, impl_for, message, pattern, spec::Table};
use crate::model::{Kind, Model, Variant};

pub(super) fn expand(model: &Model, table: &Table<'_>) -> TokenStream {
    let specs = arms(model, "spec", |at, variant| {
        let (pattern, spec) = (pattern::any(variant), table.spec(at));
        Some(quote!(#pattern => #spec,))
    });
    let messages = arms(model, "message", |_, variant| message::arm(variant));
    let (spec, message) = (pattern::match_self(&specs), pattern::match_self(&messages));
    // A hand-written error that is passed on may know better than its spec.
    let [code, status, is_retryable] = [
        ("code", quote!(&'static __errcode::std::primitive::str)),
        ("status", quote!(__errcode::http::StatusCode)),
        ("is_retryable", quote!(__errcode::std::primitive::bool)),
    ]
    .map(|(name, ty)| {
        let of_spec = Ident::new(name.trim_start_matches("is_"), Span::call_site());
        let name_of = Ident::new(name, Span::call_site());
        method(
            &arms(model, name, |_, _| None),
            &quote!(fn #name_of(&self) -> #ty),
            &quote!(__errcode::CodeSpec::#of_spec(__errcode::ApiError::spec(self))),
        )
    });
    let retry_after = method(
        &arms(model, "retry_after", |at, variant| retry_after(variant, &table.spec(at))),
        &quote!(fn retry_after(&self) -> ::core::option::Option<__errcode::std::time::Duration>),
        &quote!(__errcode::CodeSpec::retry_after(__errcode::ApiError::spec(self))),
    );
    let headers = method(
        &arms(model, "headers", |_, variant| headers::arm(variant)),
        &quote!(fn headers(&self) -> __errcode::http::HeaderMap),
        &quote!(__errcode::http::HeaderMap::new()),
    );
    let details = method(
        &arms(model, "details", |_, variant| {
            let pattern = details::any(variant).then(|| pattern::any(variant))?;
            Some(quote!(#pattern => __errcode::Details::new(self),))
        }),
        &quote!(fn details(&self) -> __errcode::Details<'_>),
        &quote!(__errcode::Details::empty()),
    );
    let field_errors = method(
        &arms(model, "field_errors", |_, variant| field_errors(variant)),
        &quote!(fn field_errors(&self) -> ::core::option::Option<&__errcode::FieldErrors>),
        &quote!(::core::option::Option::None),
    );
    let body = quote! {
        fn spec(&self) -> &'static __errcode::CodeSpec {
            #spec
        }

        fn message(&self) -> __errcode::std::borrow::Cow<'_, __errcode::std::primitive::str> {
            #message
        }

        #code
        #status
        #is_retryable
        #retry_after
        #headers
        #details
        #field_errors
    };
    impl_for(model.target(), &quote!(__errcode::ApiError), &bounds::of_api_error(model), &body)
}

/// The arms of `method`: those that `coded` writes, and for each transparent variant a call on its field.
fn arms(
    model: &Model,
    method: &str,
    coded: impl Fn(usize, &Variant) -> Option<TokenStream>,
) -> Vec<TokenStream> {
    let method = Ident::new(method, Span::call_site());
    let arm = |(at, variant): (usize, &Variant)| match &variant.kind {
        Kind::Coded(_) => coded(at, variant),
        Kind::Transparent => {
            let ty = &variant.fields[0].ty;
            let pattern = pattern::binding_fields(variant, [0]);
            let field = pattern::binding(0, ty.span());
            let inner = quote_spanned!(ty.span()=> <#ty as __errcode::Transparent>::inner(#field));
            Some(quote!(#pattern => __errcode::ApiError::#method(#inner),))
        }
    };
    model.variants.iter().enumerate().filter_map(arm).collect()
}

/// A method with arms for some variants; none if the trait's default does for all.
fn method(
    arms: &[TokenStream],
    signature: &TokenStream,
    default: &TokenStream,
) -> Option<TokenStream> {
    (!arms.is_empty()).then(|| {
        quote! {
            #signature {
                match self {
                    #(#arms)*
                    _ => #default,
                }
            }
        }
    })
}

fn retry_after(variant: &Variant, spec: &TokenStream) -> Option<TokenStream> {
    let at = variant.fields.iter().position(|field| field.retry_after.is_some())?;
    let ty = &variant.fields[at].ty;
    let pattern = pattern::binding_fields(variant, [at]);
    let field = pattern::binding(at, ty.span());
    let value = quote_spanned!(ty.span()=> <#ty as __errcode::RetryAfter>::retry_after(#field));
    Some(quote! {
        #pattern => ::core::option::Option::or(#value, __errcode::CodeSpec::retry_after(#spec)),
    })
}

fn field_errors(variant: &Variant) -> Option<TokenStream> {
    let at = variant.fields.iter().position(|field| field.field_errors.is_some())?;
    let ty = &variant.fields[at].ty;
    let pattern = pattern::binding_fields(variant, [at]);
    let field = pattern::binding(at, ty.span());
    let value = quote_spanned!(ty.span()=> <#ty as __errcode::AsFieldErrors>::field_errors(#field));
    Some(quote!(#pattern => #value,))
}
