//! ```text
//! const _: () = {
//!     const __RELEASED: &[Released] = &[
//!         released("JOB_EXPIRED", 0xd5…, 3, 410, false, 0x52…, &[("job_id", "string", false)], &["x-job"]),
//!         released_code("JOB_LOST", 0x9b…),
//!         retired("JOB_PAUSED", 0x11…),
//!     ];
//!     … panic, at the path of the lock, if the catalog breaks one of them …
//! };
//! ```

use proc_macro2::TokenStream;
use quote::{format_ident, quote, quote_spanned};
use syn::{Attribute, ext::IdentExt};

use super::{
    Lock, Purpose, VARIABLE,
    file::{Detail, Line},
};
use crate::{catalog::parse::Level, crate_path, hash, promises::Promises};

impl Lock<'_> {
    /// The lock that the catalog knows.
    pub(in crate::catalog) fn value(&self) -> TokenStream {
        let (path, level) = (self.path, self.level());
        let text = if self.released.is_some() {
            quote!(::core::include_str!(
                ::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), "/", #path)
            ))
        } else {
            quote!("")
        };
        quote!(__errcode::std::option::Option::Some(__errcode::lock::lock(#text, #level)))
    }

    /// What stands beside the catalog.
    pub(in crate::catalog) fn checks(&self) -> TokenStream {
        let Self { catalog, path, krate, purpose, released, .. } = self;
        let comparison = match (purpose, released) {
            (Purpose::Inform, _) => return TokenStream::new(),
            (Purpose::Compare, Some(released)) => self.comparison(released),
            (Purpose::Compare, None) | (Purpose::Rewrite, _) => TokenStream::new(),
        };
        let support = crate_path::support(krate);
        let test = format_ident!("{}_matches_its_lock", catalog.unraw().to_string().to_lowercase());
        let shared = self.shared_attrs();
        quote! {
            // Names the variable, so that a build with another value is another build.
            #shared
            const _: ::core::option::Option<&'static ::core::primitive::str> =
                ::core::option_env!(#VARIABLE);
            #comparison
            #shared
            #[cfg(test)]
            #[::core::prelude::v1::test]
            #[allow(unnameable_test_items)]
            fn #test() {
                use #support as __errcode;
                __errcode::lock::test(
                    &#catalog,
                    ::core::env!("CARGO_MANIFEST_DIR"),
                    #path,
                    ::core::env!("CARGO_PKG_VERSION"),
                );
            }
        }
    }

    fn comparison(&self, released: &[Line]) -> TokenStream {
        let Self { catalog, path, krate, .. } = self;
        let support = crate_path::support(krate);
        let rows = released.iter().map(|line| row(line, self.level));
        // The compiler underlines the call, which is to be the path.
        let fail = quote_spanned!(path.span()=> __errcode::fail(&__TEXT));
        let shared = self.shared_attrs();
        quote! {
            #shared
            const _: () = {
                use #support as __errcode;
                const __RELEASED: &[__errcode::lock::Released] = &[#(#rows),*];
                const __LEN: __errcode::std::primitive::usize =
                    __errcode::lock::breaks_len(&#catalog, #path, __RELEASED);
                if __LEN > 0 {
                    const __TEXT: [__errcode::std::primitive::u8; __LEN] =
                        __errcode::lock::breaks(&#catalog, #path, __RELEASED);
                    #fail;
                }
            };
        }
    }

    /// What the attributes of the catalog mean for all that names it.
    fn shared_attrs(&self) -> TokenStream {
        let is = |attr: &&Attribute, name| attr.path().is_ident(name);
        let conditions = self.attrs.iter().filter(|attr| is(attr, "cfg"));
        let deprecated = self.attrs.iter().find(|attr| is(attr, "deprecated"));
        let allowed = deprecated.map(|_| quote!(#[allow(deprecated)]));
        quote!(#(#conditions)* #allowed)
    }

    fn level(&self) -> TokenStream {
        let level = format_ident!("{}", if self.level == Level::All { "All" } else { "Codes" });
        quote!(__errcode::lock::Level::#level)
    }
}

/// A released code, as far as it is locked.
fn row(line: &Line, level: Level) -> TokenStream {
    let Line { number, code, is_retired, status, is_retryable, details, headers } = line;
    let hash = hash::fnv_1a(code);
    if *is_retired {
        return quote!(__errcode::lock::retired(#code, #hash));
    }
    let Some(status) = status.filter(|_| level == Level::All) else {
        return quote!(__errcode::lock::released_code(#code, #hash));
    };
    let mut promises = Promises::of(code);
    let details = details.iter().map(|Detail { name, kind, is_optional }| {
        promises.detail(name, kind, *is_optional);
        quote!((#name, #kind, #is_optional))
    });
    let details: Vec<_> = details.collect();
    for name in headers {
        promises.header(name);
    }
    let promises = promises.number();
    quote! {
        __errcode::lock::released(
            #code, #hash, #number, #status, #is_retryable, #promises, &[#(#details),*], &[#(#headers),*]
        )
    }
}
