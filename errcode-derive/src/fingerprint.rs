//! A number for what the derive was given: two types that differ in anything have different numbers.

use std::env;

use proc_macro2::TokenStream;

use crate::hash;

/// The number of an item, its tokens without their places, in this version of its package: two versions of a package
/// may be in one build.
pub(crate) fn of(item: &TokenStream) -> u64 {
    let version = env::var("CARGO_PKG_VERSION").unwrap_or_default();
    let hash = hash::extend(hash::fnv_1a(&version), "\0");
    hash::extend(hash, &item.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_differs_with_any_token() {
        let of = |item: &str| of(&item.parse().expect("an item is made of tokens"));
        let item = of(r#"enum E { #[api(code = "A")] A }"#);
        assert_eq!(item, of(r#"enum  E { #[api(code="A")] A }"#));
        assert_ne!(item, of(r#"enum E { #[api(code = "B")] A }"#));
        assert_ne!(item, of(r#"enum E { #[api(code = "A")] A, }"#));
    }
}
