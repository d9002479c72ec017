//! The responses for clients' tests. `tools/documents/check` runs the TypeScript client on them.

use errcode::envelope::{Google, JsonApi, Nested, Problem};
use serde_json::Value;

use crate::{
    data::{aitbc, every_kind},
    golden,
};

#[test]
fn the_vectors_are_the_committed_ones() {
    let check = |name: &str, reference: errcode::documents::Reference| {
        golden::check(
            &format!("tests/documents/golden/{name}.vectors.json"),
            &reference.to_vectors(),
        );
    };
    check("aitbc", aitbc());
    check("problem", every_kind().envelope::<Problem>());
    check("nested", every_kind().envelope::<Nested>());
    check("json_api", every_kind().envelope::<JsonApi>());
    check("google", every_kind().envelope::<Google>());
}

#[test]
fn each_vector_is_the_response_of_its_code() {
    let vectors: Value = serde_json::from_str(&aitbc().to_vectors()).unwrap();
    let vectors = vectors["httpResponseTests"].as_array().unwrap();
    assert_eq!(vectors.len(), 2 * 31 + 2);
    for vector in vectors.iter().filter(|vector| vector["params"]["known"] == true) {
        let body: Value = serde_json::from_str(vector["body"].as_str().unwrap()).unwrap();
        assert_eq!(body["error_code"], vector["params"]["code"]);
        assert_eq!(vector["headers"]["content-type"], vector["bodyMediaType"]);
    }
}
