//! The attributes as they are written: which keys, with values of the right form. Nothing is compared here.

mod docs;
mod parse;
mod value;

use darling::{FromMeta, ast::NestedMeta, error::Accumulator};
use syn::{Data, DeriveInput, Fields, Generics, Ident, LitStr, Member, Path, Type};

use crate::{
    keys::{Key, Place},
    message,
};
pub(crate) use docs::Docs;
use parse::Entries;
pub(crate) use value::{DetailName, FieldHeader, Flag, Keyed, Pair, Seconds, StatusValue, Strings};

/// A key of the attribute: absent, given, or given wrongly. One wrong value does not hide another.
pub(crate) type Given<T> = Option<darling::Result<Keyed<T>>>;

#[derive(FromMeta)]
pub(crate) struct ContainerArgs {
    pub(crate) prefix: Given<LitStr>,
    pub(crate) category: Given<LitStr>,
    pub(crate) docs_url: Given<LitStr>,
    pub(crate) status: Given<StatusValue>,
    pub(crate) retryable: Given<bool>,
    pub(crate) retired: Given<Strings>,
    pub(crate) code_style: Given<LitStr>,
    pub(crate) envelope: Given<Type>,
    pub(crate) axum: Given<Flag>,
    pub(crate) actix_web: Given<Flag>,
    #[darling(rename = "crate")]
    pub(crate) krate: Given<Path>,
}

#[derive(FromMeta)]
pub(crate) struct VariantArgs {
    pub(crate) code: Given<LitStr>,
    pub(crate) status: Given<StatusValue>,
    pub(crate) retryable: Given<bool>,
    pub(crate) message: Given<LitStr>,
    pub(crate) expose: Given<Flag>,
    pub(crate) title: Given<LitStr>,
    pub(crate) description: Given<LitStr>,
    pub(crate) resolution: Given<LitStr>,
    pub(crate) category: Given<LitStr>,
    pub(crate) since: Given<LitStr>,
    pub(crate) deprecated: Given<LitStr>,
    pub(crate) retry_after: Given<Seconds>,
    #[darling(multiple, rename = "header")]
    pub(crate) headers: Vec<darling::Result<Keyed<Pair>>>,
    #[darling(multiple, rename = "detail")]
    pub(crate) details: Vec<darling::Result<Keyed<Pair>>>,
    pub(crate) transparent: Given<Flag>,
}

#[derive(FromMeta)]
pub(crate) struct FieldArgs {
    pub(crate) detail: Given<DetailName>,
    pub(crate) header: Given<FieldHeader>,
    pub(crate) retry_after: Given<Flag>,
    pub(crate) field_errors: Given<Flag>,
}

/// The annotated type with its attributes read.
pub(crate) struct Item<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) generics: &'a Generics,
    pub(crate) args: ContainerArgs,
    /// Keys that were meant to be given, but reported.
    pub(crate) attempted: Vec<&'static str>,
    pub(crate) docs: Docs,
    pub(crate) variants: Vec<VariantItem<'a>>,
}

pub(crate) struct VariantItem<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) is_struct: bool,
    /// Whether there is any `#[api(...)]` at all.
    pub(crate) annotated: bool,
    /// Every key that was given, in order.
    pub(crate) keys: Vec<Ident>,
    /// Keys that were meant to be given, but reported.
    pub(crate) attempted: Vec<&'static str>,
    pub(crate) args: VariantArgs,
    pub(crate) docs: Docs,
    pub(crate) fields: Vec<FieldItem<'a>>,
}

pub(crate) struct FieldItem<'a> {
    pub(crate) member: Member,
    pub(crate) ty: &'a Type,
    pub(crate) keys: Vec<Ident>,
    pub(crate) args: FieldArgs,
}

/// Reads every attribute of `input`; `None` if it is nothing the derive can stand on.
pub(crate) fn receive<'a>(input: &'a DeriveInput, errors: &mut Accumulator) -> Option<Item<'a>> {
    let (entries, variants) = match &input.data {
        Data::Enum(data) => {
            let entries = parse::entries(&input.attrs, Place::Enum, errors);
            let variants = data.variants.iter().filter_map(|variant| {
                let entries = parse::entries(&variant.attrs, Place::Variant, errors);
                receive_variant(&variant.ident, &variant.attrs, &variant.fields, entries, errors)
            });
            (entries, variants.collect())
        }
        Data::Struct(data) => {
            let both = parse::entries(&input.attrs, Place::Struct, errors);
            let (of_variant, of_container) = both
                .list
                .into_iter()
                .partition(|(key, _)| Key::of(&key.to_string()).is_some_and(|key| key.on_variant));
            let attempted = both.attempted.clone();
            let of_variant = Entries { list: of_variant, attempted };
            let variant =
                receive_variant(&input.ident, &input.attrs, &data.fields, of_variant, errors)
                    .map(|variant| VariantItem { is_struct: true, ..variant });
            let of_container = Entries { list: of_container, attempted: both.attempted };
            (of_container, variant.into_iter().collect())
        }
        Data::Union(data) => {
            errors.push(message::union(data.union_token));
            return None;
        }
    };
    Some(Item {
        ident: &input.ident,
        generics: &input.generics,
        attempted: entries.attempted.clone(),
        args: arguments(entries, errors)?,
        docs: Docs::of(&input.attrs),
        variants,
    })
}

fn receive_variant<'a>(
    ident: &'a Ident,
    attrs: &'a [syn::Attribute],
    fields: &'a Fields,
    entries: Entries,
    errors: &mut Accumulator,
) -> Option<VariantItem<'a>> {
    let (keys, attempted) = (keys_of(&entries), entries.attempted.clone());
    let members = fields.members().zip(fields);
    Some(VariantItem {
        ident,
        is_struct: false,
        annotated: attrs.iter().any(|attr| attr.path().is_ident("api")),
        keys,
        attempted,
        args: arguments(entries, errors)?,
        docs: Docs::of(attrs),
        fields: members
            .filter_map(|(member, field)| {
                let entries = parse::entries(&field.attrs, Place::Field, errors);
                let keys = keys_of(&entries);
                Some(FieldItem { member, ty: &field.ty, keys, args: arguments(entries, errors)? })
            })
            .collect(),
    })
}

fn keys_of(entries: &Entries) -> Vec<Ident> {
    entries.list.iter().map(|(key, _)| key.clone()).collect()
}

/// Sorts the entries into the receiver's fields. Unknown, misplaced and repeated keys are gone by now.
fn arguments<T: FromMeta>(entries: Entries, errors: &mut Accumulator) -> Option<T> {
    let list: Vec<NestedMeta> = entries.list.into_iter().map(|(_, entry)| entry).collect();
    errors.handle(T::from_list(&list))
}
