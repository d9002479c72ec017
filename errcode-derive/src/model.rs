//! What the attributes mean, without their syntax.
//!
//! A value that is missing or wrong has been reported and stands here as a placeholder: an empty code, status
//! 500. Only a model without reports becomes [`Checked`](crate::check::Checked) and is expanded.

use proc_macro2::{Ident, Span};
use syn::{ExprPath, GenericArgument, Generics, LitStr, Member, Path, PathArguments, Type};

use crate::style::Style;

/// An enum, or a struct as an enum of one variant.
pub(crate) struct Model {
    pub(crate) ident: Ident,
    pub(crate) generics: Generics,
    /// A number for the text of the item.
    pub(crate) fingerprint: u64,
    /// The path of the crate `errcode`.
    pub(crate) krate: Path,
    pub(crate) envelope: Option<Type>,
    pub(crate) axum: bool,
    pub(crate) actix_web: bool,
    pub(crate) style: Style,
    pub(crate) prefix: Option<LitStr>,
    pub(crate) retired: Vec<LitStr>,
    pub(crate) variants: Vec<Variant>,
}

pub(crate) struct Variant {
    /// The variant's name; for a struct the struct's.
    pub(crate) ident: Ident,
    pub(crate) is_struct: bool,
    pub(crate) fields: Vec<Field>,
    pub(crate) kind: Kind,
}

#[allow(clippy::large_enum_variant)] // Most variants are the large one.
pub(crate) enum Kind {
    Coded(Coded),
    /// Everything comes from the variant's one field.
    Transparent,
}

/// A variant with a code of its own.
pub(crate) struct Coded {
    pub(crate) code: LitStr,
    pub(crate) status: Status,
    pub(crate) retryable: Option<bool>,
    pub(crate) message: Message,
    pub(crate) texts: Texts,
    /// The key and its seconds.
    pub(crate) retry_after: Option<(Span, u64)>,
    pub(crate) headers: Vec<StaticHeader>,
    /// Names and values that are the same for every occurrence.
    pub(crate) details: Vec<(LitStr, LitStr)>,
}

/// What documents a code; each becomes `CodeSpec::with_…`.
#[derive(Default)]
pub(crate) struct Texts {
    pub(crate) title: Option<String>,
    pub(crate) description: Option<String>,
    pub(crate) resolution: Option<String>,
    pub(crate) category: Option<String>,
    pub(crate) since: Option<String>,
    pub(crate) deprecated: Option<String>,
    pub(crate) docs_url: Option<String>,
}

#[derive(Clone)]
pub(crate) enum Status {
    Number(u16),
    /// A constant of the user's, known only to the compiler.
    Path(ExprPath),
}

pub(crate) enum Message {
    /// `Display` below 500, else the reason phrase.
    Default,
    /// `Display` whatever the status.
    Exposed,
    /// `message = "…"`.
    Written(Format),
}

/// A format string whose placeholders name fields.
pub(crate) struct Format {
    /// The literal, rewritten where a field's name cannot stand in a format string.
    pub(crate) literal: LitStr,
    /// The placeholders' names in `literal` and the fields they stand for, each once.
    pub(crate) arguments: Vec<(Ident, usize)>,
    /// The trait of `core::fmt` that each placeholder asks of its field.
    pub(crate) asks: Vec<(usize, &'static str)>,
}

pub(crate) struct StaticHeader {
    pub(crate) name: HeaderName,
    pub(crate) value: LitStr,
}

pub(crate) struct HeaderName {
    /// As header names are compared (RFC 9110 §5.1).
    pub(crate) lower: String,
    pub(crate) literal: LitStr,
}

#[allow(clippy::struct_field_names)] // `field_errors` is the attribute's name.
pub(crate) struct Field {
    pub(crate) member: Member,
    pub(crate) ty: Type,
    /// The name it has among the details, and where that is written.
    pub(crate) detail: Option<(String, Span)>,
    pub(crate) header: Option<HeaderName>,
    pub(crate) retry_after: Option<Span>,
    pub(crate) field_errors: Option<Span>,
}

impl Model {
    /// What the impls are for.
    pub(crate) const fn target(&self) -> (&Ident, &Generics) {
        (&self.ident, &self.generics)
    }
}

impl Variant {
    /// The variant's own code; `None` if it is transparent.
    pub(crate) const fn coded(&self) -> Option<&Coded> {
        match &self.kind {
            Kind::Coded(coded) => Some(coded),
            Kind::Transparent => None,
        }
    }
}

impl Field {
    /// Whether the type is written `Option<…>`.
    pub(crate) fn is_option(&self) -> bool {
        self.inside_option().is_some()
    }

    /// The `T` of a type written `Option<T>`.
    pub(crate) fn inside_option(&self) -> Option<&Type> {
        let mut ty = &self.ty;
        while let Type::Group(group) = ty {
            ty = &group.elem;
        }
        let Type::Path(path) = ty else { return None };
        let last = path.path.segments.last().filter(|last| last.ident == "Option")?;
        match &last.arguments {
            PathArguments::AngleBracketed(arguments) => match arguments.args.first()? {
                GenericArgument::Type(inside) => Some(inside),
                _ => None,
            },
            _ => None,
        }
    }
}
