//! `catalog!`: one table over several enums and crates. What it refuses to build is in `ui/duplicate` and
//! `ui/retired`.

#![allow(dead_code, reason = "most errors here are listed, not made")]

use errcode::{ApiError, Catalog, CodeSpec, ErrorCodes, catalog};
use errcode_billing::PaymentError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(retired("KEY_LOST"))]
enum KeyError {
    #[error("no key")]
    #[api(code = "KEY_MISSING", status = 401)]
    Missing,
}

mod jobs {
    use super::{ApiError, KeyError};

    #[derive(Debug, thiserror::Error, ApiError)]
    #[api(retired("JOB_PAUSED", "JOB_HELD"))]
    pub(crate) enum JobError {
        #[error("not found")]
        #[api(code = "JOB_NOT_FOUND", status = 404)]
        NotFound,
        #[error(transparent)]
        #[api(transparent)]
        Key(KeyError),
        #[error("expired")]
        #[api(code = "JOB_EXPIRED", status = 410)]
        Expired,
        #[cfg(any())]
        #[error("never compiled in, so its code is free")]
        #[api(code = "JOB_FREE", status = 410)]
        Never,
        #[cfg(not(any()))]
        #[error("compiled in")]
        #[api(code = "JOB_ALWAYS", status = 410)]
        Always,
    }
}

#[derive(Debug, thiserror::Error, ApiError)]
enum Retried<E> {
    #[error("gave up")]
    #[api(code = "GAVE_UP", status = 503)]
    GaveUp,
    #[error(transparent)]
    #[api(transparent)]
    Last(E),
}

#[derive(Debug, thiserror::Error, ApiError)]
enum Never {}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("free")]
#[api(code = "JOB_FREE", status = 409)]
struct Free;

catalog! {
    /// Two crates, a tree, a generic enum, an empty one and a struct. `KeyError` is reached by three ways.
    pub(crate) static EVERYTHING = [jobs::JobError, KeyError, PaymentError, Never, Retried<Box<KeyError>>, Free];
}

catalog!(static EMPTY = []);
catalog!(static RETIRED_ONLY = [RetiredOnly]);

#[derive(Debug, thiserror::Error, ApiError)]
#[api(retired("GONE_FOR_GOOD"))]
enum RetiredOnly {}

#[test]
fn codes_come_in_the_order_of_the_list_and_the_declarations() {
    let codes: Vec<&str> = EVERYTHING.iter().map(CodeSpec::code).collect();
    let expected = [
        "JOB_NOT_FOUND",
        "KEY_MISSING",
        "JOB_EXPIRED",
        "JOB_ALWAYS",
        "PAYMENT_DECLINED",
        "PAYMENT_FAILED",
        "GAVE_UP",
        "JOB_FREE",
    ];
    assert_eq!(codes, expected);
    assert_eq!(EVERYTHING.len(), expected.len());
    assert!(!EVERYTHING.is_empty());
}

#[test]
fn every_code_is_found_by_its_name_and_no_other_is() {
    for spec in &EVERYTHING {
        assert_eq!(EVERYTHING.get(spec.code()), Some(spec));
    }
    for unknown in ["", "JOB", "JOB_EXPIRE", "JOB_EXPIRED_", "job_expired", "JOB_PAUSED", "\u{0}"] {
        assert_eq!(EVERYTHING.get(unknown), None, "{unknown:?}");
    }
}

#[test]
fn what_it_finds_is_what_the_errors_say() {
    let error: &dyn ApiError = &jobs::JobError::Key(KeyError::Missing);
    assert_eq!(EVERYTHING.get(error.code()), Some(error.spec()));
    assert_eq!(EVERYTHING.get("PAYMENT_FAILED"), Some(PaymentError::Failed.spec()));
    assert_eq!(EVERYTHING.get("GAVE_UP"), Some(Retried::<KeyError>::GaveUp.spec()));
}

#[test]
fn retired_codes_are_listed_each_once() {
    let retired: Vec<&str> = EVERYTHING.retired().collect();
    assert_eq!(retired, ["KEY_LOST", "JOB_PAUSED", "JOB_HELD", "PAYMENT_PENDING"]);
    assert_eq!(RETIRED_ONLY.retired().collect::<Vec<_>>(), ["GONE_FOR_GOOD"]);
    assert!(RETIRED_ONLY.is_empty());
}

#[test]
fn nothing_makes_an_empty_catalog() {
    assert!(EMPTY.is_empty());
    assert_eq!(EMPTY.len(), 0);
    assert_eq!(EMPTY.iter().next(), None);
    assert_eq!(EMPTY.get("ANY"), None);
    assert_eq!(Never::CODES.iter().next(), None);
    assert!(Never::CODES.is_empty());
}

#[test]
fn a_catalog_is_plain_data() {
    const COPY: &Catalog = &EVERYTHING;
    fn shared<T: Send + Sync + 'static>(_: &T) {}
    shared(COPY);
    assert_eq!(format!("{EMPTY:?}"), "Catalog { codes: [], retired: [], .. }");
}

#[test]
fn a_catalog_may_stand_in_a_function() {
    catalog!(static LOCAL = [KeyError]);
    assert_eq!(LOCAL.len(), 1);
}

mod the_same_name_in_two_modules {
    //! Enums that differ in nothing but where they are: made by one macro, in two modules.

    use errcode::{ApiError, CodeSpec, catalog};

    macro_rules! error {
        ($module:ident, $code:literal) => {
            mod $module {
                #[derive(Debug, thiserror::Error, super::ApiError)]
                pub(super) enum Error {
                    #[error("failed")]
                    #[api(code = $code, status = 400)]
                    Failed,
                }
            }
        };
    }

    error!(one, "ONE_FAILED");
    error!(two, "TWO_FAILED");
    catalog!(static BOTH = [one::Error, two::Error]);

    #[test]
    fn are_two_enums() {
        assert_eq!(BOTH.len(), 2);
        assert_eq!(BOTH.get("TWO_FAILED").map(CodeSpec::status), Some(two::Error::Failed.status()));
    }
}

mod a_large_catalog {
    //! Enough codes for every depth of the search.

    use errcode::{ApiError, catalog};

    macro_rules! errors {
        ($($name:ident = $code:literal,)*) => {
            #[derive(Debug, thiserror::Error, ApiError)]
            #[error("failed")]
            #[api(status = 500)]
            enum Many { $(#[api(code = $code)] $name,)* }
        };
    }

    errors! {
        A = "A", B = "B", C = "C", D = "D", E = "E", F = "F", G = "G", H = "H", I = "I", J = "J",
        Aa = "AA", Bb = "BB", Cc = "CC", Dd = "DD", Ee = "EE", Ff = "FF", Gg = "GG", Hh = "HH",
        Ab = "AB", Ba = "BA", Abc = "ABC", Bca = "BCA", Cab = "CAB", Bac = "BAC", Acb = "ACB",
    }

    catalog!(static MANY = [Many]);

    #[test]
    fn finds_each() {
        assert_eq!(MANY.len(), 25);
        for spec in &MANY {
            assert_eq!(MANY.get(spec.code()), Some(spec));
        }
        assert_eq!(MANY.get("AC"), None);
    }
}

mod types_of_one_macro {
    //! Two types that share module, name, file, line and column, in scopes that have no names.

    use errcode::{ApiError, ErrorCodes, catalog};

    trait Twin {
        type Type: ErrorCodes;
    }

    struct One;
    struct Two;

    macro_rules! twin {
        ($of:ident, $code:literal) => {
            const _: () = {
                #[derive(Debug, thiserror::Error, ApiError)]
                #[error("failed")]
                #[api(code = $code, status = 400)]
                struct Failed;

                impl Twin for $of {
                    type Type = Failed;
                }
            };
        };
    }

    twin!(One, "TWIN_ONE");
    twin!(Two, "TWIN_TWO");

    catalog!(static TWINS = [<One as Twin>::Type, <Two as Twin>::Type]);

    #[test]
    fn are_told_apart_by_what_they_say() {
        assert!(TWINS.iter().map(errcode::CodeSpec::code).eq(["TWIN_ONE", "TWIN_TWO"]));
    }
}

mod a_diamond {
    //! Each level forwards to the one below by two ways: 4,096 ways to the bottom, which is compared at each level once.

    use errcode::{ApiError, ErrorCodes};

    #[derive(Debug, thiserror::Error, ApiError)]
    #[error("failed")]
    #[api(code = "BOTTOM", status = 500)]
    struct Level0;

    macro_rules! levels {
        ($($level:ident over $below:ident)*) => {$(
            #[derive(Debug, thiserror::Error, ApiError)]
            enum $level {
                #[error(transparent)]
                #[api(transparent)]
                Left(Box<$below>),
                #[error(transparent)]
                #[api(transparent)]
                Right($below),
            }
        )*};
    }

    levels! {
        Level1 over Level0
        Level2 over Level1
        Level3 over Level2
        Level4 over Level3
        Level5 over Level4
        Level6 over Level5
        Level7 over Level6
        Level8 over Level7
        Level9 over Level8
        Level10 over Level9
        Level11 over Level10
        Level12 over Level11
    }

    #[test]
    fn has_each_code_once() {
        assert!(Level12::CODES.iter().map(errcode::CodeSpec::code).eq(["BOTTOM"]));
    }
}

/// A tuple of types is what one operation of a service can answer with.
mod tuples {
    use super::*;

    fn codes<E: ErrorCodes>() -> Vec<&'static str> {
        E::CODES.iter().map(CodeSpec::code).collect()
    }

    #[test]
    fn have_the_codes_of_all() {
        let all = ["JOB_NOT_FOUND", "KEY_MISSING", "JOB_EXPIRED", "JOB_ALWAYS"];
        assert_eq!(codes::<(jobs::JobError, KeyError)>(), all);
        assert_eq!(codes::<(KeyError,)>(), ["KEY_MISSING"]);
        assert_eq!(codes::<((KeyError,), (jobs::JobError, KeyError))>().len(), 4);
    }

    #[test]
    fn are_listed_in_a_catalog_as_their_types_are() {
        type Key = (KeyError,);
        type All = (jobs::JobError, KeyError);
        catalog!(static TUPLES = [Key, All]);
        assert_eq!(TUPLES.len(), 4);
        assert!(TUPLES.retired().eq(["KEY_LOST", "JOB_PAUSED", "JOB_HELD"]));
    }
}
