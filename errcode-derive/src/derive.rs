//! The derive from end to end.

use darling::Error;
use proc_macro2::TokenStream;
use syn::DeriveInput;

use crate::{attr, check, expand, fallback::Stub, fingerprint, lower};

pub(crate) fn derive(input: TokenStream) -> TokenStream {
    let fingerprint = fingerprint::of(&input);
    let input: DeriveInput = match syn::parse2(input) {
        Ok(input) => input,
        Err(error) => return error.into_compile_error(),
    };
    let mut errors = Error::accumulator();
    let item = attr::receive(&input, &mut errors);
    let stub = item.as_ref().map(Stub::of);
    let model = item.map(|item| lower::lower(item, fingerprint, &mut errors));
    match check::check(model, errors) {
        Ok(checked) => expand::expand(&checked),
        Err(error) => {
            let errors = crate::message::in_source_order(error);
            quote::quote!(#errors #stub)
        }
    }
}
