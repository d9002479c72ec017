//! `impl ErrorCodes`, and the comparison of an enum's codes with those of what it passes on.

use proc_macro2::{Delimiter, Group, Literal, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::{ext::IdentExt, spanned::Spanned};

use super::{
    bounds, impl_for,
    spec::{Run, Runs},
};
use crate::{model::Model, source};

pub(super) fn expand(model: &Model, runs: &Runs) -> TokenStream {
    let name = model.ident.unraw().to_string();
    let (location, position) =
        (source::location(model.ident.span()), source::position(model.ident.span()));
    let origin = quote!(::core::concat!(::core::module_path!(), " ", #name, " ", #position));
    let retired = &model.retired;
    let checked = model.generics.type_params().next().is_none()
        && model.generics.const_params().next().is_none();
    let codes = |segments: &[TokenStream]| quote!(__errcode::codes(#name, #origin, #location, &[#(#segments),*], &[#(#retired),*], #checked));
    let own = runs.iter().filter_map(|(name, run)| match run {
        Run::Coded(_) => Some(quote!(__errcode::Segment::Own(#name))),
        Run::Transparent(_) => None,
    });
    let all: Vec<_> = runs
        .iter()
        .map(|(name, run)| match run {
            Run::Coded(_) => quote!(__errcode::Segment::Own(#name)),
            Run::Transparent(at) => {
                let ty = &model.variants[*at].fields[0].ty;
                let codes = quote_spanned!(ty.span()=> <#ty as __errcode::Transparent>::CODES);
                quote!(__errcode::Segment::Inner(&#codes))
            }
        })
        .collect();
    let value = codes(&all);
    let body = quote!(const CODES: __errcode::Codes = #value;);
    let implementation =
        impl_for(model.target(), &quote!(__errcode::ErrorCodes), &bounds::of_codes(model), &body);
    // A generic enum is compared where its parameters are known: in a catalog, or in what passes it on.
    let check = checked.then(|| check_tree(model, runs, &codes(&own.collect::<Vec<_>>())));
    quote!(#implementation #check)
}

/// Compares the enum's own codes with each tree it passes on, and those with each other.
fn check_tree(model: &Model, runs: &Runs, own: &TokenStream) -> Option<TokenStream> {
    let types: Vec<_> = runs
        .iter()
        .filter_map(|(_, run)| match run {
            Run::Coded(_) => None,
            Run::Transparent(at) => Some(&model.variants[*at].fields[0].ty),
        })
        .collect();
    if types.is_empty() {
        return None;
    }
    let ident = &model.ident;
    let lifetimes = model.generics.lifetimes().map(|_| quote!('static));
    let sources = types.len() + 1;
    // The enum's own codes are the first source; they have been compared by the macro.
    let checks = types.iter().enumerate().map(|(at, ty)| clash_check(at + 1, ty));
    Some(quote! {
        const _: () = {
            const __TREE: &__errcode::Codes = &<#ident<#(#lifetimes),*> as __errcode::ErrorCodes>::CODES;
            const __SOURCES: &[__errcode::Codes] =
                &__errcode::tree_sources::<#sources>(#own, __TREE);
            const __TABLE: &__errcode::Table<{ __errcode::count(__SOURCES) }> =
                &__errcode::Table::new(__SOURCES);
            #(#checks)*
        };
    })
}

/// Fails the build, at `source`, if the codes of this source are in use or retired before it in `__TABLE`.
pub(crate) fn clash_check(at: usize, source: &impl ToTokens) -> TokenStream {
    let at = Literal::usize_unsuffixed(at);
    let fail = call_over(source);
    quote! {
        const _: () = {
            const __LEN: __errcode::std::primitive::usize = __TABLE.clashes_len(#at);
            if __LEN > 0 {
                const __TEXT: [__errcode::std::primitive::u8; __LEN] = __TABLE.clashes_of(#at);
                #fail;
            }
        };
    }
}

/// `__errcode::fail(&__TEXT)`, from the first to the last token of `source`: the compiler underlines a call
/// from its first token to its last.
fn call_over(source: &impl ToTokens) -> TokenStream {
    let tokens: Vec<TokenTree> = source.to_token_stream().into_iter().collect();
    let span = |token: Option<&TokenTree>| token.map_or_else(Span::call_site, TokenTree::span);
    let (first, last) = (span(tokens.first()), span(tokens.last()));
    let mut arguments = Group::new(Delimiter::Parenthesis, quote!(&__TEXT));
    arguments.set_span(Span::call_site().located_at(last));
    let function = quote_spanned!(Span::call_site().located_at(first)=> __errcode::fail);
    quote!(#function #arguments)
}
