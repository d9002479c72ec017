//! The type of a domain.

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote};
use syn::{Path, ext::IdentExt};

use super::parse::Domain;
use crate::{
    crate_path::{self, ItemPath},
    span,
};

pub(super) fn expand(domain: &Domain, fingerprint: u64, default_crate: Path) -> TokenStream {
    let Domain { attrs, visibility, ident, name, docs_url, envelope, catalog, krate } = domain;
    let krate = krate.as_ref().map_or(default_crate, |path| path.0.clone());
    let support = crate_path::support(&krate);
    let documented = attrs.iter().any(|attr| attr.path().is_ident("doc"));
    let doc = (!documented).then(|| quote!(#[doc = "The domain of the error codes."]));
    let string = |value: &Option<syn::LitStr>| {
        let some = value.as_ref().map(|value| quote!(::core::option::Option::Some(#value)));
        some.unwrap_or_else(|| quote!(::core::option::Option::None))
    };
    let (name, docs_url) = (string(name), string(docs_url));
    let catalog = catalog.as_ref().map_or_else(
        || quote!(::core::option::Option::None),
        |ItemPath(catalog)| quote!(::core::option::Option::Some(&#catalog)),
    );
    let envelope =
        envelope.as_ref().map_or_else(|| quote!(__errcode::Problem), |envelope| quote!(#envelope));
    // At the name, and of the macro, which is not linted: an `allow` is an error where the lint is forbidden.
    let mut declared = ident.clone();
    declared.set_span(Span::call_site().located_at(ident.span()));
    let module = format_ident!("__errcode_domain_{}", ident.unraw(), span = Span::call_site());
    // Two domains that one `macro_rules!` makes may share every place.
    let origin = format!("::{} {} {fingerprint:016x}", ident.unraw(), span::position(ident.span()));
    quote! {
        // Public by itself, so that an error type may be more visible than its domain.
        mod #module {
            #(#attrs)*
            #doc
            pub struct #declared<__Claim: ?::core::marker::Sized = ()>(
                ::core::marker::PhantomData<fn() -> *const __Claim>,
            );
        }

        #visibility use #module::#ident;

        // Another namespace: the macro that claims codes on the type, in this crate alone.
        #[doc(hidden)]
        pub(crate) use #support::claims as #ident;

        const _: () = {
            use #support as __errcode;

            #[automatically_derived]
            impl __errcode::Domain for #ident {
                const NAME: ::core::option::Option<&'static __errcode::std::primitive::str> = #name;
                const DOCS_URL: ::core::option::Option<&'static __errcode::std::primitive::str> = #docs_url;
                const CATALOG: ::core::option::Option<&'static __errcode::Catalog> = #catalog;
                const ORIGIN: &'static __errcode::std::primitive::str =
                    ::core::concat!(::core::module_path!(), #origin);
                type Envelope = #envelope;
            }
        };
    }
}
