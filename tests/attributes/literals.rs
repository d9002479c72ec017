//! Static details and headers: literals of any type, and interpolation.

use std::collections::BTreeMap;

use errcode::{ApiError, DetailKind};

#[derive(Debug, thiserror::Error, ApiError)]
enum E {
    #[error("x")]
    #[api(
        code = "LITERALS",
        status = 400,
        detail("text", "a {{b}}"),
        detail("flag", true),
        detail("negative", -3),
        detail("large", 18446744073709551615),
        detail("larger", 340282366920938463463374607431768211455),
        detail("smallest", -170141183460469231731687303715884105728),
        detail("fraction", -1.5),
        detail("suffix", 2f64),
        detail("nothing", null),
        detail("reason", "{id} does not exist in {table:?}"),
        header("X-Id", "{id}"),
        header("X-Angle", "<{id}>"),
        header("X-Brace", "{{}}")
    )]
    Literals { id: u8, table: &'static str },
    #[error("x")]
    #[api(code = "TUPLE", status = 400, detail("reason", "{0}"))]
    Tuple(u8),
    #[error("x")]
    #[api(code = "SKIPPED", status = 400)]
    Skipped {
        #[api(detail(skip_if = str::is_empty))]
        name: &'static str,
        #[api(detail(name = "items", skip_if = Vec::is_empty, kind = "list"))]
        list: Vec<u8>,
        #[api(detail(skip_if = <Option<u8>>::is_none))]
        maybe: Option<u8>,
        #[api(detail(name = "by_id", skip_if = BTreeMap::<u8, u8>::is_empty))]
        map: BTreeMap<u8, u8>,
    },
}

fn json(error: &E) -> String {
    serde_json::to_string(&error.details()).expect("details are JSON")
}

#[test]
fn literals_are_json_of_their_own_type() {
    let error = E::Literals { id: 7, table: "t" };
    assert_eq!(
        json(&error),
        concat!(
            r#"{"text":"a {b}","flag":true,"negative":-3,"large":18446744073709551615,"#,
            r#""larger":340282366920938463463374607431768211455,"#,
            r#""smallest":-170141183460469231731687303715884105728,"fraction":-1.5,"#,
            r#""suffix":2.0,"nothing":null,"reason":"7 does not exist in \"t\""}"#
        )
    );
    assert_eq!(error.headers()["x-id"], "7");
    assert_eq!(error.headers()["x-angle"], "<7>");
    assert_eq!(error.headers()["x-brace"], "{}");
    assert_eq!(json(&E::Tuple(3)), r#"{"reason":"3"}"#);
}

#[test]
fn a_detail_is_left_out_if_its_function_says_so() {
    let error = E::Skipped { name: "", list: vec![], maybe: None, map: BTreeMap::new() };
    assert_eq!(json(&error), "{}");
    let error = E::Skipped { name: "n", list: vec![1], maybe: Some(2), map: [(1, 2)].into() };
    assert_eq!(json(&error), r#"{"name":"n","items":[1],"maybe":2,"by_id":{"1":2}}"#);
}

#[test]
fn the_spec_lists_them() {
    let error = E::Skipped { name: "", list: vec![], maybe: None, map: BTreeMap::new() };
    let details: Vec<_> = error
        .spec()
        .details()
        .iter()
        .map(|detail| (detail.name(), detail.kind(), detail.is_optional()))
        .collect();
    assert_eq!(
        details,
        [
            ("name", DetailKind::Str, true),
            ("items", DetailKind::List, true),
            ("maybe", DetailKind::Integer, true),
            ("by_id", DetailKind::Object, true)
        ]
    );
    let error = E::Literals { id: 7, table: "t" };
    let kinds: Vec<_> = error.spec().details().iter().map(errcode::DetailSpec::kind).collect();
    assert_eq!(
        kinds,
        [
            DetailKind::Str,
            DetailKind::Boolean,
            DetailKind::Integer,
            DetailKind::Integer,
            DetailKind::Integer,
            DetailKind::Integer,
            DetailKind::Number,
            DetailKind::Number,
            DetailKind::Unknown,
            DetailKind::Str
        ]
    );
    assert_eq!(error.spec().headers(), ["x-id", "x-angle", "x-brace"]);
}
