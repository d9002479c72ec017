//! The derive from end to end.

use darling::Error;
use proc_macro2::TokenStream;
use syn::DeriveInput;

use crate::{attr, check, expand, fallback, lower};

pub(crate) fn derive(input: TokenStream) -> TokenStream {
    let input: DeriveInput = match syn::parse2(input) {
        Ok(input) => input,
        Err(error) => return error.into_compile_error(),
    };
    let mut errors = Error::accumulator();
    let stub = fallback::Stub::of(&input);
    let model = attr::receive(&input, &mut errors).map(|item| lower::lower(item, &mut errors));
    match check::check(model, errors) {
        Ok(checked) => expand::expand(&checked),
        Err(error) => fallback::expand(&stub, error),
    }
}
