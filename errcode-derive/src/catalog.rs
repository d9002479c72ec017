//! `catalog!`: one static table over the codes of several types.
//!
//! ```text
//! pub static COORDINATOR: Catalog = {
//!     const __SOURCES: Sources = listed(&[Segment::Inner(&<JobError as ErrorCodes>::CODES), …]);
//!     const __TABLE: &Table<{ count(__SOURCES) }, …> = &Table::new(__SOURCES);
//!     const _: () = { … panic if source 0 has duplicates … };     one for each source, at its path
//!     static __SPECS: […] = __TABLE.specs();
//!     catalog(&__SPECS, &__SLOTS, &__RETIRED)
//! };
//! ```

use proc_macro2::TokenStream;
use quote::quote;
use syn::{
    Attribute, Ident, LitStr, Path, Token, Type, Visibility, bracketed,
    ext::IdentExt,
    parse::{Parse, ParseStream},
    punctuated::Punctuated,
};

use crate::{expand, lower, message};

pub(crate) fn catalog(input: TokenStream) -> TokenStream {
    match syn::parse2::<Catalog>(input) {
        Ok(catalog) => expand(&catalog),
        Err(error) => error.into_compile_error(),
    }
}

/// `pub static NAME = [Type, …]`, and options behind it.
struct Catalog {
    attrs: Vec<Attribute>,
    visibility: Visibility,
    name: Ident,
    types: Vec<Type>,
    krate: Option<Path>,
    /// What is wrong with the options: the static is defined all the same.
    errors: Vec<darling::Error>,
}

impl Parse for Catalog {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let attrs = input.call(Attribute::parse_outer)?;
        let visibility = input.parse()?;
        if !input.peek(Token![static]) {
            return Err(input.error(message::CATALOG_FORM));
        }
        input.parse::<Token![static]>()?;
        let name = input.parse()?;
        if !input.peek(Token![=]) {
            return Err(input.error(message::CATALOG_FORM));
        }
        input.parse::<Token![=]>()?;
        let list;
        bracketed!(list in input);
        let types = Punctuated::<Type, Token![,]>::parse_terminated(&list)?.into_iter().collect();
        let mut catalog = Self { attrs, visibility, name, types, krate: None, errors: Vec::new() };
        while !input.is_empty() {
            if input.parse::<Option<Token![;]>>()?.is_some() {
                continue;
            }
            input.parse::<Token![,]>()?;
            if !input.is_empty() {
                catalog.option(input)?;
            }
        }
        Ok(catalog)
    }
}

impl Catalog {
    fn option(&mut self, input: ParseStream<'_>) -> syn::Result<()> {
        let key = Ident::parse_any(input)?;
        input.parse::<Token![=]>()?;
        match key.to_string().as_str() {
            "crate" => self.krate = Some(input.call(Path::parse_mod_style)?),
            "lock" => {
                input.parse::<LitStr>()?;
                self.errors.push(message::lock_unsupported(&key));
            }
            _ => {
                input.parse::<syn::Expr>()?;
                self.errors.push(message::unknown_catalog_option(&key));
            }
        }
        Ok(())
    }
}

fn expand(catalog: &Catalog) -> TokenStream {
    let Catalog { attrs, visibility, name, types, krate, errors } = catalog;
    let krate = krate.clone().unwrap_or_else(lower::default_crate);
    let errors = errors.iter().map(|error| error.clone().write_errors());
    let documented = attrs.iter().any(|attr| attr.path().is_ident("doc"));
    let doc = (!documented).then(|| quote!(#[doc = "The error codes, each once."]));
    let compared = expand::listed(types);
    quote! {
        #(#errors)*
        #(#attrs)*
        #doc
        #visibility static #name: #krate::Catalog = {
            use #krate::__private as __errcode;
            #compared
            static __SPECS: [
                __errcode::std::option::Option<&'static __errcode::CodeSpec>;
                __TABLE.specs_len()
            ] = __TABLE.specs();
            static __SLOTS: [
                __errcode::std::primitive::u32;
                __errcode::slots(__TABLE.specs_len())
            ] = __errcode::index(&__SPECS);
            static __RETIRED: [&__errcode::std::primitive::str; __TABLE.retired_len()] =
                __TABLE.retired_codes();
            __errcode::catalog(&__SPECS, &__SLOTS, &__RETIRED)
        };
    }
}
