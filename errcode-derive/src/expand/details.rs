//! `impl VisitDetails`, for an error that has details of its own.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{LitStr, spanned::Spanned};

use super::{bounds, impl_for, own, pattern};
use crate::model::{Model, Variant};

pub(super) fn expand(model: &Model) -> Option<TokenStream> {
    let visitor = own("visitor");
    let arms: Vec<_> = model.variants.iter().filter_map(|variant| arm(variant, &visitor)).collect();
    if arms.is_empty() {
        return None;
    }
    let body = quote! {
        fn visit_details(&self, #visitor: &mut __errcode::DetailVisitor<'_>) {
            match self {
                #(#arms)*
                _ => {}
            }
        }
    };
    Some(impl_for(
        model.target(),
        &quote!(__errcode::VisitDetails),
        &bounds::of_api_error(model),
        &body,
    ))
}

/// Whether a variant has details of its own.
pub(super) fn any(variant: &Variant) -> bool {
    !fixed(variant).is_empty() || variant.fields.iter().any(|field| field.detail.is_some())
}

fn fixed(variant: &Variant) -> &[(LitStr, LitStr)] {
    variant.coded().map_or(&[], |coded| &coded.details)
}

/// Shows each detail to the visitor, the fixed ones first; an `Option` that is `None` is no detail.
fn arm(variant: &Variant, visitor: &syn::Ident) -> Option<TokenStream> {
    let fixed = fixed(variant)
        .iter()
        .map(|(name, value)| quote!(__errcode::DetailVisitor::record(#visitor, #name, #value);));
    let details = variant.fields.iter().enumerate().filter_map(|(at, field)| {
        let (name, _) = field.detail.as_ref()?;
        Some((at, field, name))
    });
    let pattern = pattern::binding_fields(variant, details.clone().map(|(at, ..)| at));
    let of_fields = details.map(|(at, field, name)| {
        let value = pattern::binding(at, field.ty.span());
        let visit = quote!(__errcode::DetailVisitor::record(#visitor, #name, #value););
        if field.is_option() {
            quote!(if let ::core::option::Option::Some(#value) = #value { #visit })
        } else {
            visit
        }
    });
    any(variant).then(|| quote!(#pattern => { #(#fixed)* #(#of_fields)* }))
}
