//! The values of keys, as strict as the contract.

mod field_detail;
mod message;
mod number;
mod static_detail;

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Path, Type};

pub(super) use self::message::format_arg;
pub(crate) use self::{
    field_detail::FieldDetail,
    message::{FormatArg, MessageArgs},
    number::{Seconds, StatusExpr},
    static_detail::{Scalar, StaticDetail},
};
use super::{
    entries::{Entry, Written},
    tokens::{Tokens, parts},
};
use crate::{
    crate_path::ItemPath,
    diagnostics::{Report, value},
    literal::Str,
};

/// Reads what is written after a key.
pub(crate) trait Value: Sized {
    fn read(entry: &Entry) -> Result<Self, Report>;
}

/// The tokens after `=`.
fn assigned(entry: &Entry) -> Result<&Tokens, Report> {
    match &entry.written {
        Written::Value(tokens) => Ok(tokens),
        Written::Nothing | Written::List(_) => Err(value::expected(entry)),
    }
}

/// The tokens in parentheses.
fn list(entry: &Entry) -> Result<&TokenStream, Report> {
    match &entry.written {
        Written::List(tokens) => Ok(tokens),
        Written::Nothing | Written::Value(_) => Err(value::expected(entry)),
    }
}

/// The string, if it is all there is.
pub(super) fn string(tokens: &Tokens) -> Option<Str> {
    match tokens.only()? {
        TokenTree::Literal(literal) => Str::of(&literal),
        _ => None,
    }
}

impl Value for Str {
    fn read(entry: &Entry) -> Result<Self, Report> {
        string(assigned(entry)?).ok_or_else(|| value::expected(entry))
    }
}

/// A code, or what stands in its place: the style of the enum says what to write instead.
pub(crate) enum Code {
    Literal(Str),
    Tokens(TokenStream),
}

impl Value for Code {
    fn read(entry: &Entry) -> Result<Self, Report> {
        Ok(match &entry.written {
            Written::Value(tokens) => {
                string(tokens).map_or_else(|| Self::Tokens(tokens.ungrouped()), Self::Literal)
            }
            Written::List(tokens) => Self::Tokens(tokens.clone()),
            Written::Nothing => Self::Tokens(entry.key.to_token_stream()),
        })
    }
}

impl Value for bool {
    fn read(entry: &Entry) -> Result<Self, Report> {
        match assigned(entry)?.only() {
            Some(TokenTree::Ident(word)) if word == "true" => Ok(true),
            Some(TokenTree::Ident(word)) if word == "false" => Ok(false),
            _ => Err(value::expected(entry)),
        }
    }
}

/// A key without a value.
pub(crate) struct Flag;

impl Value for Flag {
    fn read(entry: &Entry) -> Result<Self, Report> {
        match entry.written {
            Written::Nothing => Ok(Self),
            Written::Value(_) | Written::List(_) => Err(value::flag_with_value(entry)),
        }
    }
}

impl Value for Type {
    fn read(entry: &Entry) -> Result<Self, Report> {
        syn::parse2(assigned(entry)?.ungrouped()).map_err(|_| value::expected(entry))
    }
}

impl Value for Path {
    fn read(entry: &Entry) -> Result<Self, Report> {
        let path = syn::parse2::<ItemPath>(assigned(entry)?.ungrouped());
        path.map(|path| path.0).map_err(|_| value::expected(entry))
    }
}

/// `retired("A", "B")`
pub(crate) struct Strings(pub(crate) Vec<Str>);

impl Value for Strings {
    fn read(entry: &Entry) -> Result<Self, Report> {
        let strings: Option<Vec<Str>> = parts(list(entry)?).iter().map(string).collect();
        match strings {
            Some(strings) if !strings.is_empty() => Ok(Self(strings)),
            _ => Err(value::expected(entry)),
        }
    }
}

/// `header("Name", "value")`
pub(crate) struct StaticHeader(pub(crate) Str, pub(crate) Str);

impl Value for StaticHeader {
    fn read(entry: &Entry) -> Result<Self, Report> {
        match parts(list(entry)?).as_slice() {
            [name, value] => match (string(name), string(value)) {
                (Some(name), Some(value)) => Ok(Self(name, value)),
                _ => Err(value::expected(entry)),
            },
            _ => Err(value::expected(entry)),
        }
    }
}

/// `header = "Name"`
pub(crate) struct FieldHeader(pub(crate) Str);

impl Value for FieldHeader {
    fn read(entry: &Entry) -> Result<Self, Report> {
        Str::read(entry).map(Self)
    }
}
