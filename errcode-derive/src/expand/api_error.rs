//! `impl ApiError`: a `match` over the variants for each method that the defaults do not serve.

use proc_macro2::{Literal, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use super::{
    bounds, details, headers, impl_for, inner, message, pattern,
    spec::{Table, expand_status},
};
use crate::{
    binding::binding,
    model::{Field, Kind, Model, Transparent, Variant},
};

pub(super) fn expand(model: &Model, table: &Table<'_>) -> TokenStream {
    let spec = spec(model, table);
    let message = method(
        model,
        &quote!(fn message(&self) -> __errcode::std::borrow::Cow<'_, __errcode::std::primitive::str>),
        &quote!(__errcode::default_message(self)),
        |index, variant| message::arm(model, index, variant),
    );
    let message = message.unwrap_or_else(|| {
        let default = if model.variants.is_empty() {
            quote!(match *self {})
        } else {
            quote!(__errcode::default_message(self))
        };
        quote! {
            fn message(&self) -> __errcode::std::borrow::Cow<'_, __errcode::std::primitive::str> {
                #default
            }
        }
    });
    // A hand-written error in a transparent field may know better than its spec.
    let code = method(
        model,
        &quote!(fn code(&self) -> &'static __errcode::std::primitive::str),
        &quote!(__errcode::CodeSpec::code(__errcode::ApiError::spec(self))),
        |index, variant| {
            transparent(model, index, variant, |_, inner| quote!(__errcode::ApiError::code(#inner)))
        },
    );
    let status = method(
        model,
        &quote!(fn status(&self) -> __errcode::http::StatusCode),
        &quote!(__errcode::CodeSpec::status(__errcode::ApiError::spec(self))),
        |index, variant| status(model, index, variant),
    );
    let is_retryable = method(
        model,
        &quote!(fn is_retryable(&self) -> __errcode::std::primitive::bool),
        &quote! {
            __errcode::CodeSpec::retryable_at(
                __errcode::ApiError::spec(self),
                __errcode::ApiError::status(self),
            )
        },
        |index, variant| is_retryable(model, index, variant),
    );
    let retry_after = method(
        model,
        &quote!(fn retry_after(&self) -> ::core::option::Option<__errcode::std::time::Duration>),
        &quote!(__errcode::CodeSpec::retry_after(__errcode::ApiError::spec(self))),
        |index, variant| retry_after(model, index, variant),
    );
    let headers = method(
        model,
        &quote!(fn headers(&self) -> __errcode::http::HeaderMap),
        &quote!(__errcode::http::HeaderMap::new()),
        |index, variant| headers::arm(model, index, variant),
    );
    let details = method(
        model,
        &quote!(fn details(&self) -> __errcode::Details<'_>),
        &quote!(__errcode::Details::empty()),
        |index, variant| {
            if details::any(variant) {
                let pattern = pattern::any(variant);
                return Some(quote!(#pattern => __errcode::Details::new(self),));
            }
            transparent(
                model,
                index,
                variant,
                |_, inner| quote!(__errcode::ApiError::details(#inner)),
            )
        },
    );
    let field_errors = method(
        model,
        &quote!(fn field_errors(&self) -> ::core::option::Option<&__errcode::FieldErrors>),
        &quote!(::core::option::Option::None),
        |index, variant| field_errors(model, index, variant),
    );
    let body = quote! {
        #spec
        #message
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

/// `fn spec`: an index into the table, unless a transparent field has the spec.
fn spec(model: &Model, table: &Table<'_>) -> TokenStream {
    let rows = table.rows();
    let indexed = model.variants.iter().enumerate();
    let arms: Vec<TokenStream> = indexed
        .map(|(index, variant)| match (&variant.kind, rows[index]) {
            (Kind::Transparent(transparent), _) => {
                let pattern = pattern::binding_fields(variant, [transparent.field]);
                let inner = inner::error(model, index, variant, transparent);
                quote!(#pattern => return __errcode::ApiError::spec(#inner),)
            }
            (_, row) => {
                let pattern = pattern::any(variant);
                let row = Literal::usize_unsuffixed(row);
                quote!(#pattern => #row,)
            }
        })
        .collect();
    let matched = pattern::match_self(&arms);
    let name = Table::name();
    let has_rows = model.variants.iter().any(|variant| variant.transparent().is_none());
    let body = if has_rows {
        quote!(&#name[#matched])
    } else {
        let arms = model.variants.iter().enumerate().filter_map(|(index, variant)| {
            transparent(model, index, variant, |_, inner| quote!(__errcode::ApiError::spec(#inner)))
        });
        pattern::match_self(&arms.collect::<Vec<_>>())
    };
    quote! {
        fn spec(&self) -> &'static __errcode::CodeSpec {
            #body
        }
    }
}

/// A method with an arm for each variant that `arm` writes one for; none if the trait's default does for all.
fn method(
    model: &Model,
    signature: &TokenStream,
    default: &TokenStream,
    arm: impl Fn(usize, &Variant) -> Option<TokenStream>,
) -> Option<TokenStream> {
    let indexed = model.variants.iter().enumerate();
    let arms: Vec<TokenStream> =
        indexed.filter_map(|(index, variant)| arm(index, variant)).collect();
    let rest = (arms.len() < model.variants.len()).then(|| quote!(_ => #default,));
    (!arms.is_empty()).then(|| {
        quote! {
            #signature {
                match self {
                    #(#arms)*
                    #rest
                }
            }
        }
    })
}

/// The arm of a variant with a transparent field.
fn transparent(
    model: &Model,
    index: usize,
    variant: &Variant,
    value: impl Fn(&Transparent, &TokenStream) -> TokenStream,
) -> Option<TokenStream> {
    let transparent = variant.transparent()?;
    let pattern = pattern::binding_fields(variant, [transparent.field]);
    let inner = inner::error(model, index, variant, transparent);
    let value = value(transparent, &inner);
    Some(quote!(#pattern => #value,))
}

/// What a field is as a trait of the runtime support asks for it: `<Ty as Trait>::method(field)`.
fn of_field(field: (usize, &Field), of: &TokenStream, method: &TokenStream) -> TokenStream {
    let (index, field) = field;
    let ty = &field.ty;
    let bound = binding(index, ty.span());
    quote_spanned!(ty.span()=> <#ty as __errcode::#of>::#method(#bound))
}

/// The status at runtime: that of a field, an override, that of the transparent field, the static one.
fn status(model: &Model, index: usize, variant: &Variant) -> Option<TokenStream> {
    let of_field_with_status = variant.field(|field| field.status.is_some());
    let overridden = variant.transparent().and_then(|transparent| transparent.status.as_ref());
    let mut bound: Vec<usize> = of_field_with_status.iter().map(|(index, _)| *index).collect();
    let fallback = match (overridden, variant.transparent()) {
        (Some(status), _) => expand_status(status),
        (None, Some(transparent)) => {
            bound.push(transparent.field);
            let inner = inner::error(model, index, variant, transparent);
            quote!(__errcode::ApiError::status(#inner))
        }
        (None, None) => {
            of_field_with_status?;
            quote!(__errcode::CodeSpec::status(__errcode::ApiError::spec(self)))
        }
    };
    bound.dedup();
    let pattern = pattern::binding_fields(variant, bound);
    let value = match of_field_with_status {
        None => fallback,
        Some(field) => {
            let value = of_field(field, &quote!(StatusValue), &quote!(status));
            quote! {
                match #value {
                    ::core::option::Option::Some(status) => status,
                    ::core::option::Option::None => #fallback,
                }
            }
        }
    };
    Some(quote!(#pattern => #value,))
}

/// An override; what follows an overridden status; or what the transparent field says.
fn is_retryable(model: &Model, index: usize, variant: &Variant) -> Option<TokenStream> {
    let own_status = variant.field(|field| field.status.is_some()).is_some();
    transparent(model, index, variant, |transparent, inner| match transparent.retryable {
        Some(retryable) => quote!({ let _ = #inner; #retryable }),
        None if own_status || transparent.status.is_some() => quote! {
            __errcode::CodeSpec::retryable_at(
                __errcode::ApiError::spec(#inner),
                __errcode::ApiError::status(self),
            )
        },
        None => quote!(__errcode::ApiError::is_retryable(#inner)),
    })
}

fn retry_after(model: &Model, index: usize, variant: &Variant) -> Option<TokenStream> {
    let field = variant.field(|field| field.retry_after.is_some());
    let of_field = field.map(|field| of_field(field, &quote!(RetryAfter), &quote!(retry_after)));
    let mut bound: Vec<usize> = field.iter().map(|(index, _)| *index).collect();
    let fallback = match (variant.transparent(), variant.retry_after()) {
        (Some(_), Some((_, seconds))) => quote! {
            ::core::option::Option::Some(__errcode::std::time::Duration::from_secs(#seconds))
        },
        (Some(transparent), None) => {
            bound.push(transparent.field);
            let inner = inner::error(model, index, variant, transparent);
            quote!(__errcode::ApiError::retry_after(#inner))
        }
        (None, _) => {
            field?;
            quote!(__errcode::CodeSpec::retry_after(__errcode::ApiError::spec(self)))
        }
    };
    bound.dedup();
    let pattern = pattern::binding_fields(variant, bound);
    let value = of_field.map_or_else(
        || fallback.clone(),
        |value| quote!(::core::option::Option::or(#value, #fallback)),
    );
    Some(quote!(#pattern => #value,))
}

fn field_errors(model: &Model, index: usize, variant: &Variant) -> Option<TokenStream> {
    let Some((at, field)) = variant.field(|field| field.field_errors.is_some()) else {
        return transparent(
            model,
            index,
            variant,
            |_, inner| quote!(__errcode::ApiError::field_errors(#inner)),
        );
    };
    let own = of_field((at, field), &quote!(AsFieldErrors), &quote!(field_errors));
    let mut bound = vec![at];
    let value = match variant.transparent() {
        Some(transparent) => {
            bound.push(transparent.field);
            let inner = inner::error(model, index, variant, transparent);
            quote!(::core::option::Option::or(#own, __errcode::ApiError::field_errors(#inner)))
        }
        None => own,
    };
    bound.dedup();
    let pattern = pattern::binding_fields(variant, bound);
    Some(quote!(#pattern => #value,))
}
