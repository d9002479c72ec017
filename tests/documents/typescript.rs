//! The TypeScript module. `tools/documents/check` compiles the committed modules and runs their client.

use errcode::{
    CodeSpec, DetailKind, DetailSpec, Envelope, ErrorView,
    documents::Reference,
    envelope::{Google, JsonApi, Nested, Problem},
    http::StatusCode,
};

use crate::{
    golden,
    services::{
        aitbc::{AITBC, Flat},
        protocol_guide::{Api, PROTOCOL_GUIDE},
    },
};

#[test]
fn the_modules_are_the_committed_ones() {
    let check = |name: &str, reference: Reference| {
        golden::check(&format!("tests/documents/golden/{name}.ts"), &reference.to_typescript());
    };
    check("aitbc", Reference::new(&AITBC).title("AITBC error codes").envelope::<Flat>());
    check("protocol_guide", Reference::new(&PROTOCOL_GUIDE).envelope::<Api>());
    check("problem", every_kind().envelope::<Problem>());
    check("nested", every_kind().envelope::<Nested>());
    check("json_api", every_kind().envelope::<JsonApi>());
    check("google", every_kind().envelope::<Google>());
    check("hostile", hostile());
    check("none", Reference::from_specs([]));
}

/// Details of every kind, one with the name of a member of `Problem`, a shared code, headers and field errors.
fn every_kind() -> Reference {
    static SPECS: [CodeSpec; 4] = [
        CodeSpec::new("EVERY_KIND", StatusCode::TOO_MANY_REQUESTS)
            .with_details(&[
                DetailSpec::new("text", DetailKind::Str),
                DetailSpec::new("count", DetailKind::Integer),
                DetailSpec::new("ratio", DetailKind::Number),
                DetailSpec::new("on", DetailKind::Boolean),
                DetailSpec::new("list", DetailKind::List),
                DetailSpec::new("object", DetailKind::Object),
                DetailSpec::new("any", DetailKind::Unknown),
                DetailSpec::new("perhaps", DetailKind::Str).optional(),
                DetailSpec::new("title", DetailKind::Str),
            ])
            .with_headers(&["x-ratelimit-limit"])
            .with_docs_url("https://docs.example.com/errors/EVERY_KIND")
            .with_runtime_retry_after(),
        CodeSpec::new("INVALID", StatusCode::UNPROCESSABLE_ENTITY).with_field_errors(),
        CodeSpec::new("SHARED", StatusCode::NOT_FOUND).with_shared(),
        CodeSpec::new("SHARED", StatusCode::GONE)
            .with_details(&[DetailSpec::new("since", DetailKind::Str)])
            .with_shared(),
    ];
    Reference::from_specs(&SPECS)
}

/// Codes and texts that are no identifiers, end comments or turn the direction of text.
pub(crate) fn hostile() -> Reference {
    static SPECS: [CodeSpec; 4] = [
        CodeSpec::new("a\"b\\c */ `${1}`", StatusCode::GONE)
            .with_category("</script><img src=x onerror=alert(1)>")
            .with_description(
                "*/ alert(1) /* </script><script>alert(2)</script> \u{202e} ` | `| <!--",
            )
            .with_resolution("line\nbreak\u{2028}\u{0}")
            .with_docs_url("javascript:alert(3)\"><b>")
            .with_page(
                "# Page\n\n<script>alert(4)</script>\n\n[x](javascript:alert(5)) <img src=x>",
            ),
        CodeSpec::new("__proto__", StatusCode::GONE)
            .with_details(&[DetailSpec::new("__proto__", DetailKind::Str)]),
        CodeSpec::new("constructor", StatusCode::GONE),
        CodeSpec::new("a b", StatusCode::GONE).with_deprecated(""),
    ];
    Reference::from_specs(&SPECS).title("</title><script>alert(6)</script>\n// x")
}

#[test]
fn an_envelope_without_json_has_text_for_bodies() {
    struct PlainText;

    impl Envelope for PlainText {
        const CONTENT_TYPE: &'static str = "text/plain";

        fn body(view: ErrorView<'_>) -> impl serde::Serialize {
            view.code()
        }

        fn write(view: ErrorView<'_>, out: &mut Vec<u8>) {
            out.extend_from_slice(view.code().as_bytes());
        }
    }

    let typescript = every_kind().envelope::<PlainText>().to_typescript();
    assert!(typescript.contains("  EVERY_KIND: string;\n"), "{typescript}");
}
