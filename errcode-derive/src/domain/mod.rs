//! `domain!`: what the error types of a service share, and the type that their codes are claimed on.
//!
//! ```text
//! pub struct Coordinator<C: ?Sized = ()>(PhantomData<fn() -> *const C>);
//! pub(crate) use errcode::__private0::claims as Coordinator;      the macro that the crate's enums claim codes with
//! impl Domain for Coordinator { … }
//! ```

mod expand;
mod parse;

use proc_macro2::TokenStream;

use crate::{crate_path, diagnostics::Errors, fingerprint};

pub(crate) fn domain(input: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let (krate, input) = crate_path::handed_on(input);
    let fingerprint = fingerprint::of(&input);
    let domain = parse::parse(input, &mut errors);
    let expanded = domain.map(|domain| expand::expand(&domain, fingerprint, krate));
    let errors = errors.finish();
    quote::quote!(#errors #expanded)
}
