//! The JSON kind of a detail.

use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote};
use syn::Type;

use crate::type_name::inside;

/// `errcode::DetailKind`, while the macro runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DetailKind {
    Str,
    Integer,
    Number,
    Boolean,
    List,
    Object,
    Unknown,
}

impl DetailKind {
    pub(crate) const ALL: [Self; 7] = [
        Self::Str,
        Self::Integer,
        Self::Number,
        Self::Boolean,
        Self::List,
        Self::Object,
        Self::Unknown,
    ];

    /// The word for it, in attributes and in locks.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Str => "string",
            Self::Integer => "integer",
            Self::Number => "number",
            Self::Boolean => "boolean",
            Self::List => "list",
            Self::Object => "object",
            Self::Unknown => "unknown",
        }
    }

    pub(crate) fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }

    /// The kind of a type as it is written; serde alone knows it of any other.
    pub(crate) fn of(ty: &Type) -> Self {
        match ty {
            Type::Group(group) => return Self::of(&group.elem),
            Type::Paren(paren) => return Self::of(&paren.elem),
            Type::Reference(reference) => return Self::of(&reference.elem),
            Type::Array(_) | Type::Slice(_) => return Self::List,
            Type::Tuple(tuple) if tuple.elems.len() > 1 => return Self::List,
            _ => {}
        }
        if let Some(inner) = inside(ty, &["Option", "Box", "Arc", "Rc", "Cow"]) {
            return Self::of(inner);
        }
        let Type::Path(path) = ty else { return Self::Unknown };
        let Some(last) = path.path.segments.last() else { return Self::Unknown };
        match last.ident.to_string().as_str() {
            "String" | "str" | "char" => Self::Str,
            "u8" | "u16" | "u32" | "u64" | "u128" | "usize" | "i8" | "i16" | "i32" | "i64"
            | "i128" | "isize" | "NonZeroU8" | "NonZeroU16" | "NonZeroU32" | "NonZeroU64"
            | "NonZeroUsize" => Self::Integer,
            "f32" | "f64" => Self::Number,
            "bool" => Self::Boolean,
            "Vec" | "VecDeque" | "HashSet" | "BTreeSet" | "LinkedList" => Self::List,
            "HashMap" | "BTreeMap" => Self::Object,
            _ => Self::Unknown,
        }
    }
}

impl ToTokens for DetailKind {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let variant = format_ident!("{self:?}");
        tokens.extend(quote!(__errcode::DetailKind::#variant));
    }
}
