//! A detail that is the same in every error of a variant.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::{Lit, LitInt, ext::IdentExt};

use super::{Value, list, number::is_integer_type, string};
use crate::{
    attr::{
        entries::Entry,
        tokens::{Tokens, parts},
    },
    diagnostics::{Report, value},
    literal::Str,
};

/// `detail("name", literal)`
pub(crate) struct StaticDetail(pub(crate) Str, pub(crate) Scalar);

/// The value of a static detail.
pub(crate) enum Scalar {
    Text(Str),
    Integer(TokenStream),
    Number(TokenStream),
    Boolean(bool),
    Null,
}

impl Value for StaticDetail {
    fn read(entry: &Entry) -> Result<Self, Report> {
        match parts(list(entry)?).as_slice() {
            [name, given] => {
                let name = string(name).ok_or_else(|| value::expected(entry))?;
                let scalar = scalar(given.as_slice())
                    .ok_or_else(|| value::scalar_expected(&name, &given.stream()))?;
                Ok(Self(name, scalar))
            }
            _ => Err(value::expected(entry)),
        }
    }
}

fn scalar(tokens: &[TokenTree]) -> Option<Scalar> {
    let (minus, rest) = match tokens {
        [minus @ TokenTree::Punct(punct), rest @ ..] if punct.as_char() == '-' => {
            (Some(minus), rest)
        }
        _ => (None, tokens),
    };
    let [token] = rest else { return None };
    if let (TokenTree::Literal(literal), None) = (token, minus)
        && let Some(text) = Str::of(literal)
    {
        return Some(Scalar::Text(text));
    }
    match (token, minus) {
        (TokenTree::Literal(literal), minus) => match (Lit::new(literal.clone()), minus) {
            (Lit::Char(char), None) => {
                Some(Scalar::Text(Str::new(&char.value().to_string(), char.span())))
            }
            // `2f64` is a float to the compiler, and an integer with a suffix to syn.
            (Lit::Int(number), _) if matches!(number.suffix(), "f64" | "f32") => {
                float_of(number.base10_digits(), quote::quote!(#minus #number))
            }
            (Lit::Int(number), _) => integer_of(&number, minus.is_some()),
            (Lit::Float(number), _) if matches!(number.suffix(), "" | "f64" | "f32") => {
                float_of(number.base10_digits(), quote::quote!(#minus #number))
            }
            _ => None,
        },
        (TokenTree::Ident(ident), None) => match ident.unraw().to_string().as_str() {
            "true" => Some(Scalar::Boolean(true)),
            "false" => Some(Scalar::Boolean(false)),
            "null" => Some(Scalar::Null),
            _ => None,
        },
        (TokenTree::Group(group), None) if group.delimiter() == Delimiter::None => {
            scalar(Tokens::from(group.stream()).as_slice())
        }
        _ => None,
    }
}

/// A number with these digits, unless it is more than a float can be.
fn float_of(digits: &str, tokens: TokenStream) -> Option<Scalar> {
    let value: f64 = digits.parse().ok()?;
    value.is_finite().then_some(Scalar::Number(tokens))
}

/// An integer as one of a type that it fits.
fn integer_of(number: &LitInt, negative: bool) -> Option<Scalar> {
    if !is_integer_type(number.suffix()) {
        return None;
    }
    let magnitude: u128 = number.base10_parse().ok()?;
    let tokens = if negative {
        let value = 0_i128.checked_sub_unsigned(magnitude)?;
        i64::try_from(value).map_or_else(|_| quote::quote!(#value), |value| quote::quote!(#value))
    } else if let Ok(value) = i64::try_from(magnitude) {
        quote::quote!(#value)
    } else {
        u64::try_from(magnitude)
            .map_or_else(|_| quote::quote!(#magnitude), |value| quote::quote!(#value))
    };
    Some(Scalar::Integer(tokens))
}
