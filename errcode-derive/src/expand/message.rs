//! The public message of a variant. What a 5xx may say is decided at runtime, by the status: see `default_message` in
//! errcode-core.

use proc_macro2::TokenStream;
use quote::quote;

use super::{inner, pattern, text};
use crate::model::{Kind, Message, Model, Variant};

/// The arm of a variant whose message is not the default one.
pub(super) fn arm(model: &Model, index: usize, variant: &Variant) -> Option<TokenStream> {
    match (&variant.message, &variant.kind) {
        (Message::Exposed, Kind::Coded(_)) => {
            let pattern = pattern::any(variant);
            Some(quote!(#pattern => __errcode::exposed_message(self),))
        }
        (Message::Exposed, Kind::Transparent(_)) if variant.says_expose() => {
            let pattern = pattern::any(variant);
            Some(quote!(#pattern => __errcode::exposed_message(self),))
        }
        (Message::Template(format), _) => {
            let pattern = pattern::binding_fields(variant, text::fields(format));
            let arguments = text::format_args(format);
            let written = quote!(__errcode::written_message(self, #arguments));
            let locals = text::locals(format);
            Some(quote!(#pattern => { #locals #written }))
        }
        (_, Kind::Transparent(transparent)) => {
            let pattern = pattern::binding_fields(variant, [transparent.field]);
            let inner = inner::error(model, index, variant, transparent);
            Some(quote!(#pattern => __errcode::ApiError::message(#inner),))
        }
        _ => None,
    }
}
