//! A number for what the derive was given: two types that differ in anything have different numbers.

use std::env;

use proc_macro2::TokenStream;

/// The number of an item, its tokens without their places, in this version of its package: two versions of a package
/// may be in one build.
pub(crate) fn of(item: &TokenStream) -> u64 {
    let version = env::var("CARGO_PKG_VERSION").unwrap_or_default();
    let text = item.to_string();
    version.bytes().chain([0]).chain(text.bytes()).fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        // FNV-1a: the same in every build.
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
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
