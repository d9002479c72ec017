//! Errors of arbitrary text, numbers and JSON: a response is made, and it is the right one.

use std::{collections::BTreeSet, fmt, time::Duration};

use errcode::{
    ApiError, Envelope, ErrorView, FieldErrors, RequestContext,
    envelope::{Google, JsonApi, Nested, Problem},
};
use proptest::{collection::vec, option, prelude::*};
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use super::{Flat, FlatObject, Shown, everywhere};

#[derive(Debug, Clone, thiserror::Error, ApiError)]
#[error("{message}")]
enum Arbitrary {
    #[api(code = "CLIENT", status = 422)]
    Client {
        message: String,
        #[api(detail)]
        tree: Value,
        #[api(detail)]
        number: f64,
        #[api(header = "X-Header")]
        header: String,
        #[api(retry_after)]
        wait: Option<Duration>,
        #[api(field_errors)]
        fields: FieldErrors,
    },
    #[api(code = "SERVER", status = 599)]
    Server {
        message: String,
        #[api(detail = "status")]
        tree: Value,
    },
}

fn tree() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 40, 6, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..6).prop_map(Value::from),
            vec((any::<String>(), inner), 0..6).prop_map(Value::from_iter),
        ]
    })
}

fn fields() -> impl Strategy<Value = FieldErrors> {
    // Paths as services write them, and any other text.
    let name = prop_oneof!["[a-c](\\.[a-c]|\\[[0-9]\\]){0,3}", any::<String>()];
    vec((name, option::of(any::<String>()), any::<String>()), 0..5).prop_map(|errors| {
        let mut fields = FieldErrors::new();
        for (field, code, message) in errors {
            match code {
                Some(code) => fields.add_with_code(field, code, message),
                None => fields.add(field, message),
            };
        }
        fields
    })
}

fn error() -> impl Strategy<Value = Arbitrary> {
    let client = (
        any::<String>(),
        tree(),
        any::<f64>(),
        prop_oneof![any::<String>(), "[ -~]{0,20}"],
        option::of(any::<Duration>()),
        fields(),
    );
    prop_oneof![
        3 => client.prop_map(|(message, tree, number, header, wait, fields)| {
            Arbitrary::Client { message, tree, number, header, wait, fields }
        }),
        1 => (any::<String>(), tree()).prop_map(|(message, tree)| Arbitrary::Server { message, tree }),
    ]
}

fn context() -> impl Strategy<Value = RequestContext> {
    let text = || option::of(any::<String>());
    (text(), text(), text()).prop_map(|(request_id, timestamp, path)| {
        let mut context = RequestContext::new();
        if let Some(request_id) = request_id {
            context = context.request_id(request_id);
        }
        if let Some(timestamp) = timestamp {
            context = context.timestamp(timestamp);
        }
        if let Some(path) = path {
            context = context.path(path);
        }
        context
    })
}

proptest! {
    // A failure is printed in full; no file is written beside the tests.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_response_is_json_of_the_right_code_and_status(error in error(), context in context()) {
        for shown in everywhere(&error, &context) {
            let Shown { envelope, response, .. } = &shown;
            prop_assert_eq!(response.status(), error.status());
            serde_json::from_slice::<NamesOnce>(response.body())
                .map_err(|reason| TestCaseError::fail(format!("{reason} in {envelope}")))?;
            prop_assert!(has_string(&shown.body(), error.code()), "{}", shown.text());
            if *envelope == "Problem" {
                let status = shown.body()["status"].as_u64();
                prop_assert_eq!(status, Some(u64::from(error.status().as_u16())));
            }
        }
    }

    #[test]
    fn every_body_is_what_serde_json_writes(error in error(), context in context()) {
        for [ours, theirs] in [
            by_both::<Problem>(&error, &context),
            by_both::<Nested>(&error, &context),
            by_both::<JsonApi>(&error, &context),
            by_both::<Google>(&error, &context),
            by_both::<Flat>(&error, &context),
            by_both::<FlatObject>(&error, &context),
        ] {
            prop_assert_eq!(ours, theirs);
        }
    }

    #[test]
    fn every_header_stands_once(error in error(), context in context()) {
        for Shown { response, .. } in everywhere(&error, &context) {
            let headers = response.headers();
            prop_assert_eq!(headers.len(), headers.keys_len());
            let waits = error.retry_after().is_some();
            prop_assert_eq!(headers.contains_key("retry-after"), waits);
            prop_assert!(headers.contains_key("content-type"));
        }
    }

    #[test]
    fn what_was_put_in_comes_out(error in error(), context in context()) {
        for shown in everywhere(&error, &context) {
            match &error {
                Arbitrary::Client { message, tree, header, fields, .. } => {
                    // In JSON:API each message about a field stands in the place of the error's.
                    if fields.is_empty() || shown.envelope != "JsonApi" {
                        prop_assert_eq!(&shown.at(shown.message), message);
                    }
                    let text = match tree {
                        Value::String(text) => text.clone(),
                        tree => tree.to_string(),
                    };
                    let expected =
                        if shown.envelope == "Google" { Value::from(text) } else { tree.clone() };
                    prop_assert_eq!(shown.detail("tree"), Some(expected));
                    let sent = shown.response.headers().get("x-header");
                    if let Some(sent) = sent {
                        prop_assert_eq!(sent.as_bytes(), header.as_bytes());
                    }
                    let legal = header.bytes().all(|byte| matches!(byte, b'\t' | b' '..=b'~'));
                    prop_assert_eq!(sent.is_some(), legal);
                }
                Arbitrary::Server { .. } => {
                    prop_assert_eq!(shown.at(shown.message), "Internal Server Error");
                }
            }
        }
    }

    // RFC 6901 §3.
    #[test]
    fn every_pointer_is_a_json_pointer(fields in fields()) {
        #[derive(Debug, thiserror::Error, ApiError)]
        #[error("invalid")]
        #[api(code = "INVALID", status = 422)]
        struct Invalid(#[api(field_errors)] FieldErrors);

        let error = Invalid(fields);
        let body = errcode::to_json::<errcode::envelope::JsonApi>(&error, &RequestContext::new());
        let body: Value = serde_json::from_slice(&body).unwrap();
        for object in body["errors"].as_array().unwrap() {
            let Some(pointer) = object.pointer("/source/pointer") else { continue };
            let pointer = pointer.as_str().unwrap();
            prop_assert!(pointer.starts_with('/'));
            // A field that begins with `/` is a pointer of the service's own making.
            if pointer.starts_with("/data/attributes/") {
                let unescaped = pointer.replace("~0", "").replace("~1", "");
                prop_assert!(!unescaped.contains('~'), "{}", pointer);
            }
        }
    }
}

/// The same body, written by this crate and by `serde_json`.
fn by_both<E: Envelope>(error: &Arbitrary, context: &RequestContext) -> [String; 2] {
    let ours = errcode::to_json::<E>(error, context);
    let theirs = serde_json::to_string(&E::body(ErrorView::new(error, context)));
    [String::from_utf8(ours).unwrap(), theirs.unwrap()]
}

/// Whether some string in the tree is `text`.
fn has_string(tree: &Value, text: &str) -> bool {
    match tree {
        Value::String(string) => string == text,
        Value::Array(list) => list.iter().any(|value| has_string(value, text)),
        Value::Object(map) => map.values().any(|value| has_string(value, text)),
        _ => false,
    }
}

/// JSON in which no object has a name twice, which `Value` would not tell.
struct NamesOnce;

impl<'de> Deserialize<'de> for NamesOnce {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Self)
    }
}

impl<'de> Visitor<'de> for NamesOnce {
    type Value = Self;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_bool<E>(self, _: bool) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_str<E>(self, _: &str) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_unit<E>(self) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self, A::Error> {
        while seq.next_element::<Self>()?.is_some() {}
        Ok(self)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self, A::Error> {
        let mut names = BTreeSet::new();
        while let Some((name, Self)) = map.next_entry::<String, Self>()? {
            if let Some(twice) = names.replace(name) {
                return Err(A::Error::custom(format!("{twice:?} stands twice")));
            }
        }
        Ok(self)
    }
}
