//! What the attributes of others say: doc comments and `#[deprecated]`.

use super::{
    entries::Written,
    item::Attribute,
    tokens::{Tokens, parts},
    value::{FormatArg, format_arg, string},
};
use crate::literal::Str;

pub(crate) struct Docs {
    /// The first line of the doc comment.
    pub(crate) title: Option<String>,
    /// Its first paragraph, as one line.
    pub(crate) description: Option<String>,
    /// The note of `#[deprecated]`; empty if it has none.
    pub(crate) deprecated: Option<String>,
}

impl Docs {
    pub(super) fn from_attrs(attrs: &[Attribute]) -> Self {
        let (title, description) = title_and_description(attrs);
        Self { title, description, deprecated: deprecated(attrs) }
    }
}

/// The literals of the doc comment: a line each, or a block.
pub(super) fn comments(attrs: &[Attribute]) -> impl Iterator<Item = Str> {
    let docs = attrs.iter().filter(|attr| attr.name == "doc");
    docs.filter_map(|attr| match &attr.written {
        Written::Value(value) => string(value),
        Written::Nothing | Written::List(_) => None,
    })
}

/// The lines of the doc comment, without the space behind `///` or the stars of `/** … */`.
fn lines(attrs: &[Attribute]) -> Vec<String> {
    comments(attrs)
        .map(Str::into_value)
        .flat_map(|text| {
            let block = text.contains('\n');
            let lines: Vec<String> = text
                .lines()
                .map(|line| {
                    let line = line.trim();
                    if block { line.trim_start_matches('*').trim() } else { line }.to_owned()
                })
                .collect();
            if lines.is_empty() { vec![String::new()] } else { lines }
        })
        .collect()
}

fn title_and_description(attrs: &[Attribute]) -> (Option<String>, Option<String>) {
    let lines = lines(attrs);
    let paragraph: Vec<&str> = lines
        .iter()
        .map(String::as_str)
        .skip_while(|line| line.is_empty())
        .take_while(|line| !line.is_empty())
        .collect();
    let title = paragraph.first().map(|line| (*line).to_owned());
    (title, (!paragraph.is_empty()).then(|| paragraph.join(" ")))
}

/// Whether what has these attributes may use what is deprecated: it is itself, or allows it.
pub(super) fn mentions_deprecated(attrs: &[Attribute]) -> bool {
    attrs.iter().any(|attr| match &attr.written {
        Written::List(list) if matches!(attr.name.as_str(), "allow" | "expect") => {
            list.clone().into_iter().any(|lint| lint.to_string() == "deprecated")
        }
        _ => attr.name == "deprecated",
    })
}

fn deprecated(attrs: &[Attribute]) -> Option<String> {
    let attr = attrs.iter().find(|attr| attr.name == "deprecated")?;
    let note = match &attr.written {
        Written::Nothing => None,
        Written::Value(value) => string(value),
        Written::List(list) => parts(list).iter().filter_map(format_arg).find_map(|part| {
            let FormatArg { name, expr } = part;
            name.filter(|name| name == "note").and_then(|_| string(&Tokens::from(expr)))
        }),
    };
    Some(note.map(Str::into_value).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use proc_macro2::TokenStream;
    use quote::quote;

    use super::{super::item, *};

    fn attributes(of_item: TokenStream) -> Vec<Attribute> {
        let (item, mut attributes) = item::read(of_item).expect("it is an item");
        attributes.next(&item.attrs)
    }

    fn of(item: TokenStream) -> (Option<String>, Option<String>) {
        title_and_description(&attributes(item))
    }

    #[test]
    fn the_title_is_a_line_and_the_description_a_paragraph() {
        let item = quote! {
            /// Job deadline passed.
            /// It may be submitted again.
            ///
            /// More.
            struct S;
        };
        let (title, description) = of(item);
        assert_eq!(title.as_deref(), Some("Job deadline passed."));
        assert_eq!(description.as_deref(), Some("Job deadline passed. It may be submitted again."));
    }

    #[test]
    fn block_comments_are_read_without_their_stars() {
        let item = quote! {
            /**
             * Job deadline passed.
             * Again.
             *
             * More.
             */
            struct S;
        };
        let (title, description) = of(item);
        assert_eq!(title.as_deref(), Some("Job deadline passed."));
        assert_eq!(description.as_deref(), Some("Job deadline passed. Again."));
    }

    #[test]
    fn no_comment_says_nothing() {
        assert_eq!(
            of(quote!(
                struct S;
            )),
            (None, None)
        );
        assert_eq!(
            of(quote!(
                #[doc = ""]
                struct S;
            )),
            (None, None)
        );
        assert_eq!(
            of(quote!(
                #[doc(hidden)]
                struct S;
            )),
            (None, None)
        );
    }

    #[test]
    fn every_form_of_deprecated() {
        let note = |item| deprecated(&attributes(item));
        assert_eq!(
            note(quote!(
                struct S;
            )),
            None
        );
        assert_eq!(
            note(quote!(
                #[deprecated]
                struct S;
            ))
            .as_deref(),
            Some("")
        );
        assert_eq!(
            note(quote!(
                #[deprecated = "no"]
                struct S;
            ))
            .as_deref(),
            Some("no")
        );
        let full = quote!(
            #[deprecated(since = "1", note = "no")]
            struct S;
        );
        assert_eq!(note(full).as_deref(), Some("no"));
    }
}
