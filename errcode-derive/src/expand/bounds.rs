//! What the types of a generic error must be able to do.

use darling::usage::{CollectTypeParams, GenericsExt, Purpose};
use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::{Generics, Ident, Type, parse_quote};

use crate::model::{Format, Kind, Message, Model, Text, Variant};

/// `generics` with more predicates.
pub(super) fn with(generics: &Generics, bounds: &[TokenStream]) -> Generics {
    let mut generics = generics.clone();
    if !bounds.is_empty() {
        let clause = generics.make_where_clause();
        clause
            .predicates
            .extend(bounds.iter().map(|bound| -> syn::WherePredicate { parse_quote!(#bound) }));
    }
    generics
}

/// That a generic type is an error; of another the compiler knows.
fn of_error((ident, generics): (&Ident, &Generics)) -> Option<TokenStream> {
    generics.type_params().next()?;
    let (_, ty_generics, _) = generics.split_for_impl();
    Some(quote!(#ident #ty_generics: __errcode::std::error::Error))
}

/// For `impl ApiError`: the type is an error, and each field can do what its attributes require of it.
///
/// A type that names no type parameter is left to the compiler, which reports it where it stands.
pub(super) fn of_api_error(model: &Model) -> Vec<TokenStream> {
    let mut bounds: Vec<_> = of_error(model.target()).into_iter().collect();
    if bounds.is_empty() {
        return bounds;
    }
    bounds.extend(of_codes(model));
    let mut require = |ty: &Type, of: TokenStream| {
        if is_generic(ty, &model.generics) {
            bounds.push(quote!(#ty: #of));
        }
    };
    for field in model.variants.iter().flat_map(|variant| &variant.fields) {
        let shown = field.inside_option().unwrap_or(&field.ty);
        if field.detail.is_some() {
            require(shown, quote!(__errcode::Serialize));
        }
        if field.header.is_some() {
            require(shown, quote!(::core::fmt::Display));
        }
        if field.status.is_some() {
            require(&field.ty, quote!(__errcode::StatusValue));
        }
        if field.retry_after.is_some() {
            require(&field.ty, quote!(__errcode::RetryAfter));
        }
        if field.field_errors.is_some() {
            require(&field.ty, quote!(__errcode::AsFieldErrors));
        }
    }
    for variant in &model.variants {
        for (field, of) in texts(variant).flat_map(|format| &format.required_traits) {
            let of = Ident::new(of, Span::call_site());
            require(&variant.fields[*field].ty, quote!(::core::fmt::#of));
        }
    }
    bounds
}

/// The texts of a variant that show fields.
fn texts(variant: &Variant) -> impl Iterator<Item = &Format> {
    let message = match &variant.message {
        Message::Template(format) => Some(format),
        _ => None,
    };
    let headers = variant.headers.iter().filter_map(|header| format_of(&header.value));
    let details = variant.details.iter().filter_map(|detail| match &detail.value {
        crate::model::DetailValue::Text(value) => format_of(value),
        _ => None,
    });
    message.into_iter().chain(headers).chain(details)
}

const fn format_of(text: &Text) -> Option<&Format> {
    match text {
        Text::Format(format) => Some(format),
        Text::Static(_) => None,
    }
}

/// For `impl ErrorCodes`: a transparent field has codes.
pub(super) fn of_codes(model: &Model) -> Vec<TokenStream> {
    let types = model.variants.iter().filter_map(|variant| match &variant.kind {
        Kind::Transparent(transparent) => Some(&variant.fields[transparent.field].ty),
        Kind::Coded(_) | Kind::Unusable => None,
    });
    types
        .filter(|ty| is_generic(ty, &model.generics))
        .map(|ty| quote!(#ty: __errcode::Transparent))
        .collect()
}

/// Whether a type names a type parameter.
pub(super) fn is_generic(ty: &Type, generics: &Generics) -> bool {
    let declared = generics.declared_type_params();
    let consts = generics.const_params().map(|param| param.ident.clone());
    let declared = declared.into_iter().chain(consts).collect();
    !std::iter::once(ty).collect_type_params(&Purpose::BoundImpl.into(), &declared).is_empty()
}

/// Whether a type has a lifetime, which has a name in the impl alone.
pub(super) fn has_lifetime(ty: &Type) -> bool {
    quote!(#ty).to_string().contains('\'')
}
