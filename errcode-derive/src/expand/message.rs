//! The public message of a variant. What a 5xx may say is decided at run time, by the status: see
//! `default_message` in errcode-core.

use proc_macro2::TokenStream;
use quote::quote;

use super::pattern;
use crate::model::{Format, Message, Variant};

pub(super) fn arm(variant: &Variant) -> Option<TokenStream> {
    Some(match &variant.coded()?.message {
        Message::Default => {
            let pattern = pattern::any(variant);
            quote!(#pattern => __errcode::default_message(self),)
        }
        Message::Exposed => {
            let pattern = pattern::any(variant);
            quote!(#pattern => __errcode::exposed_message(self),)
        }
        Message::Written(Format { literal, arguments, .. }) => {
            let mut fields: Vec<usize> = arguments.iter().map(|(_, field)| *field).collect();
            fields.sort_unstable();
            fields.dedup();
            let pattern = pattern::binding_fields(variant, fields);
            let arguments = arguments.iter().map(|(name, field)| {
                // Named, as arguments are found by name wherever literal and field come from.
                let value = pattern::binding(*field, literal.span());
                quote!(, #name = #value)
            });
            quote! {
                #pattern => __errcode::written_message(self, ::core::format_args!(#literal #(#arguments)*)),
            }
        }
    })
}
