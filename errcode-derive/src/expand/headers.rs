//! The declared headers of a variant.
//!
//! ```text
//! Self::Limited { limit: __field_0, .. } => {
//!     let mut headers = HeaderMap::new();
//!     insert_static(&mut headers, HeaderName::from_static("cache-control"), HeaderValue::from_static("no-store"));
//!     insert_header(&mut headers, HeaderName::from_static("x-ratelimit-limit"), __field_0);
//!     headers
//! }
//! ```

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use super::{inner, pattern, private_ident, text};
use crate::{
    binding::binding,
    model::{Model, Text, Variant},
};

pub(super) fn arm(model: &Model, index: usize, variant: &Variant) -> Option<TokenStream> {
    let map = private_ident("headers");
    let name =
        |lowercase: &str| quote!(const { __errcode::http::HeaderName::from_static(#lowercase) });
    let mut bound: Vec<usize> = Vec::new();
    let mut inserts = TokenStream::new();
    for header in &variant.headers {
        let name = name(&header.name.lowercase);
        inserts.extend(match &header.value {
            Text::Static(value) => {
                let value = quote!(const { __errcode::http::HeaderValue::from_static(#value) });
                quote!(__errcode::insert_static(&mut #map, #name, #value);)
            }
            Text::Format(format) => {
                bound.extend(text::fields(format));
                let arguments = text::format_args(format);
                quote!(__errcode::insert_header(&mut #map, #name, &#arguments);)
            }
        });
    }
    for (index, field) in variant.fields.iter().enumerate() {
        let Some(header) = &field.header else { continue };
        bound.push(index);
        let name = name(&header.lowercase);
        let value = binding(index, field.ty.span());
        let ty = field.inside_option().unwrap_or(&field.ty);
        let method = quote_spanned!(ty.span()=> <#ty as __errcode::HeaderField>::insert);
        let insert = quote!(#method(#value, #name, &mut #map););
        inserts.extend(if field.is_option() {
            quote!(if let ::core::option::Option::Some(#value) = #value { #insert })
        } else {
            insert
        });
    }
    let start = match variant.transparent() {
        None if inserts.is_empty() => return None,
        None => quote!(__errcode::http::HeaderMap::new()),
        Some(transparent) => {
            bound.push(transparent.field);
            let inner = inner::error(model, index, variant, transparent);
            quote!(__errcode::ApiError::headers(#inner))
        }
    };
    bound.sort_unstable();
    bound.dedup();
    let pattern = pattern::binding_fields(variant, bound);
    Some(if inserts.is_empty() {
        quote!(#pattern => #start,)
    } else {
        quote! {
            #pattern => {
                let mut #map = #start;
                #inserts
                #map
            }
        }
    })
}
