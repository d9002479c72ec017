//! The attributes of an item. They are taken out before syn reads the rest: they are most of an annotated enum, and syn
//! would read all of their tokens, which are then read here.

use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};
use quote::quote;
use syn::DeriveInput;

use super::entries::Written;

/// An attribute whose path is one identifier.
pub(crate) struct Attribute {
    pub(crate) ident: Ident,
    /// The identifier, asked for once: it is text to the compiler alone.
    pub(super) name: String,
    pub(super) written: Written,
}

impl Attribute {
    /// Reads what is in the brackets; `None` for one with a longer path, such as `#[rustfmt::skip]`.
    fn of(tokens: TokenStream) -> Option<Self> {
        let mut tokens = tokens.into_iter();
        let ident = match tokens.next()? {
            TokenTree::Ident(ident) => ident,
            // What a `macro_rules!` fragment matched: all of it, or the path.
            TokenTree::Group(group) if group.delimiter() == Delimiter::None => {
                return Self::of(group.stream().into_iter().chain(tokens).collect());
            }
            _ => return None,
        };
        let written = match tokens.next() {
            None => Written::Nothing,
            Some(TokenTree::Group(group)) => Written::List(group.stream()),
            Some(TokenTree::Punct(punct)) if punct.as_char() == '=' => {
                Written::Value(tokens.collect())
            }
            Some(_) => return None,
        };
        let name = ident.to_string();
        Some(Self { ident, name, written })
    }
}

/// The attributes of each place that has any, in the order of the source.
pub(crate) struct Attributes(std::vec::IntoIter<Vec<Attribute>>);

impl Attributes {
    /// Those of the next place, which syn has read with these.
    pub(super) fn next(&mut self, marker: &[syn::Attribute]) -> Vec<Attribute> {
        if marker.is_empty() { Vec::new() } else { self.0.next().unwrap_or_default() }
    }
}

/// Reads an item and its attributes. In the item, one attribute marks each place that had any.
pub(crate) fn read(tokens: TokenStream) -> syn::Result<(DeriveInput, Attributes)> {
    let mut taker = Taker { taken: Vec::new(), marker: Group::new(Delimiter::Bracket, quote!(a)) };
    let rest = taker.item(tokens);
    let input = syn::parse2(rest)?;
    Ok((input, Attributes(taker.taken.into_iter())))
}

struct Taker {
    taken: Vec<Vec<Attribute>>,
    marker: Group,
}

impl Taker {
    /// All that the derive is given, without the attributes of the item, its variants and its fields.
    fn item(&mut self, tokens: TokenStream) -> TokenStream {
        let mut tokens: Vec<TokenTree> = tokens.into_iter().collect();
        if let [TokenTree::Group(group)] = tokens.as_slice()
            && group.delimiter() == Delimiter::None
        {
            return self.item(group.stream());
        }
        let in_front = tokens
            .chunks(2)
            .take_while(|pair| matches!(pair, [sign, TokenTree::Group(_)] if is_sign(sign)))
            .count();
        let item = tokens.split_off(2 * in_front);
        let mut rest = self.strip(tokens, false);
        let is_enum =
            item.iter().any(|token| matches!(token, TokenTree::Ident(word) if word == "enum"));
        // Braces before the last ones are those of a constant among the parameters.
        let last = item.len().saturating_sub(1);
        for (index, token) in item.into_iter().enumerate() {
            rest.push(match token {
                TokenTree::Group(body)
                    if index == last || body.delimiter() == Delimiter::Parenthesis =>
                {
                    self.inside(&body, is_enum)
                }
                token => token,
            });
        }
        rest.into_iter().collect()
    }

    /// Variants or fields in their delimiters.
    fn inside(&mut self, group: &Group, are_variants: bool) -> TokenTree {
        let rest = self.strip(group.stream().into_iter().collect(), are_variants);
        let mut stripped = Group::new(group.delimiter(), rest.into_iter().collect());
        stripped.set_span(group.span());
        TokenTree::Group(stripped)
    }

    /// Variants or fields, or what is in front of an item.
    fn strip(&mut self, tokens: Vec<TokenTree>, are_variants: bool) -> Vec<TokenTree> {
        let mut rest: Vec<TokenTree> = Vec::with_capacity(tokens.len());
        let mut is_first = true;
        let mut is_after_name = false;
        // The discriminant of a variant is an expression, whose attributes are none of the variant's.
        let mut is_value = false;
        let mut tokens = tokens.into_iter().peekable();
        while let Some(token) = tokens.next() {
            if !is_value
                && is_sign(&token)
                && let Some(TokenTree::Group(attribute)) = tokens.peek()
            {
                if is_first {
                    self.taken.push(Vec::new());
                    rest.extend([token, TokenTree::Group(self.marker.clone())]);
                }
                if let Some(list) = self.taken.last_mut() {
                    list.extend(Attribute::of(attribute.stream()));
                }
                tokens.next();
                is_first = false;
                continue;
            }
            is_first = true;
            match &token {
                TokenTree::Punct(punct) if punct.as_char() == '=' => is_value = true,
                TokenTree::Punct(punct) if punct.as_char() == ',' => is_value = false,
                _ => {}
            }
            let is_name = matches!(token, TokenTree::Ident(_)) && !is_value;
            rest.push(match token {
                TokenTree::Group(fields) if are_variants && is_after_name => {
                    self.inside(&fields, false)
                }
                token => token,
            });
            is_after_name = is_name;
        }
        rest
    }
}

/// Whether an attribute begins with it.
fn is_sign(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == '#')
}

#[cfg(test)]
mod tests {
    use syn::{Data, Fields};

    use super::*;

    fn names(attributes: &mut Attributes, marker: &[syn::Attribute]) -> Vec<String> {
        attributes.next(marker).into_iter().map(|attribute| attribute.name).collect()
    }

    #[test]
    fn each_place_has_its_own_attributes() {
        let item = quote! {
            #[a] #[rustfmt::skip] /// B
            pub(crate) enum E<const N: usize = { #[x] 3 }> where T: Fn(u8) -> u8 {
                #[c = "c"] A,
                B { #[d(1)] #[e] one: HashMap<u8, u8>, two: u8, #[f] three: u8 } = 3,
                #[g] C(u8, #[h] pub(crate) u8),
                #[rustfmt::skip] D,
                E
            }
        };
        let (input, mut attributes) = read(item).expect("it is an item");
        let mut found = vec![names(&mut attributes, &input.attrs)];
        let Data::Enum(data) = input.data else { panic!("it is an enum") };
        for variant in data.variants {
            found.push(names(&mut attributes, &variant.attrs));
            found.extend(variant.fields.iter().map(|field| names(&mut attributes, &field.attrs)));
        }
        let expected: [&[&str]; 11] =
            [&["a", "doc"], &["c"], &[], &["d", "e"], &[], &["f"], &["g"], &[], &["h"], &[], &[]];
        assert_eq!(found, expected);
    }

    #[test]
    fn attributes_in_a_discriminant_stay_there() {
        let item = quote! {
            enum E {
                #[a] A = match N { #[x] 3 => 1, _ => 2 },
                #[b] B = #[y] 4,
                #[c] C { #[d] one: u8 } = 5
            }
        };
        let (input, mut attributes) = read(item).expect("it is an item");
        let Data::Enum(data) = input.data else { panic!("it is an enum") };
        let mut found = Vec::new();
        for variant in data.variants {
            found.push(names(&mut attributes, &variant.attrs));
            found.extend(variant.fields.iter().map(|field| names(&mut attributes, &field.attrs)));
        }
        assert_eq!(found, [["a"], ["b"], ["c"], ["d"]]);
    }

    #[test]
    fn the_fields_of_structs_have_theirs() {
        for item in [
            quote!(
                #[a]
                struct S<const N: usize = { 3 }> {
                    one: u8,
                    #[b]
                    two: u8,
                }
            ),
            quote!(
                #[a]
                pub(crate) struct S(u8, #[b] u8)
                where
                    u8: Fn(u8);
            ),
        ] {
            let (input, mut attributes) = read(item).expect("it is an item");
            assert_eq!(names(&mut attributes, &input.attrs), ["a"]);
            let Data::Struct(data) = input.data else { panic!("it is a struct") };
            let (Fields::Named(_) | Fields::Unnamed(_)) = data.fields else {
                panic!("it has fields")
            };
            let fields = data.fields.iter();
            let found: Vec<_> = fields.map(|field| names(&mut attributes, &field.attrs)).collect();
            assert_eq!(found, [Vec::new(), vec!["b".to_owned()]]);
        }
    }
}
