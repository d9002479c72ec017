//! A detail that is a field.

use syn::{ExprPath, LitStr};

use super::{FormatArg, Value, format_arg, string};
use crate::{
    attr::{
        entries::{Entry, Written},
        tokens::{Tokens, parts},
    },
    diagnostics::{Report, value},
    literal::Str,
};

/// `detail`, `detail = "name"` or `detail(name = "name", skip_if = path, kind = "string")`
#[derive(Default)]
pub(crate) struct FieldDetail {
    pub(crate) name: Option<Str>,
    pub(crate) skip_if: Option<ExprPath>,
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
                        Some(text) => LitStr::new(text.value(), text.span()).parse(),
                        None => syn::parse2(expr.ungrouped()),
                    };
                    let path = path.map_err(|_| value::not_a_function(&part.stream()))?;
                    options.skip_if = Some(path);
                    true
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
