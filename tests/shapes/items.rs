//! Enums and structs: their variants, fields, names, attributes and places.

use errcode::{ApiError, ErrorCodes};
use serde_json::json;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("{self:?}")]
#[api(status = 400)]
enum Kinds {
    #[api(code = "UNIT", message = "unit")]
    Unit,
    #[api(code = "EMPTY_TUPLE", message = "empty tuple")]
    EmptyTuple(),
    #[api(code = "EMPTY_NAMED", message = "empty named")]
    EmptyNamed {},
    #[api(code = "TUPLE", message = "tuple {0} {2}")]
    Tuple(u8, #[allow(dead_code)] u16, #[api(detail = "third", header = "X-Third")] u32),
    #[api(code = "NAMED", message = "named {a}")]
    Named {
        a: u8,
        #[api(detail, header = "X-B")]
        b: u8,
    },
}

#[test]
fn every_kind_of_variant_is_an_error() {
    for (error, code, message) in [
        (Kinds::Unit, "UNIT", "unit"),
        (Kinds::EmptyTuple(), "EMPTY_TUPLE", "empty tuple"),
        (Kinds::EmptyNamed {}, "EMPTY_NAMED", "empty named"),
        (Kinds::Tuple(1, 2, 3), "TUPLE", "tuple 1 3"),
        (Kinds::Named { a: 1, b: 2 }, "NAMED", "named 1"),
    ] {
        assert_eq!(error.code(), code);
        assert_eq!(error.message(), message);
    }
}

#[test]
fn a_method_answers_for_the_variant_it_is_called_on() {
    assert_eq!(Kinds::Tuple(1, 2, 3).headers()["x-third"], "3");
    assert_eq!(Kinds::Named { a: 1, b: 2 }.headers()["x-b"], "2");
    assert!(Kinds::Unit.headers().is_empty());
    let details = |error: Kinds| serde_json::to_value(error.details()).unwrap();
    assert_eq!(details(Kinds::Tuple(1, 2, 3)), json!({"third": 3}));
    assert_eq!(details(Kinds::Named { a: 1, b: 2 }), json!({"b": 2}));
    assert_eq!(details(Kinds::EmptyNamed {}), json!({}));
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("unit")]
#[api(code = "UNIT", status = 404)]
struct Unit;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("tuple {0}")]
#[api(code = "TUPLE", status = 404)]
struct Tuple(#[api(detail = "id")] u8, #[allow(dead_code)] u8);

#[derive(Debug, thiserror::Error, ApiError)]
#[error("named {id}")]
#[api(code = "NAMED", prefix = "NAM", status = 404, message = "no {id}", header("X-A", "1"))]
struct Named {
    #[api(detail, header = "X-Id")]
    id: u8,
}

#[test]
fn a_struct_is_an_error_of_one_code() {
    for (error, code, message) in [
        (&Unit as &dyn ApiError, "UNIT", "unit"),
        (&Tuple(1, 2), "TUPLE", "tuple 1"),
        (&Named { id: 3 }, "NAMED", "no 3"),
    ] {
        assert_eq!(error.code(), code);
        assert_eq!(error.message(), message);
    }
    assert_eq!(serde_json::to_value(Tuple(1, 2).details()).unwrap(), json!({"id": 1}));
    assert_eq!(Named { id: 3 }.headers().len(), 2);
    assert_eq!(Named::CODES.len(), 1);
    assert_eq!(Unit::CODES.iter().next(), Some(Unit.spec()));
}

#[allow(non_camel_case_types)] // Words that need `r#` are small.
mod raw {
    #[derive(Debug, thiserror::Error, super::ApiError)]
    #[error("{self:?}")]
    #[api(status = 400)]
    pub(crate) enum r#enum {
        #[api(code = "TYPE", message = "{match} {fn}")]
        r#type {
            #[api(detail, header = "X-Match")]
            r#match: u8,
            #[api(detail = "function", retry_after)]
            r#fn: u8,
        },
    }

    #[derive(Debug, thiserror::Error, super::ApiError)]
    #[error("struct")]
    #[api(code = "STRUCT", status = 400)]
    pub(crate) struct r#struct;
}

#[test]
fn raw_identifiers_are_names_like_any_other() {
    let error = raw::r#enum::r#type { r#match: 1, r#fn: 2 };
    assert_eq!(error.spec().variant(), "enum::type");
    assert_eq!(error.message(), "1 2");
    assert_eq!(error.headers()["x-match"], "1");
    assert_eq!(error.retry_after().unwrap().as_secs(), 2);
    assert_eq!(serde_json::to_value(error.details()).unwrap(), json!({"match": 1, "function": 2}));
    assert_eq!(raw::r#struct.spec().variant(), "struct");
}

/// Names that generated code could have chosen for itself.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("{self:?}")]
#[api(status = 400)]
enum Greedy {
    #[api(code = "GREEDY", message = "{headers} {visitor} {spec} {map} {message} {__field_0} {f}")]
    Some {
        #[api(detail, header = "X-Headers")]
        headers: u8,
        #[api(detail)]
        visitor: u8,
        #[api(detail)]
        spec: u8,
        #[api(header = "X-Map")]
        map: u8,
        message: u8,
        #[api(detail)]
        __field_0: u8,
        f: u8,
    },
    #[api(code = "NONE")]
    None,
    #[api(code = "OK")]
    Ok(#[api(detail = "ok")] Option<u8>),
}

#[test]
fn a_field_may_have_any_name() {
    let error =
        Greedy::Some { headers: 1, visitor: 2, spec: 3, map: 4, message: 5, __field_0: 6, f: 7 };
    assert_eq!(error.message(), "1 2 3 4 5 6 7");
    assert_eq!(error.headers()["x-headers"], "1");
    assert_eq!(error.headers()["x-map"], "4");
    assert_eq!(
        serde_json::to_value(error.details()).unwrap(),
        json!({"headers": 1, "visitor": 2, "spec": 3, "__field_0": 6})
    );
    assert_eq!(Greedy::None.code(), "NONE");
    assert!(Greedy::Ok(None).details().is_empty());
    assert!(!Greedy::Ok(Some(1)).details().is_empty());
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("{self:?}")]
#[api(status = 400)]
enum Conditional {
    #[cfg(not(test))]
    #[api(code = "SHARED")]
    NotInTests { gone: u8 },
    #[cfg(test)]
    #[api(code = "SHARED", message = "id {id}")]
    InTests {
        #[cfg(test)]
        #[api(detail)]
        id: u8,
        #[cfg(not(test))]
        #[api(detail)]
        id: Missing,
    },
    #[cfg_attr(test, api(code = "BY_CFG_ATTR"))]
    ByCfgAttr,
}

#[test]
fn what_is_configured_out_is_not_there() {
    let codes: Vec<_> = Conditional::CODES.iter().map(errcode::CodeSpec::code).collect();
    assert_eq!(codes, ["SHARED", "BY_CFG_ATTR"]);
    let error = Conditional::InTests { id: 7 };
    assert_eq!(error.message(), "id 7");
    assert_eq!(serde_json::to_value(error.details()).unwrap(), json!({"id": 7}));
    assert_eq!(Conditional::ByCfgAttr.code(), "BY_CFG_ATTR");
}

#[derive(Debug, thiserror::Error, ApiError)]
enum Never {}

#[test]
fn an_enum_without_variants_has_no_codes() {
    fn is_error<E: ApiError + errcode::HasEnvelope>() {}

    is_error::<Never>();
    assert!(Never::CODES.is_empty());
    assert_eq!(Never::CODES.len(), 0);
    assert_eq!(Never::CODES.iter().next(), None);
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("{self:?}")]
#[api(status = 400)]
enum HalfNever {
    #[api(code = "IMPOSSIBLE", message = "{0}")]
    #[allow(dead_code)]
    Impossible(#[api(header = "X-Never")] std::convert::Infallible),
    #[api(code = "POSSIBLE")]
    Possible,
}

#[test]
fn a_variant_that_cannot_exist_has_a_code_all_the_same() {
    assert_eq!(HalfNever::CODES.len(), 2);
    assert_eq!(HalfNever::Possible.code(), "POSSIBLE");
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("{self:?}")]
#[api(status = 400)]
#[non_exhaustive]
#[must_use]
#[repr(u8)]
enum Attributed {
    #[non_exhaustive]
    #[api(code = "TEN")]
    Ten { id: u8 } = 10,
    #[api(code = "ELEVEN")]
    Eleven = 11,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("must use")]
#[api(code = "MUST_USE", status = 400)]
#[must_use = "an error that nobody sees"]
#[non_exhaustive]
struct MustUse {
    #[api(detail)]
    id: u8,
}

#[test]
fn attributes_of_the_language_change_nothing() {
    assert_eq!(Attributed::Ten { id: 1 }.code(), "TEN");
    assert_eq!(Attributed::Eleven.code(), "ELEVEN");
    assert_eq!(MustUse { id: 1 }.code(), "MUST_USE");
}

#[test]
fn a_type_may_be_defined_in_a_function() {
    fn inner() -> impl ApiError {
        #[derive(Debug, thiserror::Error, ApiError)]
        #[error("{self:?}")]
        enum Local {
            #[api(code = "LOCAL", status = 404)]
            Local(#[api(detail = "id")] u8),
        }
        Local::Local(7)
    }

    #[derive(Debug, thiserror::Error, ApiError)]
    #[error("{self:?}")]
    enum Local {
        #[api(code = "LOCAL", status = 409)]
        Local,
    }

    assert_eq!(inner().status(), 404);
    assert_eq!(Local::Local.status(), 409);
}

#[test]
fn a_type_may_be_defined_in_a_closure_a_block_and_a_constant() {
    const CODES: usize = {
        #[derive(Debug, thiserror::Error, ApiError)]
        #[error("constant")]
        #[api(code = "IN_A_CONSTANT", status = 400)]
        struct InAConstant;
        InAConstant::CODES.len()
    };
    let code = || {
        #[derive(Debug, thiserror::Error, ApiError)]
        #[error("closure")]
        #[api(code = "IN_A_CLOSURE", status = 400)]
        struct InAClosure;
        InAClosure.code()
    };
    assert_eq!(CODES, 1);
    assert_eq!(code(), "IN_A_CLOSURE");
}

/// Constants that have the names of variables.
#[allow(non_upper_case_globals, dead_code)]
mod constants {
    pub(super) static status: u8 = 1;
    pub(super) static inner: u8 = 2;

    #[derive(Debug, thiserror::Error, super::ApiError)]
    pub(super) enum Shadowed {
        #[error("by {0}")]
        #[api(code = "SHADOWED", status = 400)]
        Own(#[api(status)] u16),
        #[error(transparent)]
        #[api(transparent)]
        Again(Box<Self>),
    }
}

#[test]
fn a_constant_may_have_any_name() {
    use constants::Shadowed;

    assert_eq!(Shadowed::Again(Box::new(Shadowed::Own(409))).status(), 409);
}

/// What generated code names in full is in scope here.
mod qualified {
    #![deny(unused_qualifications)]

    use errcode::{ApiError, ErrorCodes, catalog};

    #[derive(Debug, thiserror::Error, ApiError)]
    #[error("qualified")]
    #[api(code = "QUALIFIED", status = http::StatusCode::GONE)]
    pub(super) struct Qualified;

    catalog!(pub(super) static CODES = [Qualified]);

    pub(super) const LEN: usize = Qualified::CODES.len();
}

#[test]
fn nothing_is_qualified_without_need() {
    assert_eq!(qualified::Qualified.status(), 410);
    assert_eq!(qualified::CODES.len(), qualified::LEN);
}
