//! `catalog!`: one static table over the codes of several types.
//!
//! ```text
//! pub static COORDINATOR: Catalog = {
//!     const __SOURCES: &[Codes] = &[<JobError as ErrorCodes>::CODES, <PaymentError as ErrorCodes>::CODES];
//!     const __TABLE: &Table<{ count(__SOURCES) }> = &Table::new(__SOURCES);
//!     const _: () = { … panic if the codes of source 0 clash … };     one for each source, at its path
//!     catalog(&__TABLE.specs(), &__TABLE.by_hash(), &__TABLE.retired_codes())
//! };
//! ```

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::{
    Attribute, Ident, LitStr, Path, Token, Type, Visibility, bracketed,
    ext::IdentExt,
    parse::{Parse, ParseStream},
    punctuated::Punctuated,
    spanned::Spanned,
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
    let sources =
        types.iter().map(|ty| quote_spanned!(ty.span()=> <#ty as __errcode::ErrorCodes>::CODES));
    let checks = types.iter().enumerate().map(|(at, ty)| expand::clash_check(at, ty));
    quote! {
        #(#errors)*
        #(#attrs)*
        #doc
        #visibility static #name: #krate::Catalog = {
            use #krate::__private as __errcode;
            const __SOURCES: &[__errcode::Codes] = &[#(#sources),*];
            #[allow(long_running_const_eval)]
            const __TABLE: &__errcode::Table<{ __errcode::count(__SOURCES) }> =
                &__errcode::Table::new(__SOURCES);
            #(#checks)*
            #[allow(long_running_const_eval)]
            const __SPECS: [&__errcode::CodeSpec; __TABLE.live()] = __TABLE.specs();
            #[allow(long_running_const_eval)]
            const __BY_HASH: [__errcode::std::primitive::usize; __TABLE.live()] = __TABLE.by_hash();
            const __RETIRED: [&__errcode::std::primitive::str; __TABLE.retired()] =
                __TABLE.retired_codes();
            __errcode::catalog(&__SPECS, &__BY_HASH, &__RETIRED)
        };
    }
}
