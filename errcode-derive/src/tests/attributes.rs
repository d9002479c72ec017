use std::{env, fmt::Write as _, fs};

use crate::attr::schema::{KEYS, Key, Usage};

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/attributes.md");

const INTRODUCTION: &str = "\
# Attributes

Every key of `#[api(...)]`, with an example.
";

const CONCLUSION: &str = "
A struct takes the keys of an enum and of a variant. Any annotated field but a `transparent` one may be an `Option`;
`None` is omitted. The public message is `message` if written; else `Display`, below 500 or with `expose`; else the
status's reason phrase. With `displaydoc`, doc comments are format strings: set `title` and `description` explicitly.
";

/// The keys of one kind of place.
fn table(heading: &str, usage: fn(&Key) -> Option<&Usage>) -> String {
    let mut table = format!("\n## {heading}\n\n| key | example | meaning |\n|---|---|---|\n");
    for (key, usage) in KEYS.iter().filter_map(|key| Some((key, usage(key)?))) {
        let _ = writeln!(table, "| `{}` | `{}` | {} |", key.name, usage.example, usage.doc);
    }
    table
}

/// `docs/attributes.md` has every key that there is. `UPDATE_DOCS=1 cargo test` rewrites it.
#[test]
fn the_page_has_every_key() {
    let fresh = [
        INTRODUCTION,
        &table("On an enum or struct", |key| key.container.as_ref()),
        &table("On a variant or struct", |key| key.variant.as_ref()),
        &table("On a field", |key| key.field.as_ref()),
        CONCLUSION,
    ]
    .concat();
    if env::var_os("UPDATE_DOCS").is_some() {
        fs::write(PAGE, fresh).expect("the page is writable");
    } else {
        let page = fs::read_to_string(PAGE).expect("the page is readable");
        assert!(
            page == fresh,
            "docs/attributes.md is stale: UPDATE_DOCS=1 cargo test --package errcode-derive"
        );
    }
}
