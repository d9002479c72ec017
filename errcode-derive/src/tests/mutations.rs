//! The macros on mutations of the items of this project: none panics, and what it writes is Rust.
//!
//! `ERRCODE_MUTATIONS=720000 cargo test --release --package errcode-derive mutations` tries as many.

use std::{
    env, fs,
    panic::{AssertUnwindSafe, catch_unwind},
    path::Path,
};

use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};
use proptest::{
    prelude::Rng,
    test_runner::{RngAlgorithm, TestRng},
};
use quote::quote;

use super::errors;

/// How many mutations are tried without the variable.
const MUTATIONS: usize = 4_000;

#[test]
fn no_mutation_panics_and_every_answer_is_rust() {
    let seeds = seeds();
    assert!(seeds.len() > 300, "found {} items", seeds.len());
    let count = env::var("ERRCODE_MUTATIONS").map_or(MUTATIONS, |count| count.parse().unwrap());
    let mut rng = Random(TestRng::from_seed(RngAlgorithm::XorShift, &[7; 16]));
    let (mut accepted, mut refused) = (0, 0);
    for _ in 0..count {
        let seed = rng.one_of(&seeds);
        let mut input: Vec<TokenTree> = seed.input.clone().into_iter().collect();
        for _ in 0..=rng.below(3) {
            mutate(&mut input, &mut rng, &seeds);
        }
        let input: TokenStream = input.into_iter().collect();
        match answer(seed.macro_, &input) {
            0 => accepted += 1,
            _ => refused += 1,
        }
    }
    // Mutations that are all refused, or all accepted, would try little.
    assert!(
        accepted > count / 20 && refused > count / 20,
        "{accepted} accepted, {refused} refused"
    );
}

#[test]
fn no_item_panics() {
    for seed in seeds() {
        answer(seed.macro_, &seed.input);
    }
}

#[test]
fn what_mutations_found_is_answered() {
    let errors = |macro_, input: &str| answer(macro_, &input.parse().expect("tokens"));
    assert_eq!(errors(Macro::Domain, "pub r#type { catalog = CATALOG }"), 0);
    for path in ["crate::Self", "Self", "self", "self::self", "::crate", "jobs::super::Jobs"] {
        let input = format!(
            "#[api(domain = {path})] enum JobError {{ #[api(code = \"DENIED\", status = 403)] Denied }}"
        );
        assert_eq!(errors(Macro::Derive, &input), 1, "{input}");
        let options = format!("pub Jobs {{ catalog = {path}, crate = {path} }}");
        assert_eq!(errors(Macro::Domain, &options), 2, "{options}");
        assert_eq!(errors(Macro::Catalog, &format!("static JOBS = [A], crate = {path}")), 1);
    }
    for path in ["crate", "crate::Jobs", "super::super::Jobs", "self::Jobs", "::jobs::Jobs"] {
        assert_eq!(errors(Macro::Domain, &format!("pub Jobs {{ crate = {path} }}")), 0);
    }
}

/// The number of errors in what a macro writes.
fn answer(macro_: Macro, input: &TokenStream) -> usize {
    let run = || match macro_ {
        Macro::Derive => crate::derive::derive(input.clone()),
        Macro::Catalog => crate::catalog::catalog(quote!((::errcode) #input)),
        Macro::Domain => crate::domain::domain(quote!((::errcode) #input)),
    };
    let Ok(written) = catch_unwind(AssertUnwindSafe(run)) else {
        panic!("{macro_:?} panics for: {input}");
    };
    // rustc parses these, and says that they are not types; syn only does where they stand alone.
    let is_left_to_rustc =
        ["crate <", "self <", "super <"].map(|text| written.to_string().contains(text));
    if let Err(error) = syn::parse2::<syn::File>(written.clone())
        && !is_left_to_rustc.contains(&true)
    {
        panic!("{macro_:?} writes what is no Rust ({error}) for: {input}\n\n{written}");
    }
    errors(written)
}

#[derive(Debug, Clone, Copy)]
enum Macro {
    Derive,
    Catalog,
    Domain,
}

/// What a macro is given somewhere in this project.
struct Seed {
    macro_: Macro,
    input: TokenStream,
}

/// Those of all files, in a stable order.
fn seeds() -> Vec<Seed> {
    let mut files = Vec::new();
    for directory in ["tests", "examples", "src"] {
        collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(directory), &mut files);
    }
    files.sort();
    let mut seeds = Vec::new();
    for file in files {
        let source = fs::read_to_string(file).expect("a source file is readable");
        if let Ok(tokens) = source.parse::<TokenStream>() {
            find(tokens, &mut seeds);
        }
    }
    seeds
}

fn collect(directory: &Path, files: &mut Vec<std::path::PathBuf>) {
    for entry in fs::read_dir(directory).expect("a directory of sources is readable") {
        let path = entry.expect("an entry is readable").path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

/// Finds items with the derive, and calls of the macros.
fn find(tokens: TokenStream, seeds: &mut Vec<Seed>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    for (index, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Group(group) => {
                if is_derive(group) {
                    let is_last = |token: &TokenTree| match token {
                        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
                        token => is_punct(token, ';'),
                    };
                    let rest = &tokens[index + 1..];
                    let end = rest.iter().position(is_last).map_or(rest.len(), |last| last + 1);
                    let input: TokenStream = rest[..end].iter().cloned().collect();
                    // An item of a `macro_rules!` has no meaning before it is expanded.
                    if !input.to_string().contains('$') {
                        seeds.push(Seed { macro_: Macro::Derive, input });
                    }
                }
                find(group.stream(), seeds);
            }
            TokenTree::Ident(name) => {
                let macro_ = match name.to_string().as_str() {
                    "catalog" => Macro::Catalog,
                    "domain" => Macro::Domain,
                    _ => continue,
                };
                if let [bang, TokenTree::Group(group), ..] = &tokens[index + 1..]
                    && is_punct(bang, '!')
                {
                    seeds.push(Seed { macro_, input: group.stream() });
                }
            }
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}

fn is_derive(group: &Group) -> bool {
    let mut tokens = group.stream().into_iter();
    let is_derive = matches!(tokens.next(), Some(TokenTree::Ident(name)) if name == "derive");
    is_derive && tokens.next().is_some_and(|derived| derived.to_string().contains("ApiError"))
}

fn is_punct(token: &TokenTree, wanted: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == wanted)
}

struct Random(TestRng);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.0.next_u64() % end as u64).expect("below a usize")
    }

    fn one_of<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.below(items.len())]
    }
}

/// Changes one place, at any depth.
fn mutate(tokens: &mut Vec<TokenTree>, rng: &mut Random, seeds: &[Seed]) {
    let groups: Vec<usize> =
        (0..tokens.len()).filter(|&index| matches!(tokens[index], TokenTree::Group(_))).collect();
    if !groups.is_empty() && rng.below(5) > 0 {
        let index = *rng.one_of(&groups);
        let TokenTree::Group(group) = &tokens[index] else { return };
        let mut inner: Vec<TokenTree> = group.stream().into_iter().collect();
        let delimiter = match rng.below(40) {
            0 => *rng.one_of(&[
                Delimiter::Brace,
                Delimiter::Bracket,
                Delimiter::Parenthesis,
                Delimiter::None,
            ]),
            _ => group.delimiter(),
        };
        mutate(&mut inner, rng, seeds);
        tokens[index] = Group::new(delimiter, inner.into_iter().collect()).into();
        return;
    }
    if tokens.is_empty() {
        tokens.push(token(rng, seeds));
        return;
    }
    let at = rng.below(tokens.len());
    match rng.below(7) {
        0 => drop(tokens.remove(at)),
        1 => tokens.insert(at, tokens[at].clone()),
        2 => {
            let other = rng.below(tokens.len());
            tokens.swap(at, other);
        }
        3 => tokens.insert(at, token(rng, seeds)),
        // What `macro_rules!` makes of a fragment.
        4 => tokens[at] = Group::new(Delimiter::None, tokens[at].clone().into()).into(),
        5 => tokens[at] = token(rng, seeds),
        _ => match &tokens[at] {
            TokenTree::Literal(literal) => tokens[at] = changed(literal, rng).into(),
            _ => tokens[at] = token(rng, seeds),
        },
    }
}

/// A token of another item, or one that is rare.
fn token(rng: &mut Random, seeds: &[Seed]) -> TokenTree {
    if rng.below(3) > 0 {
        let mut tokens: Vec<TokenTree> = rng.one_of(seeds).input.clone().into_iter().collect();
        for _ in 0..rng.below(5) {
            if tokens.is_empty() {
                break;
            }
            match rng.one_of(&tokens) {
                TokenTree::Group(group) => tokens = group.stream().into_iter().collect(),
                token => return token.clone(),
            }
        }
    }
    let identifier = |name: &str| Ident::new(name, Span::call_site()).into();
    match rng.below(16) {
        0 => identifier("Self"),
        1 => identifier("crate"),
        2 => identifier("transparent"),
        3 => Ident::new_raw("type", Span::call_site()).into(),
        4 => Literal::string(&"Ä".repeat(40)).into(),
        5 => Literal::string("{0:?}{a.b}{{{").into(),
        6 => Literal::string("\0\r\n\"\u{202e}").into(),
        7 => Literal::byte_string(b"bytes").into(),
        8 => Literal::u128_unsuffixed(u128::MAX).into(),
        9 => Literal::u16_suffixed(410).into(),
        10 => Literal::f64_unsuffixed(1e308).into(),
        11 => Literal::character('\'').into(),
        12 => {
            Punct::new(*rng.one_of(&['=', ',', ':', '#', '<', '>', '&', '?', '-']), Spacing::Alone)
                .into()
        }
        13 => Group::new(Delimiter::Parenthesis, TokenStream::new()).into(),
        14 => Group::new(Delimiter::None, TokenStream::new()).into(),
        _ => Literal::string("").into(),
    }
}

/// A string with another text, and another number for a number.
fn changed(literal: &Literal, rng: &mut Random) -> Literal {
    let Ok(text) = syn::parse_str::<syn::LitStr>(&literal.to_string()) else {
        return Literal::u64_unsuffixed(rng.0.next_u64() >> rng.below(64));
    };
    let mut text: Vec<char> = text.value().chars().collect();
    for _ in 0..=rng.below(3) {
        let at = rng.below(text.len() + 1);
        let rare = ['{', '}', ':', '$', '%', '.', ' ', '_', '-', '0', '\0', '\n', 'é', '"', '\\'];
        match rng.below(3) {
            0 if at < text.len() => drop(text.remove(at)),
            1 if at < text.len() => text[at] = *rng.one_of(&rare),
            _ => text.insert(at, *rng.one_of(&rare)),
        }
    }
    Literal::string(&text.into_iter().collect::<String>())
}
