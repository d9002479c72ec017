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
use quote::quote;
use syn::spanned::Spanned;

use super::{own, pattern};
use crate::model::Variant;

pub(super) fn arm(variant: &Variant) -> Option<TokenStream> {
    let coded = variant.coded()?;
    let map = own("headers");
    let name = |lower: &str| quote!(const { __errcode::http::HeaderName::from_static(#lower) });
    let fixed = coded.headers.iter().map(|header| {
        let (name, value) = (name(&header.name.lower), &header.value);
        let value = quote!(const { __errcode::http::HeaderValue::from_static(#value) });
        quote!(__errcode::insert_static(&mut #map, #name, #value);)
    });
    let declared = variant
        .fields
        .iter()
        .enumerate()
        .filter_map(|(at, field)| Some((at, field, field.header.as_ref()?)));
    let of_fields = declared.clone().map(|(at, field, header)| {
        let name = name(&header.lower);
        let value = pattern::binding(at, field.ty.span());
        let insert = quote!(__errcode::insert_header(&mut #map, #name, #value););
        if field.is_option() {
            quote!(if let ::core::option::Option::Some(#value) = #value { #insert })
        } else {
            insert
        }
    });
    let inserts: Vec<TokenStream> = fixed.chain(of_fields).collect();
    if inserts.is_empty() {
        return None;
    }
    let pattern = pattern::binding_fields(variant, declared.map(|(at, ..)| at));
    Some(quote! {
        #pattern => {
            let mut #map = __errcode::http::HeaderMap::new();
            #(#inserts)*
            #map
        }
    })
}
