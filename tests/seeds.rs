//! Five real services, described with the derive: every code, body and field message of their references.

mod reference;

use std::collections::{BTreeMap, BTreeSet};

use errcode::{CodeSpec, FieldErrors, RequestContext};
use five_services::services::{aitbc, igny8, image2model};
use serde_json::{Value, json};

use reference::{
    bodies,
    samples::{self, Sample},
    tables::{self, CodeRow, FieldMessageRow},
};

#[test]
fn every_code_is_declared_as_the_reference_says() {
    let rows = tables::codes();
    let mut checked = 0;
    for service in samples::services() {
        let samples: BTreeMap<_, _> =
            service.samples.iter().map(|sample| (sample.error.code(), sample)).collect();
        for row in rows.iter().filter(|row| row.service == service.name) {
            let sample = samples.get(row.code).unwrap_or_else(|| panic!("no {row:?}"));
            let listed = service.catalog.get(row.code).map(CodeSpec::variant);
            assert_eq!(listed, Some(sample.error.spec().variant()), "{row:?}");
            check(row, sample);
            checked += 1;
        }
    }
    assert_eq!(checked, rows.len());
    assert_eq!(checked, 114);
}

fn check(row: &CodeRow, Sample { error, body }: &Sample) {
    assert_eq!(error.status(), row.status(), "{row:?}");
    assert_eq!(error.spec().description(), Some(row.description), "{row:?}");
    if !row.retryable.is_empty() {
        assert_eq!(error.is_retryable().to_string(), row.retryable, "{row:?}");
    }
    if !row.message.is_empty() {
        assert_eq!(error.message(), row.message, "{row:?}");
    }
    if !row.resolution.is_empty() {
        assert_eq!(error.spec().resolution(), Some(row.resolution), "{row:?}");
    }
    if !row.field.is_empty() {
        assert_eq!(json!(error.details())["field"], row.field, "{row:?}");
    }
    let code = match row.service {
        "aitbc" => &body["error_code"],
        "generation" | "protocol_guide" => &body["error"]["code"],
        "image2model" => match row.shape {
            "flat" => &body["error_code"],
            "detail" => &body["detail"]["code"],
            unknown => panic!("no shape {unknown}"),
        },
        unknown => panic!("no service {unknown}"),
    };
    assert_eq!(code, row.code, "{row:?}");
}

#[test]
fn no_service_has_other_codes() {
    let rows = tables::codes();
    for service in samples::services() {
        let declared: BTreeSet<_> = service.catalog.iter().map(CodeSpec::code).collect();
        let sampled: BTreeSet<_> =
            service.samples.iter().map(|sample| sample.error.code()).collect();
        assert_eq!(sampled, declared, "{}: codes without a sample", service.name);

        // Its codes are not on the wire, so its document has none.
        if service.name != "igny8" {
            let documented: BTreeSet<_> =
                rows.iter().filter(|row| row.service == service.name).map(|row| row.code).collect();
            assert_eq!(declared, documented, "{}", service.name);
        }
    }
}

#[test]
fn every_documented_body_is_made_from_an_error() {
    let lines = tables::bodies();
    assert_eq!(lines.len(), 47);
    let mut by_service: BTreeMap<&str, Vec<_>> = BTreeMap::new();
    for line in &lines {
        by_service.entry(&line.service).or_default().push(line);
    }
    for (service, lines) in by_service {
        let made = bodies::of(service);
        assert_eq!(made.len(), lines.len(), "{service}: one value for each body");
        for (made, line) in made.iter().zip(lines) {
            assert_eq!(made.body, line.body, "{service}, {}", line.heading);
            if line.status.is_some() {
                assert_eq!(made.status, line.status, "{service}, {}", line.heading);
            }
        }
    }
}

#[test]
fn every_field_message_can_be_answered() {
    let declared: BTreeSet<_> = field_messages().collect();
    let documented: BTreeSet<_> = tables::field_messages().into_iter().collect();
    assert_eq!(declared, documented);
    assert_eq!(declared.len(), 23);

    for FieldMessageRow { field, message, .. } in documented {
        let error = igny8::RequestError::BadRequest(FieldErrors::from([(field, message)]));
        let body = errcode::to_json::<igny8::Unified>(&error, &RequestContext::new());
        let body: Value = serde_json::from_slice(&body).unwrap();
        assert_eq!(body["errors"], json!({ field: [message] }));
    }
}

/// What igny8's modules say of their fields.
fn field_messages() -> impl Iterator<Item = FieldMessageRow> {
    use igny8::{authentication, billing, planner, system, writer};

    let modules: [(&str, &[igny8::FieldMessage]); 5] = [
        (
            "Authentication",
            &[
                authentication::EMAIL_REQUIRED,
                authentication::EMAIL_FORMAT,
                authentication::EMAIL_TAKEN,
                authentication::PASSWORD_REQUIRED,
                authentication::PASSWORD_TOO_SHORT,
                authentication::PASSWORD_WRONG,
            ],
        ),
        (
            "Planner Module",
            &[
                planner::SEED_KEYWORD_REQUIRED,
                planner::SEED_KEYWORD_UNKNOWN,
                planner::SITE_REQUIRED,
                planner::SITE_DENIED,
                planner::SECTOR_REQUIRED,
                planner::SECTOR_MISMATCH,
                planner::STATUS_INVALID,
            ],
        ),
        (
            "Writer Module",
            &[
                writer::TITLE_REQUIRED,
                writer::SITE_REQUIRED,
                writer::SECTOR_REQUIRED,
                writer::IMAGE_TYPE_INVALID,
            ],
        ),
        (
            "System Module",
            &[system::API_KEY_REQUIRED, system::API_KEY_FORMAT, system::INTEGRATION_TYPE_INVALID],
        ),
        (
            "Billing Module",
            &[
                billing::AMOUNT_REQUIRED,
                billing::AMOUNT_NOT_POSITIVE,
                billing::CREDITS_INSUFFICIENT,
            ],
        ),
    ];
    modules.into_iter().flat_map(|(module, messages)| {
        messages.iter().map(move |&(field, message)| FieldMessageRow { module, field, message })
    })
}

#[test]
fn limits_are_told_in_headers() {
    let context = RequestContext::new();

    let throttled = igny8::RequestError::Throttled { limit: 60, reset: 1_700_123_456 };
    let response = errcode::respond(&throttled, &context);
    assert_eq!(response.headers()["X-Throttle-Limit"], "60");
    assert_eq!(response.headers()["X-Throttle-Remaining"], "0");
    assert_eq!(response.headers()["X-Throttle-Reset"], "1700123456");

    let limited = image2model::RateLimitExceeded {
        limit: 60,
        remaining: 0,
        reset: 1_710_504_045,
        window: "1 minute",
        retry_after: 45,
    };
    let response = errcode::respond(&limited, &context);
    assert_eq!(response.headers()["X-RateLimit-Limit"], "60");
    assert_eq!(response.headers()["X-RateLimit-Remaining"], "0");
    assert_eq!(response.headers()["X-RateLimit-Reset"], "1710504045");
    assert_eq!(response.headers()["Retry-After"], "45");

    let limited = aitbc::RateError::LimitExceeded { retry_after: 60 };
    assert_eq!(errcode::respond(&limited, &context).headers()["Retry-After"], "60");
}

#[test]
fn what_a_server_error_knows_stays_inside() {
    let error = aitbc::SystemError::Internal("table `receipts` is locked".into());
    assert_eq!(error.to_string(), "unexpected: table `receipts` is locked");

    let body = errcode::to_json::<aitbc::Flat>(&error, &RequestContext::new());
    let body: Value = serde_json::from_slice(&body).unwrap();
    assert_eq!(
        body,
        json!({ "detail": "Internal Server Error", "error_code": "SYSTEM_INTERNAL_ERROR" })
    );
}
