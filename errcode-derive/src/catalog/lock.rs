//! The lock of a catalog: compared by a constant, and rewritten by a test.
//!
//! The file is read by the compiler, through `include_str!`, which notes it as a dependency; so is the variable
//! `ERRCODE_LOCK`. A package that is built for another, from a registry or a git checkout, is released already: its
//! lock is left alone.

use std::{
    env,
    path::{Path, PathBuf},
};

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::{LitStr, ext::IdentExt};

use super::parse::Level;
use crate::{crate_path, diagnostics::catalog as texts};

/// Switches the comparison off, so that the test that rewrites the file can run.
const VARIABLE: &str = "ERRCODE_LOCK";

pub(super) struct Lock<'a> {
    catalog: &'a Ident,
    path: &'a LitStr,
    level: Level,
    krate: &'a syn::Path,
    state: State,
}

enum State {
    /// Compared.
    Read,
    /// The test rewrites it.
    Rewritten,
    Missing,
    /// The package is built for another.
    Foreign,
}

impl<'a> Lock<'a> {
    pub(super) fn new(
        catalog: &'a Ident,
        path: &'a LitStr,
        level: Level,
        krate: &'a syn::Path,
    ) -> Self {
        let manifest = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from).unwrap_or_default();
        let state = if is_foreign(&manifest) {
            State::Foreign
        } else if env::var_os(VARIABLE).is_some_and(|value| !value.is_empty()) {
            State::Rewritten
        } else if manifest.join(path.value()).is_file() {
            State::Read
        } else {
            State::Missing
        };
        Self { catalog, path, level, krate, state }
    }

    fn level(&self) -> TokenStream {
        let level = format_ident!("{}", if self.level == Level::All { "All" } else { "Codes" });
        quote!(__errcode::lock::Level::#level)
    }

    /// The lock that the catalog knows.
    pub(super) fn value(&self) -> TokenStream {
        let State::Read = self.state else {
            return quote!(__errcode::std::option::Option::None);
        };
        let (path, level) = (self.path, self.level());
        quote! {
            __errcode::std::option::Option::Some(__errcode::lock::lock(
                #path,
                ::core::include_str!(::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), "/", #path)),
                #level,
            ))
        }
    }

    /// What stands beside the catalog.
    pub(super) fn checks(&self) -> TokenStream {
        let Self { catalog, path, krate, state, .. } = self;
        let support = crate_path::support(krate);
        let comparison = match state {
            State::Foreign => return TokenStream::new(),
            State::Missing => {
                let error = texts::missing_lock(path).into_tokens();
                quote!(#error)
            }
            State::Rewritten => TokenStream::new(),
            State::Read => {
                let value = self.value();
                // The compiler underlines the call, which is to be the path.
                let fail = quote_spanned!(path.span()=> __errcode::fail(&__TEXT));
                quote! {
                    const _: () = {
                        use #support as __errcode;
                        const __LOCK: __errcode::std::option::Option<__errcode::lock::Lock> = #value;
                        const __LEN: __errcode::std::primitive::usize = match __LOCK {
                            __errcode::std::option::Option::Some(lock) => {
                                __errcode::lock::breaks_len(&#catalog, lock)
                            }
                            __errcode::std::option::Option::None => 0,
                        };
                        if __LEN > 0 {
                            const __TEXT: [__errcode::std::primitive::u8; __LEN] = match __LOCK {
                                __errcode::std::option::Option::Some(lock) => {
                                    __errcode::lock::breaks(&#catalog, lock)
                                }
                                __errcode::std::option::Option::None => [0; __LEN],
                            };
                            #fail;
                        }
                    };
                }
            }
        };
        let level = self.level();
        let test = format_ident!("{}_matches_its_lock", catalog.unraw().to_string().to_lowercase());
        quote! {
            // Names the variable, so that a build with another value is another build.
            const _: ::core::option::Option<&'static ::core::primitive::str> =
                ::core::option_env!(#VARIABLE);
            #comparison
            #[cfg(test)]
            #[::core::prelude::v1::test]
            #[allow(unnameable_test_items)]
            fn #test() {
                use #support as __errcode;
                __errcode::lock::test(
                    &#catalog,
                    ::core::env!("CARGO_MANIFEST_DIR"),
                    #path,
                    #level,
                    ::core::env!("CARGO_PKG_VERSION"),
                );
            }
        }
    }
}

/// Whether a package was fetched to be built for another. Cargo leaves a file in what it fetches.
fn is_foreign(manifest: &Path) -> bool {
    manifest.join(".cargo-checksum.json").is_file()
        || manifest.ancestors().any(|folder| folder.join(".cargo-ok").is_file())
}
