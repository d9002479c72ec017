//! The derive from end to end.

use proc_macro2::TokenStream;

use crate::{attr, check, diagnostics::Errors, expand, fingerprint, lower};

pub(crate) fn derive(input: TokenStream) -> TokenStream {
    let fingerprint = fingerprint::of(&input);
    let (input, attributes) = match attr::read(input) {
        Ok(read) => read,
        Err(error) => return error.into_compile_error(),
    };
    let mut errors = Errors::default();
    let model = attr::parse(&input, attributes, &mut errors)
        .map(|item| lower::lower(item, fingerprint, &mut errors));
    if let Some(model) = &model {
        check::check(model, &mut errors);
    }
    let errors = errors.finish();
    // Also beside errors: what is right is expanded, so that nothing else is wrong in this build but what is.
    let expanded = model.as_ref().map(expand::expand);
    quote::quote!(#errors #expanded)
}
