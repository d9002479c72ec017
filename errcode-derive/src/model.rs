//! What the attributes mean, without their syntax.
//!
//! What is missing or wrong has been reported and is left out: a model with reports is expanded too, so that the
//! compiler finds in the same build what it alone can find.

use proc_macro2::{Ident, Span, TokenStream};
use syn::{ExprPath, Generics, Member, Path, Type, Visibility};

use crate::{
    code_style::Style, detail_kind::DetailKind, format_string, literal::Str, type_name::inside,
};

/// An enum, or a struct as an enum of one variant.
pub(crate) struct Model {
    pub(crate) ident: Ident,
    pub(crate) visibility: Visibility,
    pub(crate) generics: Generics,
    /// A number for the text of the item.
    pub(crate) fingerprint: u64,
    /// Types of statuses that were reported: used here, lest the compiler call their imports unused.
    pub(crate) rejected: Vec<TokenStream>,
    /// Whether generated code names what the user has deprecated.
    pub(crate) mentions_deprecated: bool,
    /// The path of the crate `errcode`.
    pub(crate) krate: Path,
    pub(crate) domain: Option<Path>,
    pub(crate) envelope: Option<Type>,
    pub(crate) axum: bool,
    pub(crate) actix_web: bool,
    /// `None` if it was reported: any spelling may be right.
    pub(crate) style: Option<Style>,
    pub(crate) prefix: Option<Str>,
    pub(crate) retired: Vec<Code>,
    pub(crate) shared: Vec<Code>,
    pub(crate) variants: Vec<Variant>,
}

/// A code, decoded once.
#[derive(Clone)]
pub(crate) struct Code {
    pub(crate) literal: Str,
    pub(crate) text: String,
}

pub(crate) struct Variant {
    /// The variant's name; for a struct the struct's.
    pub(crate) ident: Ident,
    pub(crate) is_struct: bool,
    pub(crate) fields: Vec<Field>,
    pub(crate) kind: Kind,
    pub(crate) message: Message,
    pub(crate) headers: Vec<StaticHeader>,
    pub(crate) details: Vec<StaticDetail>,
    /// What `Display` shows of the source, if another derive writes it and it may be the public message.
    pub(crate) shown_source: Option<ShownSource>,
    /// Every key on the variant, and on its fields.
    pub(crate) keys: Vec<Ident>,
    pub(crate) field_keys: Vec<Ident>,
    /// `transparent` on the variant, and on its fields.
    pub(crate) transparent_key: Option<Ident>,
    pub(crate) transparent_fields: Vec<Span>,
}

/// A source or backtrace that `Display` shows.
pub(crate) enum ShownSource {
    /// The field, and where it is named.
    Field(String, Span),
    /// The inner error by the word `transparent`, which is all that is shown.
    Inner(Ident),
}

#[allow(clippy::large_enum_variant)] // Most variants are the large one.
pub(crate) enum Kind {
    Coded(Coded),
    Transparent(Transparent),
    /// Its code or its field has been reported.
    Unusable,
}

/// A variant with a code of its own.
pub(crate) struct Coded {
    pub(crate) code: Code,
    /// `None` if it was reported.
    pub(crate) status: Option<Status>,
    pub(crate) retryable: Option<bool>,
    pub(crate) metadata: Metadata,
    /// The key and its seconds.
    pub(crate) retry_after: Option<(Span, u64)>,
}

/// A variant whose facts come from a field.
pub(crate) struct Transparent {
    pub(crate) field: usize,
    /// Overrides of what the field says.
    pub(crate) status: Option<Status>,
    pub(crate) retryable: Option<bool>,
    pub(crate) retry_after: Option<(Span, u64)>,
}

/// What documents a code; each becomes `CodeSpec::with_…`.
#[derive(Default)]
pub(crate) struct Metadata {
    pub(crate) title: Option<String>,
    pub(crate) documented_title: Option<String>,
    pub(crate) description: Option<String>,
    pub(crate) resolution: Option<String>,
    pub(crate) category: Option<String>,
    pub(crate) since: Option<String>,
    pub(crate) deprecated: Option<String>,
    pub(crate) docs_url: Option<String>,
    /// A file to include.
    pub(crate) page: Option<Str>,
}

#[derive(Clone)]
pub(crate) enum Status {
    Number(u16),
    /// A constant path; its number is known if it is one of `http::StatusCode`.
    Path(ExprPath, Option<u16>),
}

impl Status {
    pub(crate) const fn number(&self) -> Option<u16> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Path(_, number) => *number,
        }
    }
}

pub(crate) enum Message {
    /// `Display` below 500, else the reason phrase; for a transparent variant the field's.
    Default,
    /// `Display` whatever the status.
    Exposed,
    /// `message = "…"`.
    Template(Format),
    /// It was reported.
    Unknown,
}

/// A format string whose placeholders are resolved.
pub(crate) struct Format {
    /// The literal, rewritten where what a placeholder names cannot stand in a format string.
    pub(crate) literal: Str,
    /// The placeholders' names in `literal` and the fields they stand for, each once.
    pub(crate) fields: Vec<(Ident, usize)>,
    /// The placeholders' names in `literal` and the expressions they stand for.
    pub(crate) expressions: Vec<(Ident, TokenStream)>,
    /// Fields that the expressions name, by the names they use.
    pub(crate) locals: Vec<(Ident, usize)>,
    /// Whether each placeholder shows a field as it is.
    pub(crate) is_simple: bool,
    /// The trait of `core::fmt` that each placeholder requires of its field.
    pub(crate) required_traits: Vec<(usize, &'static str)>,
}

impl Format {
    /// The text, if nothing is shown in it.
    pub(crate) fn as_text(&self) -> Option<String> {
        let is_text = self.is_simple && self.fields.is_empty();
        is_text.then(|| format_string::unescaped(self.literal.value()))
    }
}

/// A text that may show fields.
pub(crate) enum Text {
    Static(Str),
    Format(Format),
}

pub(crate) struct StaticHeader {
    pub(crate) name: HeaderName,
    pub(crate) value: Text,
}

pub(crate) struct StaticDetail {
    pub(crate) name: Str,
    pub(crate) value: DetailValue,
}

pub(crate) enum DetailValue {
    Text(Text),
    Integer(TokenStream),
    Number(TokenStream),
    Boolean(bool),
    Null,
}

impl DetailValue {
    pub(crate) const fn kind(&self) -> DetailKind {
        match self {
            Self::Text(_) => DetailKind::Str,
            Self::Integer(_) => DetailKind::Integer,
            Self::Number(_) => DetailKind::Number,
            Self::Boolean(_) => DetailKind::Boolean,
            Self::Null => DetailKind::Unknown,
        }
    }
}

pub(crate) struct HeaderName {
    /// As header names are compared (RFC 9110 §5.1).
    pub(crate) lowercase: String,
    pub(crate) literal: Str,
}

#[allow(clippy::struct_field_names)] // `field_errors` is the attribute's name.
pub(crate) struct Field {
    pub(crate) member: Member,
    pub(crate) ty: Type,
    pub(crate) detail: Option<Detail>,
    pub(crate) header: Option<HeaderName>,
    pub(crate) status: Option<Span>,
    pub(crate) retry_after: Option<Span>,
    pub(crate) field_errors: Option<Span>,
    /// Whether it holds the cause of the error, or a backtrace.
    pub(crate) is_source: bool,
    /// Whether the type is written `Option<…>`.
    pub(crate) is_option: bool,
    /// Whether the type, or that in the `Option`, is a [plain](crate::type_name::is_plain) one.
    pub(crate) is_plain: bool,
}

/// A field as a detail.
pub(crate) struct Detail {
    pub(crate) name: String,
    /// Where the name is written.
    pub(crate) span: Span,
    pub(crate) skip_if: Option<ExprPath>,
    pub(crate) kind: DetailKind,
}

impl Model {
    /// What the impls are for.
    pub(crate) const fn target(&self) -> (&Ident, &Generics) {
        (&self.ident, &self.generics)
    }

    /// The coded variants.
    pub(crate) fn coded(&self) -> impl Iterator<Item = (&Variant, &Coded)> {
        self.variants.iter().filter_map(|variant| Some((variant, variant.coded()?)))
    }

    /// Whether a code may stand at several variants.
    pub(crate) fn is_shared(&self, code: &str) -> bool {
        self.shared.iter().any(|shared| shared.text == code)
    }
}

impl Variant {
    /// The variant's own code, if it has one.
    pub(crate) const fn coded(&self) -> Option<&Coded> {
        match &self.kind {
            Kind::Coded(coded) => Some(coded),
            Kind::Transparent(_) | Kind::Unusable => None,
        }
    }

    /// The names of the headers that it declares, in lowercase.
    pub(crate) fn header_names(&self) -> impl Iterator<Item = &str> {
        let of_variant = self.headers.iter().map(|header| &header.name);
        let of_fields = self.fields.iter().filter_map(|field| field.header.as_ref());
        of_variant.chain(of_fields).map(|name| name.lowercase.as_str())
    }

    /// Whether `expose` stands on the variant itself.
    pub(crate) fn says_expose(&self) -> bool {
        self.keys.iter().any(|key| key == "expose")
    }

    pub(crate) const fn is_unusable(&self) -> bool {
        matches!(self.kind, Kind::Unusable)
    }

    pub(crate) const fn transparent(&self) -> Option<&Transparent> {
        match &self.kind {
            Kind::Transparent(transparent) => Some(transparent),
            Kind::Coded(_) | Kind::Unusable => None,
        }
    }

    /// Whether the status is not, or not always, that of the transparent field.
    pub(crate) fn decides_status(&self) -> bool {
        self.transparent().is_some_and(|transparent| transparent.status.is_some())
            || self.field(|field| field.status.is_some()).is_some()
    }

    /// The static time to wait.
    pub(crate) fn retry_after(&self) -> Option<(Span, u64)> {
        match &self.kind {
            Kind::Coded(coded) => coded.retry_after,
            Kind::Transparent(transparent) => transparent.retry_after,
            Kind::Unusable => None,
        }
    }

    /// The first field that satisfies `is_it`, with its index.
    pub(crate) fn field(&self, is_it: impl Fn(&Field) -> bool) -> Option<(usize, &Field)> {
        self.fields.iter().enumerate().find(|(_, field)| is_it(field))
    }
}

impl Field {
    /// Leaves out what its keys say.
    pub(crate) fn clear(&mut self) {
        self.detail = None;
        self.header = None;
        self.status = None;
        self.retry_after = None;
        self.field_errors = None;
    }

    /// The `T` of a type written `Option<T>`.
    pub(crate) fn inside_option(&self) -> Option<&Type> {
        inside(&self.ty, &["Option"])
    }
}
