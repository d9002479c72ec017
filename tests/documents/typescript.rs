//! The TypeScript module. `tools/documents/check` compiles the committed modules and runs their client.

use errcode::{
    CodeSpec, DetailKind, DetailSpec, Envelope, ErrorView,
    documents::Reference,
    envelope::{Google, JsonApi, Nested, Object, Problem},
    http::StatusCode,
};

use five_services::services::protocol_guide::{Api, PROTOCOL_GUIDE};

use crate::{
    data::{aitbc, every_kind, hostile},
    golden,
};

#[test]
fn the_modules_are_the_committed_ones() {
    let check = |name: &str, reference: Reference| {
        golden::check(&format!("tests/documents/golden/{name}.ts"), &reference.to_typescript());
    };
    check("aitbc", aitbc());
    check("protocol_guide", Reference::new(&PROTOCOL_GUIDE).envelope::<Api>());
    check("problem", every_kind().envelope::<Problem>());
    check("nested", every_kind().envelope::<Nested>());
    check("json_api", every_kind().envelope::<JsonApi>());
    check("google", every_kind().envelope::<Google>());
    check("hostile", hostile());
    check("none", Reference::from_specs([]));
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

#[test]
fn a_detail_is_optional_where_the_object_that_has_it_may_be_missing() {
    static LIMITED: CodeSpec = CodeSpec::new("LIMITED", StatusCode::TOO_MANY_REQUESTS)
        .with_details(&[DetailSpec::new("limit", DetailKind::Integer).optional()]);

    /// Its details are `null` where there are none.
    struct WithNull;

    impl Envelope for WithNull {
        fn body(view: ErrorView<'_>) -> impl serde::Serialize {
            Object::new().member("code", view.code()).member("details", view.details().non_empty())
        }
    }

    let reference = || Reference::from_specs([&LIMITED]);
    for (typescript, body) in [
        (reference().envelope::<Nested>().to_typescript(), "details?: { limit: number }"),
        (reference().envelope::<WithNull>().to_typescript(), "details: { limit: number } | null"),
    ] {
        assert!(typescript.contains(body), "{typescript}");
        assert!(typescript.contains("  LIMITED: { limit?: number };\n"), "{typescript}");
        assert!(typescript.contains("  LIMITED: [\"limit\"],\n"), "{typescript}");
    }
}
