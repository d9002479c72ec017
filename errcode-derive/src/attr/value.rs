//! The values of keys, as strict as the contract: darling alone would take `"410"` for a number.

use darling::{FromMeta, Result};
use proc_macro2::TokenStream;
use syn::{Expr, ExprLit, ExprPath, Ident, Lit, LitInt, LitStr, Meta, Path, Type};

use super::parse::literals;
use crate::message;

/// A value and the key it was given to.
pub(crate) struct Keyed<T> {
    pub(crate) key: Ident,
    pub(crate) value: T,
}

/// Reads what stands behind a key.
pub(crate) trait Value: Sized {
    /// `key = expr`
    fn from_expr(key: &Ident, expr: &Expr) -> Result<Self> {
        Err(message::wrong_value(key, expr))
    }

    /// `key`
    fn from_word(key: &Ident) -> Result<Self> {
        Err(message::value_expected(key))
    }

    /// `key(tokens)`
    fn from_list(key: &Ident, _tokens: &TokenStream) -> Result<Self> {
        Err(message::value_expected(key))
    }
}

impl<T: Value> FromMeta for Keyed<T> {
    fn from_meta(meta: &Meta) -> Result<Self> {
        let key = meta.path().require_ident()?.clone();
        let value = match meta {
            Meta::Path(_) => T::from_word(&key)?,
            Meta::List(list) => T::from_list(&key, &list.tokens)?,
            Meta::NameValue(pair) => T::from_expr(&key, ungrouped(&pair.value))?,
        };
        Ok(Self { key, value })
    }
}

/// Without the invisible delimiters around what a `macro_rules!` fragment matched.
fn ungrouped(mut expr: &Expr) -> &Expr {
    while let Expr::Group(group) = expr {
        expr = &group.expr;
    }
    expr
}

pub(super) fn string_of(expr: &Expr) -> Option<LitStr> {
    match ungrouped(expr) {
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text.clone()),
        _ => None,
    }
}

impl Value for LitStr {
    fn from_expr(key: &Ident, expr: &Expr) -> Result<Self> {
        string_of(expr).ok_or_else(|| message::wrong_value(key, expr))
    }
}

impl Value for bool {
    fn from_expr(key: &Ident, expr: &Expr) -> Result<Self> {
        match expr {
            Expr::Lit(ExprLit { lit: Lit::Bool(literal), .. }) => Ok(literal.value),
            _ => Err(message::wrong_value(key, expr)),
        }
    }
}

/// A key without a value.
pub(crate) struct Flag;

impl Value for Flag {
    fn from_word(_: &Ident) -> Result<Self> {
        Ok(Self)
    }

    fn from_expr(key: &Ident, _: &Expr) -> Result<Self> {
        Err(message::flag_with_value(key))
    }

    fn from_list(key: &Ident, _: &TokenStream) -> Result<Self> {
        Err(message::flag_with_value(key))
    }
}

/// `retry_after = 30`
pub(crate) struct Seconds(pub(crate) u64);

impl Value for Seconds {
    fn from_expr(key: &Ident, expr: &Expr) -> Result<Self> {
        match expr {
            Expr::Lit(ExprLit { lit: Lit::Int(number), .. }) => {
                number.base10_parse().map(Self).map_err(|_| message::wrong_value(key, expr))
            }
            _ => Err(message::wrong_value(key, expr)),
        }
    }
}

pub(crate) enum StatusValue {
    Number(LitInt),
    Path(ExprPath),
}

impl Value for StatusValue {
    fn from_expr(key: &Ident, expr: &Expr) -> Result<Self> {
        match expr {
            Expr::Lit(ExprLit { lit: Lit::Int(number), .. }) => Ok(Self::Number(number.clone())),
            Expr::Path(path) => Ok(Self::Path(path.clone())),
            _ => Err(message::wrong_value(key, expr)),
        }
    }
}

impl Value for Type {
    fn from_expr(key: &Ident, expr: &Expr) -> Result<Self> {
        syn::parse2(quote::quote!(#expr)).map_err(|_| message::wrong_value(key, expr))
    }
}

impl Value for Path {
    fn from_expr(key: &Ident, expr: &Expr) -> Result<Self> {
        match expr {
            Expr::Path(ExprPath { qself: None, path, .. })
                if path.segments.iter().all(|segment| segment.arguments.is_none()) =>
            {
                Ok(path.clone())
            }
            _ => Err(message::wrong_value(key, expr)),
        }
    }
}

/// `retired("A", "B")`
pub(crate) struct Strings(pub(crate) Vec<LitStr>);

impl Value for Strings {
    fn from_list(key: &Ident, tokens: &TokenStream) -> Result<Self> {
        match literals(tokens) {
            Some(strings) if !strings.is_empty() => Ok(Self(strings)),
            _ => Err(message::value_expected(key)),
        }
    }
}

/// `header("Name", "value")`, `detail("name", "value")`
pub(crate) struct Pair(pub(crate) LitStr, pub(crate) LitStr);

impl Value for Pair {
    fn from_expr(key: &Ident, _: &Expr) -> Result<Self> {
        Err(message::value_expected(key))
    }

    fn from_list(key: &Ident, tokens: &TokenStream) -> Result<Self> {
        match literals(tokens).as_deref() {
            Some([name, value]) => Ok(Self(name.clone(), value.clone())),
            _ => Err(message::value_expected(key)),
        }
    }
}

/// `header = "Name"`
pub(crate) struct FieldHeader(pub(crate) LitStr);

impl Value for FieldHeader {
    fn from_expr(key: &Ident, expr: &Expr) -> Result<Self> {
        string_of(expr).map(Self).ok_or_else(|| message::field_header_expected(key))
    }

    fn from_word(key: &Ident) -> Result<Self> {
        Err(message::field_header_expected(key))
    }

    fn from_list(key: &Ident, _: &TokenStream) -> Result<Self> {
        Err(message::field_header_expected(key))
    }
}

/// `detail`, or `detail = "name"`
pub(crate) struct DetailName(pub(crate) Option<LitStr>);

impl Value for DetailName {
    fn from_word(_: &Ident) -> Result<Self> {
        Ok(Self(None))
    }

    fn from_expr(key: &Ident, expr: &Expr) -> Result<Self> {
        let name = string_of(expr).ok_or_else(|| message::field_detail_expected(key))?;
        Ok(Self(Some(name)))
    }

    fn from_list(key: &Ident, _: &TokenStream) -> Result<Self> {
        Err(message::field_detail_expected(key))
    }
}
