use proptest::prelude::*;

use super::{derive, errors, traits};
use crate::code_style::{MAX_LEN, Style};

const TRAITS: [&str; 3] = ["ApiError", "ErrorCodes", "HasEnvelope"];

#[test]
fn an_attribute_that_is_being_typed_leaves_the_impls_in_place() {
    for typed in [
        "",
        "c",
        "code",
        "code =",
        "code = ,",
        "code = \"",
        "code = \"A\" stat",
        "sta",
        "status = 4",
        "header(",
        "header(\"X-A\"",
        "code = \"A\", status = 400, message = \"{\"",
        "transparent",
        "code = \"A\",,",
        "= \"A\"",
    ] {
        // An editor closes what is open before it expands a macro.
        let quote = if typed.matches('"').count() % 2 == 1 { "\"" } else { "" };
        let paren = if typed.contains('(') { ")" } else { "" };
        let source = format!("enum E {{ #[api({typed}{quote}{paren})] A }}");
        let derived = derive(&source);
        assert!(errors(derived.clone()) > 0, "{source}");
        assert_eq!(traits(derived), TRAITS, "{source}");
    }
}

#[test]
fn a_union_has_its_error_alone() {
    let derived = derive("union U { a: u8 }");
    assert_eq!(errors(derived.clone()), 1);
    assert!(traits(derived).is_empty());
}

/// Tokens that mean something in an attribute, in any order.
fn tokens() -> impl Strategy<Value = String> {
    let token = prop_oneof![
        proptest::sample::select(
            crate::attr::schema::KEYS.iter().map(|key| key.name.to_owned()).collect::<Vec<_>>()
        ),
        proptest::sample::select(
            [
                "=",
                ",",
                ",",
                "::",
                "(",
                "\"A_B\"",
                "\"{a} {0}\"",
                "\"{\"",
                "410",
                "-1",
                "true",
                "x",
                "StatusCode::GONE",
                "\"\"",
                "1.5",
                "'c'",
                "#",
                "|",
                "&",
                "<",
                "b\"x\""
            ]
            .map(str::to_owned)
            .to_vec()
        ),
    ];
    proptest::collection::vec(token, 0..12).prop_map(|mut tokens| {
        let open = tokens.iter().filter(|token| *token == "(").count();
        tokens.extend(std::iter::repeat_n(")".to_owned(), open));
        tokens.join(" ")
    })
}

proptest! {
    // A failure is printed in full; no file is written beside the tests.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_attribute_panics_and_every_answer_is_rust(on_enum in tokens(), on_variant in tokens(), on_field in tokens()) {
        let source =
            format!("#[api({on_enum})] enum E<'a, T> {{ #[api({on_variant})] A {{ #[api({on_field})] a: &'a T }}, B(u8) }}");
        let derived = derive(&source);
        prop_assert!(errors(derived.clone()) > 0, "`B` has no code");
        let traits = traits(derived);
        let has = |name: &str| traits.iter().any(|found| found == name);
        // A type of a domain has its envelope from there.
        prop_assert!(has("ApiError") && has("ErrorCodes") && (has("HasEnvelope") || has("OfDomain")), "{traits:?}");
    }

    #[test]
    fn no_format_string_panics(message in "[ab{}:$.*0-9 ?é]{0,12}") {
        let source = "struct S { #[api(detail)] a: u8, b: u8 }";
        let attribute = format!("#[api(code = \"S\", status = 400, message = {message:?})]");
        let _ = traits(derive(&format!("{attribute} {source}")));
    }

    #[test]
    fn a_suggested_code_is_accepted(name in "[A-Za-z_][A-Za-z0-9_]{0,80}", style in 0..3_usize) {
        let (_, style) = Style::NAMES[style];
        let prefix = match style {
            Style::Kebab => "x-",
            Style::Snake => "x_",
            Style::ScreamingSnake | Style::Any => "X_",
        };
        for prefix in ["", prefix] {
            let code = style.spell(&name, prefix);
            prop_assert!(style.accepts(&code) && code.len() <= MAX_LEN, "{code}");
            prop_assert!(code.starts_with(prefix));
        }
    }
}
