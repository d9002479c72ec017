//! What the types of a generic error must be able to do.

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::{Generics, Ident, Type, parse_quote, visit::Visit};

use crate::model::{Coded, Kind, Message, Model, Variant};

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
pub(crate) fn of_error((ident, generics): (&Ident, &Generics)) -> Option<TokenStream> {
    generics.type_params().next()?;
    let (_, ty_generics, _) = generics.split_for_impl();
    Some(quote!(#ident #ty_generics: __errcode::std::error::Error))
}

/// For `impl ApiError`: the type is an error, and each field can do what its attributes ask of it.
///
/// A type that names no type parameter is left to the compiler, which reports it where it stands.
pub(super) fn of_api_error(model: &Model) -> Vec<TokenStream> {
    let mut bounds: Vec<_> = of_error(model.target()).into_iter().collect();
    if bounds.is_empty() {
        return bounds;
    }
    bounds.extend(of_codes(model));
    let mut ask = |ty: &Type, of: TokenStream| {
        if is_generic(ty, &model.generics) {
            bounds.push(quote!(#ty: #of));
        }
    };
    for field in model.variants.iter().flat_map(|variant| &variant.fields) {
        let shown = field.inside_option().unwrap_or(&field.ty);
        if field.detail.is_some() {
            ask(shown, quote!(__errcode::Serialize));
        }
        if field.header.is_some() {
            ask(shown, quote!(::core::fmt::Display));
        }
        if field.retry_after.is_some() {
            ask(&field.ty, quote!(__errcode::RetryAfter));
        }
        if field.field_errors.is_some() {
            ask(&field.ty, quote!(__errcode::AsFieldErrors));
        }
    }
    for (ty, of) in model.variants.iter().flat_map(written) {
        ask(ty, quote!(::core::fmt::#of));
    }
    bounds
}

/// The types that a variant's `message` shows, and how.
fn written(variant: &Variant) -> Vec<(&Type, Ident)> {
    let Some(Coded { message: Message::Written(format), .. }) = variant.coded() else {
        return Vec::new();
    };
    let asks = format.asks.iter();
    asks.map(|(field, of)| (&variant.fields[*field].ty, Ident::new(of, Span::call_site())))
        .collect()
}

/// For `impl ErrorCodes`: what is passed on has codes.
pub(super) fn of_codes(model: &Model) -> Vec<TokenStream> {
    let transparent =
        model.variants.iter().filter(|variant| matches!(variant.kind, Kind::Transparent));
    let types = transparent.flat_map(|variant| &variant.fields).map(|field| &field.ty);
    types
        .filter(|ty| is_generic(ty, &model.generics))
        .map(|ty| quote!(#ty: __errcode::Transparent))
        .collect()
}

fn is_generic(ty: &Type, generics: &Generics) -> bool {
    struct Finder<'a>(&'a Generics, bool);
    impl<'ast> Visit<'ast> for Finder<'_> {
        fn visit_ident(&mut self, ident: &'ast syn::Ident) {
            self.1 |= self.0.type_params().any(|param| param.ident == *ident);
        }
    }
    let mut finder = Finder(generics, false);
    finder.visit_type(ty);
    finder.1
}
