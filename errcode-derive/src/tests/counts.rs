use super::{derive, errors};

/// Variants with mistakes, and how many errors each is worth whatever stands beside it.
const VARIANTS: &[(&str, usize)] = &[
    (r#"#[api(code = "A_RIGHT", status = 400)] Right"#, 0),
    ("Bare", 1),
    ("#[api(status = 410)] NoCode", 1),
    (r#"#[api(code = "A_NO_STATUS")] NoStatus"#, 1),
    ("#[api(retryable = true)] Neither", 2),
    (r#"#[api(code = "lower", status = 99)] LowerAndLow"#, 2),
    (r#"#[api(code = "NO_PREFIX", status = "410", retryable = "no")] ThreeWrong"#, 3),
    (r#"#[api(code = "A_UNKNOWN", stauts = 410)] Unknown"#, 1),
    (r#"#[api(code = "A_COMMA" status = 410 retryable = false)] Commas"#, 2),
    ("#[api(code = , status = )] HalfTyped", 2),
    ("#[api()] Empty", 1),
    (r#"#[api(code = "A_TWICE", code = "A_THRICE", status = 400)] Repeated"#, 1),
    (r#"#[api(code = "A_MESSAGE", status = 400, message = "{a} {} {b}")] Message { c: u8 }"#, 3),
    (
        r#"#[api(code = "A_WAITS", status = 429)] Waits(#[api(retry_after)] u8, #[api(retry_after)] u8, #[api(retry_after)] u8)"#,
        2,
    ),
    (
        r#"#[api(code = "A_HEADERS", status = 429, header("a b", "\n"))] Headers(#[api(header = "é")] u8)"#,
        3,
    ),
    (
        r#"#[api(code = "A_FIELDS", status = 400)] Fields { #[api(detail, code)] a: u8, #[api(detail = "a", x)] b: u8 }"#,
        3,
    ),
    (r#"#[api(transparent, code = "A_T")] TransparentWithCode(Inner)"#, 1),
    ("#[api(transparent)] TransparentPair(Inner, Inner)", 1),
    ("TwoTransparent(#[api(transparent)] Inner, #[api(transparent)] Inner)", 1),
    (r#"#[api(code = "A_CODE")] CodeBeside(#[api(transparent)] Inner, u8)"#, 1),
    (
        r#"#[api(code = "A_TWO", status = 400)] TwoStatuses(#[api(status)] u16, #[api(status)] u16)"#,
        1,
    ),
    (
        r#"#[api(code = "A_TEXTS", status = 400, detail("a", "{}"), header("B", "{x}"), detail("c", 1 + 1))] Texts"#,
        3,
    ),
    (
        r#"#[api(code = "A_OPTIONS", status = 400)] Options { #[api(detail(skip = f))] a: u8, #[api(detail(kind = "x"))] b: u8 }"#,
        2,
    ),
    (
        r#"#[api(code = "A_ARGS", status = 400, message("{} {n}", .no, n = a, b))] Args { a: u8 }"#,
        2,
    ),
    (r#"#[api(code: "A_COLON"; status => 400)] Punctuation"#, 3),
    (r#"#[api("A_BARE", 404)] BareValues"#, 1),
    ("#[api(transparant)] Misspelled(Inner)", 1),
    ("OnField(#[api(code = \"A_F\", status = 400)] u8)", 2),
    (r#"#[error("{source}")] #[api(code = "A_LEAK", status = 404)] Leak { source: Inner }"#, 1),
    (r#"#[display("{source}")] #[api(code = "A_LEAKS", status = 404)] Leaks { source: Inner }"#, 1),
    (
        r#"#[display("{_1}")] #[api(code = "A_MARKED", status = 404)] Marked(u8, #[error(source)] Inner)"#,
        1,
    ),
    (
        r#"#[display("{source}")] #[api(code = "A_OWN", status = 404)] Own { #[error(not(source))] source: u8 }"#,
        0,
    ),
];

/// Keys of the enum with mistakes that no variant's errors depend on.
const CONTAINERS: &[(&str, usize)] = &[
    (r#"#[api(prefix = "A_")]"#, 0),
    (r#"#[api(prefix = "A_", categroy = "x")]"#, 1),
    (r#"#[api(prefix = "A_", title = "x", envelope = "Nested")]"#, 2),
    (
        r#"#[api(prefix = "A_", docs_url = "{cod}", code_style = "camelCase", retired("A_OLD", "A_OLD"))]"#,
        3,
    ),
    (r#"#[api(prefix = "A_")] #[api] #[api(crate = "x")]"#, 2),
    (r#"#[api(prefix = "A_", domain = "D", retired("A_X"), retired("A_Y"), expose = true)]"#, 3),
];

#[test]
fn n_mistakes_are_n_errors_whatever_stands_beside_them() {
    for (container, of_container) in CONTAINERS {
        // Other styles take other codes.
        let lenient = container.contains("camelCase");
        for (at, (first, of_first)) in VARIANTS.iter().enumerate() {
            for (second, of_second) in &VARIANTS[at + 1..] {
                if lenient && (first.contains("lower") || second.contains("lower")) {
                    continue;
                }
                let source = format!("{container} enum E {{ {first}, {second} }}");
                let expected = of_container + of_first + of_second;
                assert_eq!(errors(derive(&source)), expected, "{source}");
            }
        }
    }
}

#[test]
fn all_mistakes_of_an_enum_are_reported_at_once() {
    let variants: Vec<&str> = VARIANTS.iter().map(|(source, _)| *source).collect();
    let source = format!("#[api(prefix = \"A_\")] enum E {{ {} }}", variants.join(", "));
    let expected: usize = VARIANTS.iter().map(|(_, count)| count).sum();
    assert_eq!(errors(derive(&source)), expected);
}

#[test]
fn a_default_that_was_misspelled_is_missed_at_no_variant() {
    for attribute in ["stauts = 400", "status =", "status = 99", "status = \"400\"", "status 400"] {
        let source = format!(
            "#[api({attribute})] enum E {{ #[api(code = \"A\")] A, #[api(code = \"B\")] B, C }}"
        );
        // `C` has no code.
        assert_eq!(errors(derive(&source)), 2, "{source}");
    }
}

#[test]
fn a_duplicate_is_reported_at_every_literal() {
    let variant = |name: &str| format!(r#"#[api(code = "SAME", status = 400)] {name}"#);
    for names in [["A", "B"].as_slice(), &["A", "B", "C"]] {
        let variants: Vec<String> = names.iter().map(|name| variant(name)).collect();
        let source = format!("enum E {{ {} }}", variants.join(", "));
        assert_eq!(errors(derive(&source)), names.len(), "{source}");
    }
}
