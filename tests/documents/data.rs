//! References that several tests use.

use errcode::{CodeSpec, DetailKind, DetailSpec, documents::Reference, http::StatusCode};

use five_services::services::aitbc::{AITBC, Flat};

pub(crate) fn aitbc() -> Reference {
    Reference::new(&AITBC).title("AITBC error codes").envelope::<Flat>()
}

/// Details of every kind, one with the name of a member of `Problem`, a shared code, headers and field errors.
pub(crate) fn every_kind() -> Reference {
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
    Reference::from_specs(&SPECS).title("</title><script>alert(6)</script>\n// x\u{2028}export {}")
}

/// As many codes as the largest service can have.
pub(crate) fn ten_thousand() -> Reference {
    const DETAILS: &[DetailSpec] = &[DetailSpec::new("job_id", DetailKind::Str)];
    let code = |number: usize| -> &'static str { format!("CODE_{number}").leak() };
    let status =
        |number: usize| StatusCode::from_u16(400 + u16::try_from(number % 100).unwrap()).unwrap();
    let specs: &'static [CodeSpec] = (0..10_000)
        .map(|number| {
            CodeSpec::new(code(number), status(number))
                .with_category(["Auth", "Job", "Payment"][number % 3])
                .with_description("Something is not as it should be")
                .with_details(DETAILS)
        })
        .collect::<Vec<_>>()
        .leak();
    Reference::from_specs(specs)
}
