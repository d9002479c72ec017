//! What is generated for each shape of item: `expansions/<shape>.rs`.

use std::{env, fs, path::Path};

use proc_macro2::TokenStream;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/tests/expansions");

/// Holds the expansion to the file of its shape. `UPDATE_DOCS=1 cargo test` rewrites it.
fn check(shape: &str, expanded: TokenStream) {
    let file: syn::File = syn::parse2(expanded).expect("what is generated is Rust");
    let fresh = prettyplease::unparse(&file);
    let path = Path::new(FOLDER).join(shape).with_extension("rs");
    if env::var_os("UPDATE_DOCS").is_some() {
        fs::write(&path, fresh).expect("the file is writable");
    } else {
        let expected = fs::read_to_string(&path).unwrap_or_default();
        assert!(expected == fresh, "{} is stale: UPDATE_DOCS=1 cargo test", path.display());
    }
}

fn tokens(source: &str) -> TokenStream {
    source.parse().expect("the source is made of tokens")
}

macro_rules! shapes {
    ($($shape:ident = $source:literal;)*) => {$(
        #[test]
        fn $shape() {
            check(stringify!($shape), super::derive($source));
        }
    )*};
}

shapes! {
    a_struct = r#"
        #[api(code = "NOT_FOUND", status = 404, message = "no {what}")]
        struct NotFound { #[api(detail)] what: String }
    "#;
    a_generic_enum = r#"
        enum Failure<'a, T> {
            #[api(code = "SHOWN", status = StatusCode::GONE, header("X-A", "{0}"))]
            Shown(#[api(detail = "value", header = "X-B")] &'a T),
            #[api(transparent)]
            Inner(T),
        }
    "#;
    a_transparent_variant = r#"
        enum JobError {
            #[api(code = "JOB_LOST", status = 404)]
            Lost,
            #[api(transparent)]
            Auth(AuthError),
            #[api(transparent)]
            Nested(Box<Self>),
        }
    "#;
    a_transparent_field = r#"
        #[api(message = "{text}", status = 409, detail("own", true))]
        struct Response { #[api(transparent)] code: Code, #[api(status)] status: u16, text: String }
    "#;
    an_enum_of_a_domain = r#"
        #[api(domain = crate::Coordinator, shared("DENIED"), retired("OLD"))]
        enum AuthError {
            #[api(code = "DENIED", status = 403)]
            Denied,
            #[api(code = "EXPIRED", status = 401, message("{}", .at.elapsed()))]
            Expired { at: Instant },
        }
    "#;
    an_enum_with_mistakes = r#"
        enum JobError {
            #[api(code = "JOB_LOST", status = 404)]
            Lost(#[api(detail = "id")] u64),
            #[api(code = JOB_GONE, status = 410)]
            Gone,
        }
    "#;
    no_variants = "enum Never {}";
}

#[test]
fn a_catalog() {
    let source = "pub static CODES = [JobError, auth::AuthError];";
    check("a_catalog", crate::catalog::catalog(tokens(source)));
}

#[test]
fn a_domain() {
    let source =
        r#"pub Coordinator { name = "api.example.com", envelope = House, catalog = CODES }"#;
    check("a_domain", crate::domain::domain(tokens(source)));
}

#[test]
fn a_key_that_documents_deprecation_allows_no_lint() {
    let of = |attribute| {
        let source =
            format!(r#"{attribute} #[api(code = "A", status = 400, deprecated = "x")] struct A;"#);
        super::derive(&source).to_string().contains("allow")
    };
    // A crate that forbids the lint accepts no `allow` of it.
    assert!(!of(""));
    assert!(of("#[deprecated]"));
}
