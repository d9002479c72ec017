//! `impl ErrorCodes`, and the comparison of an enum's codes with those of what it passes on.

use proc_macro2::{Delimiter, Group, Literal, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::{Generics, Ident, Type, ext::IdentExt, spanned::Spanned};

use super::{
    bounds, impl_for,
    inner::Access,
    private_ident,
    spec::{Segment, Table},
};
use crate::{model::Model, span};

pub(super) fn expand(model: &Model, table: &Table<'_>) -> TokenStream {
    let segments = table.segments();
    let is_generic = model.generics.type_params().next().is_some()
        || model.generics.const_params().next().is_some();
    let has_inner = segments.iter().any(|segment| matches!(segment, Segment::Inner(..)));
    let owner = owner(model);
    let retired = model.retired.iter().map(|code| &code.text);
    let retired = quote!(&[#(#retired),*]);
    let (items, value) = match (has_inner, is_generic) {
        (false, _) => (TokenStream::new(), own(table, &retired)),
        // A generic type is compared where its parameters are known: in a catalog, or in a type that forwards to it.
        (true, true) => {
            let (runs, segments) = expand_segments(&segments, &retired, Type::to_token_stream);
            (runs, quote!(__errcode::tree(__OWNER, &[#(#segments),*])))
        }
        (true, false) => (
            compared(&segments, &retired, &model.generics),
            quote!(__errcode::flat(__OWNER, &__MERGED)),
        ),
    };
    let body = quote!(const CODES: __errcode::Codes = #value;);
    let implementation =
        impl_for(model.target(), &quote!(__errcode::ErrorCodes), &bounds::of_codes(model), &body);
    let listed = (model.domain.is_some() && !is_generic).then(|| listed_in_domain(model, &value));
    quote!(#owner #items #listed #implementation)
}

/// The codes of the type itself.
fn own(table: &Table<'_>, retired: &TokenStream) -> TokenStream {
    let specs = Table::name();
    let rows = if table.is_incomplete() {
        let len = Literal::usize_unsuffixed(table.len());
        quote!(__errcode::range(&#specs, 0, #len))
    } else {
        quote!(&#specs)
    };
    quote!(__errcode::own(__OWNER, #rows, #retired))
}

/// Fails the build, at the type's name, if its domain has a catalog that does not list it.
fn listed_in_domain(model: &Model, codes: &TokenStream) -> TokenStream {
    // Of the name, which may be an argument of a `macro_rules!`: a variable is known by where it comes from.
    let catalog = Ident::new("__catalog", model.ident.span());
    let check = quote_spanned! {model.ident.span()=> __errcode::assert_listed(#catalog, &#codes)};
    quote! {
        const _: () = if let ::core::option::Option::Some(#catalog) =
            <__Codes as __errcode::InDomain>::CATALOG
        {
            #check
        };
    }
}

/// What tells the type from every other: where it is, and what it says. Two types that one `macro_rules!` makes may
/// share every place.
fn owner(model: &Model) -> TokenStream {
    let name = model.ident.unraw().to_string();
    let at = model.ident.span();
    let (location, position) = (span::location(at), span::position(at));
    let place = format!(" {name} {position} {:016x}", model.fingerprint);
    let domain = if model.domain.is_some() {
        quote!(__errcode_domain!(? __DOMAIN.origin))
    } else {
        quote!("")
    };
    quote! {
        const __OWNER: __errcode::Owner = __errcode::owner(
            #name,
            ::core::concat!(::core::module_path!(), #place),
            #location,
            #domain,
        );
    }
}

/// Constants for the runs of the type's own rows, and the segments. `write` writes the type of a transparent variant.
fn expand_segments(
    segments: &[Segment<'_>],
    retired: &TokenStream,
    write: impl Fn(&Type) -> TokenStream,
) -> (TokenStream, Vec<TokenStream>) {
    let mut runs = TokenStream::new();
    let specs = Table::name();
    let segments = segments.iter().enumerate().map(|(index, segment)| match segment {
        Segment::Own(rows) => {
            let name = private_ident(&format!("__RUN_{index}"));
            let [from, to] = [rows.start, rows.end].map(Literal::usize_unsuffixed);
            runs.extend(quote! {
                const #name: &[__errcode::CodeSpec] = __errcode::range(&#specs, #from, #to);
            });
            quote!(__errcode::Segment::Own(#name))
        }
        Segment::Inner(_, Access::Constant(name)) => {
            quote!(__errcode::Segment::Inner(&#name.codes))
        }
        Segment::Inner(ty, _) => {
            let ty = write(ty);
            let codes = quote_spanned!(ty.span()=> <#ty as __errcode::Transparent>::CODES);
            quote!(__errcode::Segment::Inner(&#codes))
        }
    });
    let retired = quote!(__errcode::Segment::Retired(#retired));
    let segments = segments.chain([retired]).collect();
    (runs, segments)
}

/// The comparison of the type's own codes with those of each type that it forwards to, and of those with each other.
fn compared(segments: &[Segment<'_>], retired: &TokenStream, generics: &Generics) -> TokenStream {
    let write = |ty: &Type| with_static_lifetimes(ty, generics);
    let (runs, sources) = expand_segments(segments, retired, write);
    let table = comparison(&sources, |segments| quote!(__errcode::sources(__OWNER, #segments)));
    let checks = segments.iter().enumerate().filter_map(|(index, segment)| match segment {
        Segment::Own(_) => None,
        Segment::Inner(ty, _) => Some(duplicates_check(index, ty)),
    });
    quote!(#runs #table #(#checks)*)
}

/// The type as it is outside of the impl, where its lifetimes have no names. The codes are the same for all.
fn with_static_lifetimes(ty: &Type, generics: &Generics) -> TokenStream {
    fn replaced(tokens: TokenStream, names: &[String]) -> TokenStream {
        let mut after_quote = false;
        let replace = |token| match token {
            TokenTree::Ident(name) if after_quote => {
                after_quote = false;
                let is_own = names.contains(&name.to_string());
                TokenTree::Ident(if is_own { Ident::new("static", name.span()) } else { name })
            }
            TokenTree::Group(group) => {
                let mut inside = Group::new(group.delimiter(), replaced(group.stream(), names));
                inside.set_span(group.span());
                TokenTree::Group(inside)
            }
            token => {
                after_quote = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '\'');
                token
            }
        };
        tokens.into_iter().map(replace).collect()
    }

    let names: Vec<String> =
        generics.lifetimes().map(|param| param.lifetime.ident.to_string()).collect();
    let tokens = ty.to_token_stream();
    if names.is_empty() { tokens } else { replaced(tokens, &names) }
}

/// The types of a `catalog!`.
pub(crate) fn listed(types: &[Type]) -> TokenStream {
    let sources: Vec<_> = types
        .iter()
        .map(|ty| {
            // Of the macro: a trait that is in scope would be linted as qualified without need.
            let of = Ident::new("ErrorCodes", Span::call_site().located_at(ty.span()));
            let codes = quote_spanned!(ty.span()=> <#ty as __errcode::#of>::CODES);
            quote!(__errcode::Segment::Inner(&#codes))
        })
        .collect();
    let table = comparison(&sources, |segments| quote!(__errcode::listed(#segments)));
    let checks = types.iter().enumerate().map(|(index, ty)| duplicates_check(index, ty));
    quote!(#table #(#checks)*)
}

/// The table of what is compared, and what it found.
fn comparison(
    segments: &[TokenStream],
    sources: impl FnOnce(TokenStream) -> TokenStream,
) -> TokenStream {
    let sources = sources(quote!(&[#(#segments),*]));
    quote! {
        static __SOURCES: __errcode::Sources = #sources;
        const __LEN: __errcode::std::primitive::usize = __errcode::count(&__SOURCES);
        static __TABLE: __errcode::Table<__LEN, { __errcode::slots(__LEN) }> =
            __errcode::Table::new(&__SOURCES);
        static __PLACES: [__errcode::std::primitive::u64; __TABLE.entries_len()] = __TABLE.places();
        static __HASHES: [__errcode::std::primitive::u64; __TABLE.entries_len()] = __TABLE.hashes();
        static __MERGED: __errcode::Merged =
            __errcode::merged(&__SOURCES, &__PLACES, &__HASHES, __TABLE.used_len());
    }
}

/// Fails the build, at `source`, if this source has duplicates of entries before it in `__TABLE`.
fn duplicates_check(index: usize, source: &impl ToTokens) -> TokenStream {
    let index = Literal::usize_unsuffixed(index);
    let fail = call_over(source);
    quote! {
        const _: () = {
            const __LEN: __errcode::std::primitive::usize = __TABLE.report_len(#index);
            if __LEN > 0 {
                const __TEXT: [__errcode::std::primitive::u8; __LEN] = __TABLE.report(#index);
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
