//! Numbers, and what a number can stand for.

use proc_macro2::TokenTree;
use syn::{ExprPath, Lit, LitInt};

use super::{Value, assigned};
use crate::{
    attr::{entries::Entry, tokens::Tokens},
    diagnostics::{Report, value},
};

/// Whether a number may end with it: any other suffix would be dropped unread.
pub(super) fn is_integer_type(suffix: &str) -> bool {
    const TYPES: [&str; 13] = [
        "", "i8", "i16", "i32", "i64", "i128", "isize", "u8", "u16", "u32", "u64", "u128", "usize",
    ];
    TYPES.contains(&suffix)
}

fn integer(tokens: &Tokens) -> Option<LitInt> {
    match tokens.only()? {
        TokenTree::Literal(literal) => match Lit::new(literal) {
            Lit::Int(number) if is_integer_type(number.suffix()) => Some(number),
            _ => None,
        },
        _ => None,
    }
}

/// `retry_after = 30`
pub(crate) struct Seconds(pub(crate) u64);

impl Seconds {
    /// What a row can hold, which counts nanoseconds.
    pub(crate) const MOST: u64 = u64::MAX / 1_000_000_000;
}

impl Value for Seconds {
    fn read(entry: &Entry) -> Result<Self, Report> {
        integer(assigned(entry)?)
            .and_then(|number| number.base10_parse().ok())
            .filter(|seconds| *seconds <= Self::MOST)
            .map(Self)
            .ok_or_else(|| value::expected(entry))
    }
}

#[derive(Clone)]
pub(crate) enum StatusExpr {
    Number(LitInt),
    Path(ExprPath),
}

impl Value for StatusExpr {
    fn read(entry: &Entry) -> Result<Self, Report> {
        let tokens = assigned(entry)?;
        if let Some(number) = integer(tokens) {
            return Ok(Self::Number(number));
        }
        // A path with a literal in it is no path.
        match syn::parse2::<ExprPath>(tokens.ungrouped()) {
            Ok(path) => Ok(Self::Path(path)),
            Err(_) => Err(value::expected(entry)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Seconds;

    #[test]
    fn a_row_can_hold_the_most_seconds() {
        assert!(Seconds::MOST.checked_mul(1_000_000_000).is_some());
        assert!((Seconds::MOST + 1).checked_mul(1_000_000_000).is_none());
    }
}
