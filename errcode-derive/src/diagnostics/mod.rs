//! Every text that tells a user of a mistake: what is wrong, where it belongs, what to write.

use darling::{Error, error::Accumulator};
use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{ToTokens, quote_spanned};

use crate::span;

/// A mistake, from the first to the last token of a node.
macro_rules! error {
    ($node:expr, $($text:tt)+) => {
        $crate::diagnostics::Report::new(&$node, ::std::format!($($text)+))
    };
}

pub(crate) mod attribute;
pub(crate) mod catalog;
pub(crate) mod code;
pub(crate) mod container;
pub(crate) mod domain;
pub(crate) mod field;
pub(crate) mod lock;
pub(crate) mod message;
pub(crate) mod status;
pub(crate) mod text;
pub(crate) mod value;

/// One mistake. `darling::Error` keeps one span, which the compiler shows as one token: the last is kept beside it.
#[derive(Debug)]
pub(crate) struct Report {
    error: Error,
    end: Span,
}

impl Report {
    pub(crate) fn new(node: &impl ToTokens, text: String) -> Self {
        let tokens: Vec<TokenTree> = node.to_token_stream().into_iter().collect();
        let span = |token: Option<&TokenTree>| token.map_or_else(Span::call_site, TokenTree::span);
        Self::between(span(tokens.first()), span(tokens.last()), text)
    }

    pub(crate) fn at(span: Span, text: String) -> Self {
        Self::between(span, span, text)
    }

    fn between(start: Span, end: Span, text: String) -> Self {
        Self { error: Error::custom(text).with_span(&start), end }
    }
}

fn compile_error(error: &Error, end: Span) -> TokenStream {
    let text = error.to_string();
    let path = quote_spanned!(error.span()=> ::core::compile_error!);
    let argument = quote_spanned!(end=> { #text });
    quote::quote!(#path #argument)
}

impl From<syn::Error> for Report {
    fn from(error: syn::Error) -> Self {
        Self::at(error.span(), error.to_string())
    }
}

/// The mistakes of one item. Like the accumulator in it, it cannot be dropped without being asked for them.
#[derive(Default)]
pub(crate) struct Errors {
    all: Accumulator,
    ends: Vec<Span>,
}

impl Errors {
    pub(crate) fn push(&mut self, Report { error, end }: Report) {
        self.all.push(error);
        self.ends.push(end);
    }

    /// The value, or `None` after a report.
    pub(crate) fn handle<T>(&mut self, result: Result<T, Report>) -> Option<T> {
        match result {
            Ok(value) => Some(value),
            Err(report) => {
                self.push(report);
                None
            }
        }
    }

    /// Every mistake as `compile_error!`, from the top of the file to its end; `None` if there is none.
    pub(crate) fn finish(self) -> Option<TokenStream> {
        let error = self.all.finish().err()?;
        let mut reports: Vec<(Error, Span)> = error.flatten().into_iter().zip(self.ends).collect();
        reports.sort_by_key(|(error, _)| span::line_and_column(error.span()));
        Some(reports.iter().map(|(error, end)| compile_error(error, *end)).collect())
    }
}
