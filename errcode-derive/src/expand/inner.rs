//! The errors in transparent fields. A type that is no such error is to be reported once, so a constant names it, and
//! everything else uses the constant.

use proc_macro2::{Ident, TokenStream};
use quote::{quote, quote_spanned};
use syn::{Type, spanned::Spanned};

use super::{
    bounds,
    code::{Code, code},
    private_ident,
};
use crate::{
    binding::binding,
    model::{Model, Transparent, Variant},
    type_name::inside,
};

/// How the type of a transparent field is reached.
pub(super) enum Access {
    /// By a constant that holds what is needed of it.
    Constant(Ident),
    /// By its name: it has parameters that no constant outside of the impl can name.
    Trait,
    /// It is the type itself, behind a pointer: it adds no codes.
    Itself,
}

pub(super) fn access(model: &Model, index: usize, ty: &Type) -> Access {
    if is_itself(model, ty) {
        Access::Itself
    } else if bounds::is_generic(ty, &model.generics) || bounds::has_lifetime(ty) {
        Access::Trait
    } else {
        Access::Constant(private_ident(&format!("__INNER_{index}")))
    }
}

/// `Box<Self>`, or with the type's name.
fn is_itself(model: &Model, ty: &Type) -> bool {
    let Some(Type::Path(path)) = inside(ty, &["Box", "Arc"]) else { return false };
    path.qself.is_none()
        && path.path.segments.last().is_some_and(|last| {
            last.ident == "Self" || last.ident == model.ident && path.path.segments.len() == 1
        })
}

/// The constants of the transparent fields.
pub(super) fn constants(model: &Model) -> TokenStream {
    let constants = model.variants.iter().enumerate().filter_map(|(index, variant)| {
        let ty = &variant.fields[variant.transparent()?.field].ty;
        let Access::Constant(name) = access(model, index, ty) else { return None };
        let inner = quote_spanned!(ty.span()=> <#ty as __errcode::Transparent>::INNER);
        Some(quote!(const #name: __errcode::Inner<#ty> = #inner;))
    });
    constants.collect()
}

/// The error in the field, as `&dyn ApiError`, where the field is bound.
pub(super) fn error(
    model: &Model,
    index: usize,
    variant: &Variant,
    transparent: &Transparent,
) -> Code {
    let ty = &variant.fields[transparent.field].ty;
    let field = binding(transparent.field, ty.span());
    match access(model, index, ty) {
        Access::Constant(name) => code!("({name}.error)({field})"),
        Access::Trait => {
            quote_spanned!(ty.span()=> <#ty as __errcode::Transparent>::inner(#field)).into()
        }
        Access::Itself => {
            code!("{{ let __inner: &dyn __errcode::ApiError = &**{field}; __inner }}")
        }
    }
}

/// What follows from the error in the field beside another status than its own.
pub(super) fn beside(
    model: &Model,
    index: usize,
    variant: &Variant,
    transparent: &Transparent,
    function: &str,
) -> Code {
    let mut arguments = error(model, index, variant, transparent);
    arguments.push(", __errcode::ApiError::status(self)");
    let mut call = code!("__errcode::{function}");
    call.parentheses(arguments);
    call
}

/// A method of the error in the field.
pub(super) fn call(
    model: &Model,
    index: usize,
    variant: &Variant,
    transparent: &Transparent,
    method: &str,
) -> Code {
    let mut call = code!("__errcode::ApiError::{method}");
    call.parentheses(error(model, index, variant, transparent));
    call
}
