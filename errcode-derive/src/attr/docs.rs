//! What the attributes of others say: doc comments and `#[deprecated]`.

use syn::{Expr, ExprLit, Lit, Meta, MetaNameValue, punctuated::Punctuated};

use super::named::Named;

pub(crate) struct Docs {
    /// The first line of the doc comment.
    pub(crate) title: Option<String>,
    /// Its first paragraph, as one line.
    pub(crate) description: Option<String>,
    /// The note of `#[deprecated]`; empty if it has none.
    pub(crate) deprecated: Option<String>,
}

impl Docs {
    pub(super) fn from_attrs(attrs: &[Named<'_>]) -> Self {
        let (title, description) = title_and_description(attrs);
        Self { title, description, deprecated: deprecated(attrs) }
    }
}

/// The lines of the doc comment, without the space behind `///` or the stars of `/** … */`.
fn lines(attrs: &[Named<'_>]) -> Vec<String> {
    let docs = attrs.iter().filter(|attr| attr.name == "doc");
    let texts = docs.filter_map(|attr| match attr.meta() {
        Meta::NameValue(pair) => string(&pair.value),
        _ => None,
    });
    texts
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

fn title_and_description(attrs: &[Named<'_>]) -> (Option<String>, Option<String>) {
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
pub(super) fn mentions_deprecated(attrs: &[Named<'_>]) -> bool {
    attrs.iter().any(|attr| match attr.meta() {
        Meta::List(list) if matches!(attr.name.as_str(), "allow" | "expect") => {
            list.tokens.clone().into_iter().any(|lint| lint.to_string() == "deprecated")
        }
        _ => attr.name == "deprecated",
    })
}

fn deprecated(attrs: &[Named<'_>]) -> Option<String> {
    let attr = attrs.iter().find(|attr| attr.name == "deprecated")?;
    Some(match attr.meta() {
        Meta::Path(_) => String::new(),
        Meta::NameValue(pair) => string(&pair.value).unwrap_or_default(),
        Meta::List(list) => list
            .parse_args_with(Punctuated::<MetaNameValue, syn::Token![,]>::parse_terminated)
            .ok()
            .and_then(|pairs| {
                pairs
                    .iter()
                    .find(|pair| pair.path.is_ident("note"))
                    .and_then(|pair| string(&pair.value))
            })
            .unwrap_or_default(),
    })
}

fn string(value: &Expr) -> Option<String> {
    match value {
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text.value()),
        Expr::Group(group) => string(&group.expr),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use syn::parse_quote;

    use super::*;

    fn of(item: &syn::ItemStruct) -> (Option<String>, Option<String>) {
        title_and_description(&Named::all(&item.attrs))
    }

    #[test]
    fn the_title_is_a_line_and_the_description_a_paragraph() {
        let item = parse_quote! {
            /// Job deadline passed.
            /// It may be submitted again.
            ///
            /// More.
            struct S;
        };
        let (title, description) = of(&item);
        assert_eq!(title.as_deref(), Some("Job deadline passed."));
        assert_eq!(description.as_deref(), Some("Job deadline passed. It may be submitted again."));
    }

    #[test]
    fn block_comments_are_read_without_their_stars() {
        let item = parse_quote! {
            /**
             * Job deadline passed.
             * Again.
             *
             * More.
             */
            struct S;
        };
        let (title, description) = of(&item);
        assert_eq!(title.as_deref(), Some("Job deadline passed."));
        assert_eq!(description.as_deref(), Some("Job deadline passed. Again."));
    }

    #[test]
    fn no_comment_says_nothing() {
        assert_eq!(
            of(&parse_quote!(
                struct S;
            )),
            (None, None)
        );
        assert_eq!(
            of(&parse_quote!(
                #[doc = ""]
                struct S;
            )),
            (None, None)
        );
        assert_eq!(
            of(&parse_quote!(
                #[doc(hidden)]
                struct S;
            )),
            (None, None)
        );
    }

    #[test]
    fn every_form_of_deprecated() {
        let note = |item: syn::ItemStruct| deprecated(&Named::all(&item.attrs));
        assert_eq!(
            note(parse_quote!(
                struct S;
            )),
            None
        );
        assert_eq!(
            note(parse_quote!(
                #[deprecated]
                struct S;
            ))
            .as_deref(),
            Some("")
        );
        assert_eq!(
            note(parse_quote!(
                #[deprecated = "no"]
                struct S;
            ))
            .as_deref(),
            Some("no")
        );
        let full = parse_quote!(
            #[deprecated(since = "1", note = "no")]
            struct S;
        );
        assert_eq!(note(full).as_deref(), Some("no"));
    }
}
