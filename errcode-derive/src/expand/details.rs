//! `impl VisitDetails`, for an error that has details of its own.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use super::{bounds, impl_for, inner, pattern, private_ident, text};
use crate::{
    binding::binding,
    model::{DetailValue, Field, Kind, Model, StaticDetail, Text, Variant},
};

pub(super) fn expand(model: &Model) -> Option<TokenStream> {
    let visitor = private_ident("visitor");
    let indexed = model.variants.iter().enumerate();
    let arms: Vec<_> =
        indexed.filter_map(|(index, variant)| arm(model, index, variant, &visitor)).collect();
    let is_needed = model.variants.iter().any(any);
    if !is_needed {
        return None;
    }
    let rest = (arms.len() < model.variants.len()).then(|| quote!(_ => {}));
    let body = quote! {
        fn visit_details(&self, #visitor: &mut __errcode::DetailVisitor<'_>) {
            match self {
                #(#arms)*
                #rest
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
    !variant.details.is_empty() || variant.fields.iter().any(|field| field.detail.is_some())
}

/// Records each detail: those of a transparent field, the static ones, and the fields. An `Option` that is `None` is no
/// detail.
fn arm(
    model: &Model,
    index: usize,
    variant: &Variant,
    visitor: &syn::Ident,
) -> Option<TokenStream> {
    let mut bound: Vec<usize> = Vec::new();
    let mut records = TokenStream::new();
    if let Kind::Transparent(transparent) = &variant.kind {
        let inner = inner::error(model, index, variant, transparent);
        let own: Vec<String> = names(variant);
        bound.push(transparent.field);
        let details = quote!(__errcode::ApiError::details(#inner));
        let details = if own.is_empty() { details } else { quote!(#details.without(&[#(#own),*])) };
        records.extend(quote!(__errcode::DetailVisitor::record_all(#visitor, #details);));
    }
    for StaticDetail { name, value } in &variant.details {
        let value = match value {
            DetailValue::Text(Text::Static(text)) => quote!(#text),
            DetailValue::Text(Text::Format(format)) => {
                bound.extend(text::fields(format));
                let arguments = text::format_args(format);
                quote!(&#arguments)
            }
            DetailValue::Integer(number) | DetailValue::Number(number) => quote!(&(#number)),
            DetailValue::Boolean(value) => quote!(&#value),
            DetailValue::Null => quote!(&()),
        };
        records.extend(quote!(__errcode::DetailVisitor::record(#visitor, #name, #value);));
    }
    for (index, field) in variant.fields.iter().enumerate() {
        if let Some(record) = record(index, field, visitor) {
            bound.push(index);
            records.extend(record);
        }
    }
    bound.sort_unstable();
    bound.dedup();
    let pattern = pattern::binding_fields(variant, bound);
    (!records.is_empty()).then(|| quote!(#pattern => { #records }))
}

/// The names of a variant's own details.
fn names(variant: &Variant) -> Vec<String> {
    let of_variant = variant.details.iter().map(|detail| detail.name.value());
    let of_fields =
        variant.fields.iter().filter_map(|field| Some(field.detail.as_ref()?.name.clone()));
    of_variant.chain(of_fields).collect()
}

fn record(index: usize, field: &Field, visitor: &syn::Ident) -> Option<TokenStream> {
    let detail = field.detail.as_ref()?;
    let name = &detail.name;
    let value = binding(index, field.ty.span());
    let ty = field.inside_option().unwrap_or(&field.ty);
    let method = quote_spanned!(ty.span()=> <#ty as __errcode::DetailField>::record);
    let record = quote!(#method(#value, #name, #visitor););
    let record = if field.is_option() {
        quote!(if let ::core::option::Option::Some(#value) = #value { #record })
    } else {
        record
    };
    Some(match &detail.skip_if {
        Some(path) => {
            let skip = quote_spanned!(path.span()=> #path(#value));
            quote!(if !#skip { #record })
        }
        None => record,
    })
}
