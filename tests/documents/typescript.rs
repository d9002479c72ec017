//! The TypeScript module. `tools/documents/check` compiles the committed modules and runs their client.

use errcode::{
    Envelope, ErrorView,
    documents::Reference,
    envelope::{Google, JsonApi, Nested, Problem},
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
