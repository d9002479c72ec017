//! A format string with its arguments.

use proc_macro2::{Ident, TokenStream, TokenTree};

use super::{Value, string};
use crate::{
    attr::{
        entries::{Entry, Written},
        tokens::{Tokens, parts},
    },
    diagnostics::{Report, value},
    literal::Str,
};

/// `message = "…"`, or `message("…", arguments)`
pub(crate) struct MessageArgs {
    pub(crate) literal: Str,
    pub(crate) arguments: Vec<FormatArg>,
}

/// An argument of a format string: `expr` or `name = expr`.
pub(crate) struct FormatArg {
    pub(crate) name: Option<Ident>,
    pub(crate) expr: TokenStream,
}

impl Value for MessageArgs {
    fn read(entry: &Entry) -> Result<Self, Report> {
        let Written::List(tokens) = &entry.written else {
            return Str::read(entry).map(|literal| Self { literal, arguments: Vec::new() });
        };
        let mut parts = parts(tokens).into_iter();
        let literal =
            parts.next().as_ref().and_then(string).ok_or_else(|| value::expected(entry))?;
        let arguments: Option<Vec<FormatArg>> = parts.map(|part| format_arg(&part)).collect();
        Ok(Self { literal, arguments: arguments.ok_or_else(|| value::expected(entry))? })
    }
}

pub(in crate::attr) fn format_arg(part: &Tokens) -> Option<FormatArg> {
    let (name, expr) = match part.as_slice() {
        [TokenTree::Ident(name), TokenTree::Punct(equals), expr @ ..]
            if equals.as_char() == '='
                && !matches!(expr.first(), Some(TokenTree::Punct(next)) if next.as_char() == '=') =>
        {
            (Some(name.clone()), expr)
        }
        expr => (None, expr),
    };
    let expr = expr.iter().cloned().collect();
    (!part.is_empty()).then_some(FormatArg { name, expr })
}
