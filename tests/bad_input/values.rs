//! Details whose `Serialize` fails, at the start or half-way.

use std::{
    cell::Cell,
    collections::{BTreeMap, HashMap},
    fmt,
};

use errcode::{ApiError, ErrorView, RequestContext};
use serde::ser::{
    Error, Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeTuple, Serializer,
};
use serde_json::json;

use super::everywhere;

/// How far a value comes before it fails.
#[derive(Debug, Clone, Copy)]
enum Fails {
    AtOnce,
    InSeq,
    InTuple,
    InMapKey,
    InMapValue,
    InStruct,
    AfterSeq,
    Deep,
    /// Its `Display` fails, and it serializes as it displays.
    Displayed,
    DisplayedInSeq,
    DisplayedAsKey,
    /// The failure is noticed and passed over: what is left of the list is no JSON.
    Ignored,
    /// The parts of a map out of turn.
    KeyAfterKey,
    ValueAfterValue,
    KeyAtTheEnd,
}

const ALL: [Fails; 15] = [
    Fails::AtOnce,
    Fails::InSeq,
    Fails::InTuple,
    Fails::InMapKey,
    Fails::InMapValue,
    Fails::InStruct,
    Fails::AfterSeq,
    Fails::Deep,
    Fails::Displayed,
    Fails::DisplayedInSeq,
    Fails::DisplayedAsKey,
    Fails::Ignored,
    Fails::KeyAfterKey,
    Fails::ValueAfterValue,
    Fails::KeyAtTheEnd,
];

struct FailingDisplay;

impl fmt::Display for FailingDisplay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("half")?;
        Err(fmt::Error)
    }
}

struct Displayed;

impl Serialize for Displayed {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&FailingDisplay)
    }
}

impl Serialize for Fails {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::AtOnce => Err(S::Error::custom("not today")),
            Self::InSeq => {
                let mut seq = serializer.serialize_seq(None)?;
                seq.serialize_element("first")?;
                seq.serialize_element(&Self::AtOnce)?;
                seq.end()
            }
            Self::InTuple => {
                let mut tuple = serializer.serialize_tuple(2)?;
                tuple.serialize_element(&1)?;
                tuple.serialize_element(&Self::AtOnce)?;
                tuple.end()
            }
            Self::InMapKey => {
                let mut map = serializer.serialize_map(Some(2))?;
                map.serialize_entry("first", &1)?;
                map.serialize_entry(&Self::AtOnce, &2)?;
                map.end()
            }
            Self::InMapValue => {
                let mut map = serializer.serialize_map(Some(2))?;
                map.serialize_entry("first", &1)?;
                map.serialize_entry("second", &Self::AtOnce)?;
                map.end()
            }
            Self::InStruct => {
                let mut fields = serializer.serialize_struct("Fails", 2)?;
                fields.serialize_field("first", &1)?;
                fields.serialize_field("second", &Self::AtOnce)?;
                fields.end()
            }
            Self::AfterSeq => {
                let mut seq = serializer.serialize_seq(Some(1))?;
                seq.serialize_element(&1)?;
                seq.end()?;
                Err(S::Error::custom("not today"))
            }
            Self::Deep => {
                let deep = BTreeMap::from([("a", vec![BTreeMap::from([("b", Self::InSeq)])])]);
                deep.serialize(serializer)
            }
            Self::Displayed => Displayed.serialize(serializer),
            Self::DisplayedInSeq => ["a", "b"].map(|_| Displayed).serialize(serializer),
            Self::DisplayedAsKey => {
                let mut map = serializer.serialize_map(None)?;
                map.serialize_entry(&Displayed, &1)?;
                map.end()
            }
            Self::KeyAfterKey => {
                let mut map = serializer.serialize_map(None)?;
                map.serialize_key("a")?;
                let _ = map.serialize_key("b");
                map.serialize_value(&1)?;
                map.end()
            }
            Self::ValueAfterValue => {
                let mut map = serializer.serialize_map(None)?;
                map.serialize_entry("a", &1)?;
                map.serialize_value(&2)?;
                map.end()
            }
            Self::KeyAtTheEnd => {
                let mut map = serializer.serialize_map(None)?;
                map.serialize_key("a")?;
                map.end()
            }
            Self::Ignored => {
                let mut seq = serializer.serialize_seq(None)?;
                seq.serialize_element(&1)?;
                let _ = seq.serialize_element(&Self::InMapValue);
                seq.serialize_element(&2)?;
                seq.end()
            }
        }
    }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("display")]
#[api(code = "FAILS", status = 409)]
struct Failing {
    #[api(detail)]
    before: &'static str,
    #[api(detail)]
    fails: Fails,
    #[api(detail)]
    after: &'static str,
}

const fn failing(fails: Fails) -> Failing {
    Failing { before: "1", fails, after: "2" }
}

#[test]
fn a_detail_that_fails_is_left_out_and_the_rest_is_written() {
    for fails in ALL {
        for shown in everywhere(&failing(fails), &RequestContext::new()) {
            let context = format!("{fails:?} in {}: {}", shown.envelope, shown.text());
            assert_eq!(shown.at(shown.code), "FAILS", "{context}");
            assert_eq!(shown.at(shown.message), "display", "{context}");
            assert_eq!(shown.detail("before"), Some(json!("1")), "{context}");
            assert_eq!(shown.detail("after"), Some(json!("2")), "{context}");
            assert_eq!(shown.detail("fails"), None, "{context}");
            assert_eq!(shown.response.status(), 409);
        }
    }
}

#[test]
fn if_every_detail_fails_there_are_no_details() {
    #[derive(Debug, thiserror::Error, ApiError)]
    #[error("display")]
    #[api(code = "ALL_FAIL", status = 409)]
    struct AllFail(#[api(detail = "a")] Fails, #[api(detail = "b")] Fails);

    for shown in everywhere(&AllFail(Fails::AtOnce, Fails::InSeq), &RequestContext::new()) {
        assert_eq!(shown.at(shown.code), "ALL_FAIL");
        let has_members_of_its_own = shown.details.is_empty();
        if !has_members_of_its_own {
            assert_eq!(shown.body().pointer(shown.details), None, "{}", shown.envelope);
        }
    }
}

#[test]
fn a_view_with_details_that_fail_can_be_printed() {
    for fails in ALL {
        let text = format!("{:?}", ErrorView::new(&failing(fails), &RequestContext::new()));
        assert!(text.contains("FAILS"), "{text}");
    }
}

/// Fails on every second call.
#[derive(Debug)]
struct Moody(Cell<u8>);

impl Serialize for Moody {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.set(self.0.get() + 1);
        if self.0.get().is_multiple_of(2) {
            serializer.serialize_u8(1)
        } else {
            Err(S::Error::custom("no"))
        }
    }
}

#[test]
fn a_detail_that_fails_now_and_then_leaves_a_body() {
    #[derive(Debug, thiserror::Error, ApiError)]
    #[error("display")]
    #[api(code = "MOODY", status = 409)]
    struct Error(#[api(detail = "moody")] Moody);

    for calls in 0..4 {
        for shown in everywhere(&Error(Moody(Cell::new(calls))), &RequestContext::new()) {
            assert!(shown.text().contains("\"MOODY\""), "{}", shown.text());
            assert!(shown.body().is_object());
        }
    }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("display")]
enum Keys {
    #[api(code = "LISTS", status = 409)]
    Lists(#[api(detail = "map")] BTreeMap<Vec<u8>, u8>),
    #[api(code = "STRUCTS", status = 409)]
    Pairs(#[api(detail = "map")] HashMap<(u8, u8), u8>),
    #[api(code = "OPTIONS", status = 409)]
    Options(#[api(detail = "map")] BTreeMap<Option<u8>, u8>),
    #[api(code = "UNITS", status = 409)]
    Units(#[api(detail = "map")] BTreeMap<(), u8>),
}

#[test]
fn a_map_with_keys_that_json_has_no_text_for_is_left_out() {
    for error in [
        Keys::Lists(BTreeMap::from([(vec![1], 1)])),
        Keys::Pairs(HashMap::from([((1, 2), 1)])),
        Keys::Options(BTreeMap::from([(None, 1)])),
        Keys::Units(BTreeMap::from([((), 1)])),
    ] {
        for shown in everywhere(&error, &RequestContext::new()) {
            assert_eq!(shown.at(shown.code), error.code(), "{}", shown.envelope);
            assert_eq!(shown.detail("map"), None, "{}", shown.text());
        }
    }
}

#[test]
fn a_map_with_keys_that_json_writes_as_text_is_there() {
    #[derive(Debug, thiserror::Error, ApiError)]
    #[error("display")]
    #[api(code = "TEXT_KEYS", status = 409)]
    struct TextKeys(
        #[api(detail = "numbers")] BTreeMap<i64, u8>,
        #[api(detail = "truths")] BTreeMap<bool, u8>,
        #[api(detail = "letters")] BTreeMap<char, u8>,
    );

    let error = TextKeys(
        BTreeMap::from([(-1, 1)]),
        BTreeMap::from([(true, 1)]),
        BTreeMap::from([('"', 1)]),
    );
    for shown in everywhere(&error, &RequestContext::new()) {
        let in_google = |json: serde_json::Value| match shown.envelope {
            "Google" => json!(json.to_string()),
            _ => json,
        };
        assert_eq!(shown.detail("numbers"), Some(in_google(json!({"-1": 1}))));
        assert_eq!(shown.detail("truths"), Some(in_google(json!({"true": 1}))));
        assert_eq!(shown.detail("letters"), Some(in_google(json!({"\"": 1}))));
    }
}

#[test]
fn text_of_any_kind_is_escaped() {
    #[derive(Debug, thiserror::Error, ApiError)]
    #[error("{0}")]
    #[api(code = "TEXT", status = 409)]
    struct Text(#[api(detail = "text")] &'static str);

    for text in
        ["", "\"", "\\", "\0\u{1}\u{1f}\u{7f}", "\r\n\t", "\u{2028}\u{fffd}\u{10ffff}", "</script>"]
    {
        for shown in everywhere(&Text(text), &RequestContext::new()) {
            assert_eq!(shown.at(shown.message), text);
            assert_eq!(shown.detail("text"), Some(json!(text)));
            assert!(!shown.text().contains(['\n', '\0']), "a line of an event stream would end");
        }
    }
}
