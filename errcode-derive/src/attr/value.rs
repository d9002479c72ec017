//! The values of keys, as strict as the contract.

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{ExprPath, Lit, LitInt, LitStr, Path, Type, ext::IdentExt};

use super::parse::{Entry, Tokens, Written, parts};
use crate::{
    crate_path::ItemPath,
    diagnostics::{Report, value},
    literal::Str,
};

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

/// Whether a number may end with it: any other suffix would be dropped unread.
fn is_integer_type(suffix: &str) -> bool {
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

/// `retry_after = 30`
pub(crate) struct Seconds(pub(crate) u64);

impl Value for Seconds {
    fn read(entry: &Entry) -> Result<Self, Report> {
        integer(assigned(entry)?)
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
    match (token, minus) {
        (TokenTree::Literal(literal), None) if let Some(text) = Str::of(literal) => {
            Some(Scalar::Text(text))
        }
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

pub(super) fn format_arg(part: &Tokens) -> Option<FormatArg> {
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

/// `header = "Name"`
pub(crate) struct FieldHeader(pub(crate) Str);

impl Value for FieldHeader {
    fn read(entry: &Entry) -> Result<Self, Report> {
        Str::read(entry).map(Self)
    }
}

/// `detail`, `detail = "name"` or `detail(name = "name", skip_if = path, kind = "string")`
#[derive(Default)]
pub(crate) struct FieldDetail {
    pub(crate) name: Option<Str>,
    pub(crate) skip_if: Option<Path>,
    pub(crate) kind: Option<Str>,
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
            let Some(FormatArg { name: Some(name), expr }) = format_arg(&part) else {
                return Err(value::detail_option(entry, &part.stream()));
            };
            let expr = Tokens::from(expr);
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
                        Some(text) => path_in(&text),
                        None => syn::parse2(expr.ungrouped()),
                    };
                    options.skip_if = path.ok();
                    options.skip_if.is_some()
                }
                _ => false,
            };
            if !read {
                return Err(value::detail_option(entry, &part.stream()));
            }
        }
        Ok(options)
    }
}

/// The path in a string, at the place of the string.
fn path_in(text: &Str) -> syn::Result<Path> {
    LitStr::new(text.value(), text.span()).parse_with(Path::parse_mod_style)
}
