use std::{env, fmt::Write as _, fs};

use crate::attr::schema::{Form, KEYS, Key, Usage};

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/attributes.md");

/// `docs/attributes.md` is the reference of the keys. `UPDATE_DOCS=1 cargo test` rewrites it.
#[test]
fn the_page_lists_every_key() {
    let mut fresh = String::new();
    for (place, usage) in [
        ("an enum", (|key| key.container) as fn(&Key) -> Option<Usage>),
        ("a variant", |key| key.variant),
        ("a field", |key| key.field),
    ] {
        write!(fresh, "On {place}:\n\n| key | value | meaning |\n|---|---|---|\n").unwrap();
        for key in KEYS {
            let Some(usage) = usage(key) else { continue };
            let value = match usage.form {
                Form::Flag => "",
                form => form.expected(),
            };
            writeln!(fresh, "| `{}` | {value} | {} |", usage.example, usage.doc).unwrap();
        }
        fresh.push('\n');
    }
    fresh.push_str("A struct takes the keys of an enum and of a variant. An `Option` works wherever a field does; `None` is left out.\n");
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
