//! What the types of a generic error must be able to do.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
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

/// That a type with a `?Sized` parameter has a size: an error is handed on as `&dyn ApiError`.
fn of_size((ident, generics): (&Ident, &Generics)) -> Option<TokenStream> {
    let (_, ty_generics, where_clause) = generics.split_for_impl();
    let params = generics.params.to_token_stream();
    let may_be_unsized = params
        .into_iter()
        .chain(where_clause.into_token_stream())
        .any(|token| matches!(token, TokenTree::Punct(punct) if punct.as_char() == '?'));
    may_be_unsized.then(|| quote!(#ident #ty_generics: ::core::marker::Sized))
}

/// For `impl ApiError`: the type is an error, and each field can do what its attributes require of it.
///
/// A type that names no type parameter is left to the compiler, which reports it where it stands.
pub(super) fn of_api_error(model: &Model) -> Vec<TokenStream> {
    let mut bounds: Vec<_> = of_error(model.target()).into_iter().collect();
    if bounds.is_empty() {
        return bounds;
    }
    bounds.extend(of_size(model.target()));
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

/// Whether a type names a type or const parameter, wherever in it: `<S as Store>::Error`, `Full<[u8; N]>`.
pub(super) fn is_generic(ty: &Type, generics: &Generics) -> bool {
    fn names_one(tokens: TokenStream, declared: &[&Ident]) -> bool {
        tokens.into_iter().any(|token| match token {
            TokenTree::Ident(name) => declared.contains(&&name),
            TokenTree::Group(group) => names_one(group.stream(), declared),
            TokenTree::Punct(_) | TokenTree::Literal(_) => false,
        })
    }

    let types = generics.type_params().map(|param| &param.ident);
    let declared: Vec<&Ident> =
        types.chain(generics.const_params().map(|param| &param.ident)).collect();
    !declared.is_empty() && names_one(ty.to_token_stream(), &declared)
}

/// Whether a type has a lifetime, which has a name in the impl alone.
pub(super) fn has_lifetime(ty: &Type) -> bool {
    quote!(#ty).to_string().contains('\'')
}
