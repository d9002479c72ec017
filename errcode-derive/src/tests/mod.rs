//! What expected texts cannot show: how many errors mistakes add up to, that no input panics, and what is generated.

mod attributes;
mod counts;
mod expansions;
mod generated;
mod half_typed;
mod mutations;

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
    file.items.into_iter().flat_map(traits_in).collect()
}

/// The trait of an impl, or those in a constant's block, which may hold another.
fn traits_in(item: syn::Item) -> Vec<String> {
    match item {
        syn::Item::Impl(item) => {
            let implemented = item.trait_.and_then(|of| of.0.segments.last().cloned());
            implemented.into_iter().map(|segment| segment.ident.to_string()).collect()
        }
        syn::Item::Const(block) => match *block.expr {
            syn::Expr::Block(block) => block
                .block
                .stmts
                .into_iter()
                .flat_map(|stmt| match stmt {
                    syn::Stmt::Item(item) => traits_in(item),
                    _ => Vec::new(),
                })
                .collect(),
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}
