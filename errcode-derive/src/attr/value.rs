//! The values of keys, as strict as the contract.

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use syn::{ExprPath, Lit, LitInt, LitStr, Path, Type, ext::IdentExt, parse::Parser};

use super::parse::{Entry, Written, parts, ungrouped};
use crate::diagnostics::{Report, value};

/// A key of the attribute.
pub(crate) enum Arg<T> {
    Absent,
    /// Given wrongly, which has been reported: it is not missing too.
    Reported,
    Given(SpannedKey<T>),
}

/// A value and the key it was given to.
pub(crate) struct SpannedKey<T> {
    pub(crate) key: Ident,
    pub(crate) value: T,
}

impl<T> Arg<T> {
    pub(crate) fn value(self) -> Option<T> {
        match self {
            Self::Given(given) => Some(given.value),
            Self::Absent | Self::Reported => None,
        }
    }

    /// The key, if it was given.
    pub(crate) const fn key(&self) -> Option<&Ident> {
        match self {
            Self::Given(given) => Some(&given.key),
            Self::Absent | Self::Reported => None,
        }
    }

    pub(crate) const fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    pub(super) fn report(&mut self) {
        if self.is_absent() {
            *self = Self::Reported;
        }
    }
}

/// Reads what is written after a key.
pub(crate) trait Value: Sized {
    fn read(entry: &Entry) -> Result<Self, Report>;
}

/// The tokens after `=`.
fn assigned(entry: &Entry) -> Result<TokenStream, Report> {
    match &entry.written {
        Written::Value(tokens) => Ok(ungrouped(tokens)),
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

/// The literal, if it is all there is.
fn literal(tokens: &TokenStream) -> Option<Lit> {
    let mut tokens = ungrouped(tokens).into_iter();
    match (tokens.next(), tokens.next()) {
        (Some(TokenTree::Literal(literal)), None) => Some(Lit::new(literal)),
        _ => None,
    }
}

fn string(tokens: &TokenStream) -> Option<LitStr> {
    match literal(tokens)? {
        Lit::Str(text) if text.suffix().is_empty() => Some(text),
        _ => None,
    }
}

/// Whether a number may end with it: any other suffix would be dropped unread.
fn is_integer_type(suffix: &str) -> bool {
    const TYPES: [&str; 13] = [
        "", "i8", "i16", "i32", "i64", "i128", "isize", "u8", "u16", "u32", "u64", "u128", "usize",
    ];
    TYPES.contains(&suffix)
}

fn integer(tokens: &TokenStream) -> Option<LitInt> {
    match literal(tokens)? {
        Lit::Int(number) if is_integer_type(number.suffix()) => Some(number),
        _ => None,
    }
}

impl Value for LitStr {
    fn read(entry: &Entry) -> Result<Self, Report> {
        string(&assigned(entry)?).ok_or_else(|| value::expected(entry))
    }
}

/// A code, or what stands in its place: the style of the enum says what to write instead.
pub(crate) enum Code {
    Literal(LitStr),
    Tokens(TokenStream),
}

impl Value for Code {
    fn read(entry: &Entry) -> Result<Self, Report> {
        let tokens = match &entry.written {
            Written::Value(tokens) => ungrouped(tokens),
            Written::List(tokens) => return Ok(Self::Tokens(tokens.clone())),
            Written::Nothing => {
                let key = &entry.key;
                return Ok(Self::Tokens(quote::quote!(#key)));
            }
        };
        Ok(string(&tokens).map_or(Self::Tokens(tokens), Self::Literal))
    }
}

impl Value for bool {
    fn read(entry: &Entry) -> Result<Self, Report> {
        match assigned(entry)?.to_string().as_str() {
            "true" => Ok(true),
            "false" => Ok(false),
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

/// `retry_after = 30`
pub(crate) struct Seconds(pub(crate) u64);

impl Value for Seconds {
    fn read(entry: &Entry) -> Result<Self, Report> {
        integer(&assigned(entry)?)
            .and_then(|number| number.base10_parse().ok())
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
        if let Some(number) = integer(&tokens) {
            return Ok(Self::Number(number));
        }
        // A path with a literal in it is no path.
        match syn::parse2::<ExprPath>(tokens) {
            Ok(path) => Ok(Self::Path(path)),
            Err(_) => Err(value::expected(entry)),
        }
    }
}

impl Value for Type {
    fn read(entry: &Entry) -> Result<Self, Report> {
        syn::parse2(assigned(entry)?).map_err(|_| value::expected(entry))
    }
}

impl Value for Path {
    fn read(entry: &Entry) -> Result<Self, Report> {
        let path =
            Path::parse_mod_style.parse2(assigned(entry)?).map_err(|_| value::expected(entry))?;
        // `Self` and `self` alone name no crate and no item.
        let first = path.segments.first().map(|first| first.ident.to_string());
        let is_self = first.as_deref() == Some("Self")
            || path.segments.len() == 1 && matches!(first.as_deref(), Some("self" | "super"));
        if is_self { Err(value::expected(entry)) } else { Ok(path) }
    }
}

/// `retired("A", "B")`
pub(crate) struct Strings(pub(crate) Vec<LitStr>);

impl Value for Strings {
    fn read(entry: &Entry) -> Result<Self, Report> {
        let strings: Option<Vec<LitStr>> = parts(list(entry)?).iter().map(string).collect();
        match strings {
            Some(strings) if !strings.is_empty() => Ok(Self(strings)),
            _ => Err(value::expected(entry)),
        }
    }
}

/// `header("Name", "value")`
pub(crate) struct StaticHeader(pub(crate) LitStr, pub(crate) LitStr);

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

/// `detail("name", literal)`
pub(crate) struct StaticDetail(pub(crate) LitStr, pub(crate) Scalar);

/// The value of a static detail.
pub(crate) enum Scalar {
    Text(LitStr),
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
                let scalar = scalar(given).ok_or_else(|| value::scalar_expected(&name, given))?;
                Ok(Self(name, scalar))
            }
            _ => Err(value::expected(entry)),
        }
    }
}

fn scalar(tokens: &TokenStream) -> Option<Scalar> {
    let mut rest = ungrouped(tokens).into_iter().peekable();
    let minus = rest.next_if(|token| matches!(token, TokenTree::Punct(p) if p.as_char() == '-'));
    match (rest.next()?, rest.next(), &minus) {
        (TokenTree::Literal(literal), None, minus) => match (Lit::new(literal), minus) {
            (Lit::Str(text), None) if text.suffix().is_empty() => Some(Scalar::Text(text)),
            (Lit::Char(char), None) => {
                Some(Scalar::Text(LitStr::new(&char.value().to_string(), char.span())))
            }
            (Lit::Int(number), _) => integer_of(&number, minus.is_some()),
            (Lit::Float(number), _) if matches!(number.suffix(), "" | "f64" | "f32") => {
                let value: f64 = number.base10_parse().ok()?;
                value.is_finite().then(|| Scalar::Number(quote::quote!(#minus #number)))
            }
            _ => None,
        },
        (TokenTree::Ident(ident), None, None) => match ident.unraw().to_string().as_str() {
            "true" => Some(Scalar::Boolean(true)),
            "false" => Some(Scalar::Boolean(false)),
            "null" => Some(Scalar::Null),
            _ => None,
        },
        (TokenTree::Group(group), None, None) if group.delimiter() == Delimiter::None => {
            scalar(&group.stream())
        }
        _ => None,
    }
}

/// An integer as one of a type that it fits.
fn integer_of(number: &LitInt, negative: bool) -> Option<Scalar> {
    if !is_integer_type(number.suffix()) {
        return None;
    }
    let magnitude: i128 = number.base10_parse().ok()?;
    let value = if negative { -magnitude } else { magnitude };
    let tokens = if let Ok(value) = i64::try_from(value) {
        quote::quote!(#value)
    } else {
        let value = u64::try_from(value).ok()?;
        quote::quote!(#value)
    };
    Some(Scalar::Integer(tokens))
}

/// `message = "…"`, or `message("…", arguments)`
pub(crate) struct MessageArgs {
    pub(crate) literal: LitStr,
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
            return LitStr::read(entry).map(|literal| Self { literal, arguments: Vec::new() });
        };
        let mut parts = parts(tokens).into_iter();
        let literal =
            parts.next().as_ref().and_then(string).ok_or_else(|| value::expected(entry))?;
        let arguments: Option<Vec<FormatArg>> = parts.map(format_arg).collect();
        Ok(Self { literal, arguments: arguments.ok_or_else(|| value::expected(entry))? })
    }
}

pub(super) fn format_arg(part: TokenStream) -> Option<FormatArg> {
    let mut tokens = part.clone().into_iter();
    let named = match (tokens.next(), tokens.next(), tokens.clone().next()) {
        (Some(TokenTree::Ident(name)), Some(TokenTree::Punct(equals)), next)
            if equals.as_char() == '='
                && !matches!(&next, Some(TokenTree::Punct(punct)) if punct.as_char() == '=') =>
        {
            Some(name)
        }
        _ => None,
    };
    let expr = if named.is_some() { tokens.collect() } else { part };
    (!expr.is_empty()).then_some(FormatArg { name: named, expr })
}

/// `header = "Name"`
pub(crate) struct FieldHeader(pub(crate) LitStr);

impl Value for FieldHeader {
    fn read(entry: &Entry) -> Result<Self, Report> {
        LitStr::read(entry).map(Self)
    }
}

/// `detail`, `detail = "name"` or `detail(name = "name", skip_if = path, kind = "string")`
#[derive(Default)]
pub(crate) struct FieldDetail {
    pub(crate) name: Option<LitStr>,
    pub(crate) skip_if: Option<Path>,
    pub(crate) kind: Option<LitStr>,
}

impl Value for FieldDetail {
    fn read(entry: &Entry) -> Result<Self, Report> {
        let tokens = match &entry.written {
            Written::Nothing => return Ok(Self::default()),
            Written::Value(tokens) => {
                let name = string(tokens).ok_or_else(|| value::expected(entry))?;
                return Ok(Self { name: Some(name), ..Self::default() });
            }
            Written::List(tokens) => tokens,
        };
        let mut options = Self::default();
        for part in parts(tokens) {
            let Some(FormatArg { name: Some(name), expr }) = format_arg(part.clone()) else {
                return Err(value::detail_option(entry, &part));
            };
            let expr = ungrouped(&expr);
            let read = match name.to_string().as_str() {
                "name" if options.name.is_none() => {
                    options.name = string(&expr);
                    options.name.is_some()
                }
                "kind" if options.kind.is_none() => {
                    options.kind = string(&expr);
                    options.kind.is_some()
                }
                "skip_if" if options.skip_if.is_none() => {
                    let path = match string(&expr) {
                        // As serde writes it.
                        Some(text) => text.parse_with(Path::parse_mod_style),
                        None => syn::parse2(expr),
                    };
                    options.skip_if = path.ok();
                    options.skip_if.is_some()
                }
                _ => false,
            };
            if !read {
                return Err(value::detail_option(entry, &part));
            }
        }
        Ok(options)
    }
}
