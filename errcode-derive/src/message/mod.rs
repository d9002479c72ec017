//! Every text that tells a user of a mistake. Each says what is wrong, where it belongs, and what to write.

use darling::Error;
use proc_macro2::TokenStream;

use crate::source;

/// An error with a text, at the place of a node.
macro_rules! at {
    ($node:expr, $($text:tt)+) => {
        ::darling::Error::custom(::core::format_args!($($text)+)).with_span($node)
    };
}

mod catalog;
mod code;
mod field;
mod form;
mod format;
mod shape;
mod status;
mod value;

pub(crate) use self::{
    catalog::*, code::*, field::*, form::*, format::*, shape::*, status::*, value::*,
};

/// Every error as `compile_error!`, from the top of the file to its end.
pub(crate) fn in_source_order(error: Error) -> TokenStream {
    let mut errors: Vec<Error> = error.flatten().into_iter().collect();
    errors.sort_by_key(|error| source::line_and_column(error.span()));
    errors.into_iter().map(Error::write_errors).collect()
}
