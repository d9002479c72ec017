//! What expected texts cannot show: how many errors mistakes add up to, that no input panics, and what is generated.

mod attributes;
mod counts;
mod expansions;
mod generated;
mod half_typed;

use proc_macro2::{TokenStream, TokenTree};

/// What the derive makes of some source.
fn derive(source: &str) -> TokenStream {
    crate::derive::derive(source.parse().expect("the source is made of tokens"))
}

/// The number of errors in what was derived.
fn errors(derived: TokenStream) -> usize {
    derived
        .into_iter()
        .map(|token| match token {
            TokenTree::Group(group) => errors(group.stream()),
            TokenTree::Ident(ident) => usize::from(ident == "compile_error"),
            _ => 0,
        })
        .sum()
}

/// The traits that are implemented in what was derived, which has to be valid Rust.
fn traits(derived: TokenStream) -> Vec<String> {
    let file: syn::File = syn::parse2(derived).expect("what is derived is Rust");
    let mut found = Vec::new();
    for item in file.items {
        if let syn::Item::Const(block) = item
            && let syn::Expr::Block(block) = *block.expr
        {
            found.extend(block.block.stmts.into_iter().filter_map(|stmt| match stmt {
                syn::Stmt::Item(syn::Item::Impl(item)) => {
                    let name = item.trait_?.0.segments.last()?.ident.to_string();
                    (name != "VisitDetails").then_some(name)
                }
                _ => None,
            }));
        }
    }
    found
}
