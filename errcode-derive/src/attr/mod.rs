//! The attributes as they are written: which keys, with values of the right form. Nothing is compared here.

mod arg;
mod args;
mod display;
mod docs;
mod entries;
mod item;
mod reader;
pub(crate) mod schema;
mod tokens;
mod value;

use syn::{Data, DeriveInput, Fields, Generics, Ident, Member, Type, Visibility};

pub(crate) use self::{
    arg::{Arg, SpannedKey},
    args::{ContainerArgs, FieldArgs, VariantArgs},
    display::{DisplayText, Shown, shown},
    docs::Docs,
    entries::{Entry, Written},
    item::{Attribute, Attributes, read},
    value::{
        Code, FieldDetail, FieldHeader, Flag, FormatArg, MessageArgs, Scalar, Seconds,
        StaticDetail, StaticHeader, StatusExpr, Strings,
    },
};
use crate::diagnostics::{Errors, container};
use entries::Entries;
use schema::Target;

/// The annotated type with its attributes read.
pub(crate) struct Container<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) visibility: &'a Visibility,
    pub(crate) generics: &'a Generics,
    pub(crate) args: ContainerArgs,
    /// Whether it may use what is deprecated.
    pub(crate) mentions_deprecated: bool,
    pub(crate) docs: Docs,
    pub(crate) variants: Vec<Variant<'a>>,
}

pub(crate) struct Variant<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) is_struct: bool,
    /// Whether there is any `#[api(...)]` at all.
    pub(crate) annotated: bool,
    /// Every key that was given, in order.
    pub(crate) keys: Vec<Ident>,
    pub(crate) args: VariantArgs,
    pub(crate) docs: Docs,
    pub(crate) display: Option<DisplayText>,
    /// Whether it or a field may use what is deprecated.
    pub(crate) mentions_deprecated: bool,
    pub(crate) fields: Vec<Field<'a>>,
}

pub(crate) struct Field<'a> {
    pub(crate) member: Member,
    pub(crate) ty: &'a Type,
    pub(crate) keys: Vec<Ident>,
    pub(crate) args: FieldArgs,
    /// Whether it holds the cause of the error, or a backtrace.
    pub(crate) is_source: bool,
}

/// Reads every attribute of `input`; `None` if it is nothing the derive can stand on.
pub(crate) fn parse<'a>(
    input: &'a DeriveInput,
    mut attributes: Attributes,
    errors: &mut Errors,
) -> Option<Container<'a>> {
    let target = match &input.data {
        Data::Enum(_) => Target::Enum,
        Data::Struct(_) => Target::Struct,
        Data::Union(data) => {
            errors.push(container::union(data.union_token));
            return None;
        }
    };
    let attrs = attributes.next(&input.attrs);
    let mut entries = reader::read(&attrs, target, errors);
    let variants = match &input.data {
        Data::Enum(data) => {
            let mut variants = Vec::new();
            for variant in &data.variants {
                let of_variant = attributes.next(&variant.attrs);
                let mut own = reader::read(&of_variant, Target::Variant, errors);
                let item = (&variant.ident, &variant.fields);
                let mut parsed =
                    parse_variant(item, &of_variant, &mut attributes, &mut own, errors);
                entries.misplaced.iter().for_each(|key| parsed.args.report(key));
                parsed.display = parsed.display.or_else(|| DisplayText::from_attrs(&attrs));
                variants.push((parsed, own.misplaced));
            }
            variants
        }
        Data::Struct(data) => {
            let item = (&input.ident, &data.fields);
            let variant = parse_variant(item, &attrs, &mut attributes, &mut entries, errors);
            vec![(Variant { is_struct: true, ..variant }, Vec::new())]
        }
        Data::Union(_) => Vec::new(),
    };
    let mut args = ContainerArgs::take(&mut entries, errors);
    let mut parsed = Vec::new();
    for (variant, misplaced) in variants {
        for key in misplaced {
            args.report(key);
        }
        parsed.push(variant);
    }
    Some(Container {
        ident: &input.ident,
        visibility: &input.vis,
        generics: &input.generics,
        args,
        mentions_deprecated: docs::mentions_deprecated(&attrs)
            || parsed.iter().any(|variant| variant.mentions_deprecated),
        docs: Docs::from_attrs(&attrs),
        variants: parsed,
    })
}

fn parse_variant<'a>(
    (ident, fields): (&'a Ident, &'a Fields),
    attrs: &[Attribute],
    attributes: &mut Attributes,
    entries: &mut Entries,
    errors: &mut Errors,
) -> Variant<'a> {
    // A struct's keys are also those of an enum.
    let keys = entries.keys(|known| known.variant.is_some());
    let mut args = VariantArgs::take(entries, errors);
    let mut mentions_deprecated = docs::mentions_deprecated(attrs);
    let fields = fields.members().zip(fields).map(|(member, field)| {
        let of_field = attributes.next(&field.attrs);
        mentions_deprecated |= docs::mentions_deprecated(&of_field);
        let mut own = reader::read(&of_field, Target::Field, errors);
        own.misplaced.iter().for_each(|key| args.report(key));
        let keys = own.keys(|_| true);
        Field {
            member,
            ty: &field.ty,
            keys,
            args: FieldArgs::take(&mut own, errors),
            is_source: display::is_source(field, &of_field),
        }
    });
    let fields = fields.collect();
    Variant {
        ident,
        is_struct: false,
        annotated: attrs.iter().any(|attr| attr.name == "api"),
        keys,
        args,
        docs: Docs::from_attrs(attrs),
        display: DisplayText::from_attrs(attrs),
        mentions_deprecated,
        fields,
    }
}
