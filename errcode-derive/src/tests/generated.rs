use std::{env, fs};

use super::derive;

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/generated.md");

/// `docs/generated.md` shows what the derive writes for the enum in it. `UPDATE_DOCS=1 cargo test` rewrites it.
#[test]
fn the_page_shows_what_is_generated() {
    let page = fs::read_to_string(PAGE).expect("the page is readable");
    let (before, rest) = page.split_once("```rust\n").expect("the page shows an enum");
    let (source, between) = rest.split_once("```\n").expect("the enum ends");
    let (between, rest) = between.split_once("```rust,ignore\n").expect("the page shows its impls");
    let (_, after) = rest.split_once("```\n").expect("the impls end");

    let item: syn::DeriveInput = syn::parse_str(source).expect("the page's enum is Rust");
    let derived = derive(&quote::quote!(#item).to_string());
    let derived = prettyplease::unparse(&syn::parse2(derived).expect("what is derived is Rust"));
    let fresh =
        format!("{before}```rust\n{source}```\n{between}```rust,ignore\n{derived}```\n{after}");
    if env::var_os("UPDATE_DOCS").is_some() {
        fs::write(PAGE, fresh).expect("the page is writable");
    } else {
        assert!(
            page == fresh,
            "docs/generated.md is stale: UPDATE_DOCS=1 cargo test --package errcode-derive"
        );
    }
}
