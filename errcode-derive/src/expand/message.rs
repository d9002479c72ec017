//! The public message of a variant. What a 5xx may say is decided at runtime, by the status: see `default_message` in
//! errcode-core.

use super::{
    code::{Code, code},
    inner, pattern, text,
};
use crate::model::{Kind, Message, Model, Variant};

/// The arm of a variant whose message is not the default one.
pub(super) fn arm(model: &Model, index: usize, variant: &Variant) -> Option<Code> {
    let exposed = || {
        let pattern = pattern::any(variant);
        code!("{pattern} => __errcode::exposed_message(self),")
    };
    match (&variant.message, &variant.kind) {
        (Message::Exposed, Kind::Coded(_)) => Some(exposed()),
        (Message::Exposed, Kind::Transparent(_)) if variant.says_expose() => Some(exposed()),
        (Message::Template(format), _) => {
            if let Some(text) = format.as_text() {
                let pattern = pattern::any(variant);
                return Some(code!("{pattern} => __errcode::Borrowed({text:?}),"));
            }
            let pattern = pattern::binding_fields(variant, text::fields(format));
            let mut arguments = code!("self,");
            arguments.append(text::format_args(variant, format));
            let mut written = text::locals(format);
            let has_locals = !written.is_empty();
            written.push("__errcode::written_message");
            written.parentheses(arguments);
            if has_locals {
                let mut block = Code::default();
                block.braces(written);
                written = block;
            }
            Some(pattern::arm(&pattern, written))
        }
        (_, Kind::Transparent(transparent)) => {
            let pattern = pattern::binding_fields(variant, [transparent.field]);
            let message = if variant.decides_status() {
                inner::beside(model, index, variant, transparent, "message_beside")
            } else {
                inner::call(model, index, variant, transparent, "message")
            };
            Some(pattern::arm(&pattern, message))
        }
        _ => None,
    }
}
