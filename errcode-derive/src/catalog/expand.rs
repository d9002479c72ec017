//! ```text
//! pub static COORDINATOR: Catalog = {
//!     static __SOURCES: Sources = listed(&[Segment::Inner(&<JobError as ErrorCodes>::CODES), …]);
//!     static __TABLE: Table<{ count(&__SOURCES) }, …> = Table::new(&__SOURCES);
//!     static __MERGED: Merged = …;                                arrays of numbers of the table
//!     const _: () = { … panic if source 0 has duplicates … };     one for each source, at its path
//!     catalog(&__MERGED, &__SLOTS, lock)
//! };
//! const _: () = { … panic if the lock is broken … };              at the path of the lock
//! #[test] fn coordinator_matches_its_lock() { … }
//! ```

use proc_macro2::TokenStream;
use quote::quote;
use syn::Path;

use super::{lock, parse::Catalog};
use crate::{crate_path, diagnostics::Errors, expand};

pub(super) fn expand(catalog: &Catalog, default_crate: Path, errors: &mut Errors) -> TokenStream {
    let Catalog { attrs, visibility, name, types, krate, lock, level } = catalog;
    let krate = krate.clone().unwrap_or(default_crate);
    let support = crate_path::support(&krate);
    let documented = attrs.iter().any(|attr| attr.path().is_ident("doc"));
    let doc = (!documented).then(|| quote!(#[doc = "The error codes, each once."]));
    let compared = expand::listed(types);
    let lock =
        lock.as_ref().map(|path| lock::Lock::read((name, attrs), path, *level, &krate, errors));
    let (text, checks) = match &lock {
        Some(lock) => (lock.value(), lock.checks()),
        None => (quote!(__errcode::std::option::Option::None), TokenStream::new()),
    };
    quote! {
        #(#attrs)*
        #doc
        #visibility static #name: #krate::Catalog = {
            use #support as __errcode;
            #compared
            static __SLOTS: [__errcode::std::primitive::u32; __errcode::slots(__LEN)] =
                __TABLE.slots();
            __errcode::catalog(&__MERGED, &__SLOTS, #text)
        };
        #checks
    }
}
