//! `deprecated`, also Rust's own, in a crate that denies every warning: what is generated uses deprecated
//! variants, fields and constants, and must not be warned of for it.
#![deny(warnings, clippy::all, clippy::pedantic)]

use errcode::{
    ApiError, CodeSpec, ErrorCodes, RequestContext, catalog, envelope::Nested, http::StatusCode,
};

#[deprecated = "use 410"]
const OLD_STATUS: StatusCode = StatusCode::GONE;

#[deprecated = "renamed"]
type OldName = String;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("inner")]
#[api(code = "INNER", status = 404)]
#[deprecated = "the whole type"]
struct OldInner;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("{self:?}")]
#[api(status = 400)]
enum Job {
    #[api(code = "CURRENT")]
    Current,

    #[api(code = "BY_KEY", deprecated = "use CURRENT")]
    ByKey,

    #[deprecated]
    #[api(code = "BARE")]
    Bare,

    #[deprecated = "use CURRENT instead"]
    #[api(code = "REASON")]
    Reason,

    #[deprecated(since = "1.2.0", note = "use CURRENT, please")]
    #[api(code = "NOTE", message = "{id}", since = "1.0.0")]
    Note {
        #[api(detail, header = "X-Id")]
        id: u8,
        #[api(retry_after)]
        wait: u8,
    },

    #[deprecated(since = "1.2.0")]
    #[api(code = "SINCE_ALONE")]
    SinceAlone,

    #[deprecated = "Rust's"]
    #[api(code = "BOTH", deprecated = "errcode's")]
    Both,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("old field")]
#[api(code = "OLD_FIELD", status = 400, message = "job {name}")]
struct OldField {
    #[deprecated]
    #[allow(deprecated)] // The compiler's own warning: the field names the type.
    #[api(detail, header = "X-Name")]
    name: OldName,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("{self:?}")]
#[deprecated = "use Job"]
#[api(status = OLD_STATUS)]
enum OldEnum {
    #[api(code = "INHERITED")]
    Inherited,
    #[api(code = "OF_ITS_OWN", deprecated = "use CURRENT")]
    OfItsOwn,
    #[error(transparent)]
    #[api(transparent)]
    #[allow(deprecated)] // As above.
    Inner(OldInner),
}

catalog! {
    #[deprecated = "too old"]
    static OLD_CODES = [Job, OldField], lock = "tests/deprecated.lock"
}

catalog! {
    #[cfg(any())]
    static NO_CODES = [NoType], lock = "tests/deprecated.lock"
}

#[test]
#[allow(deprecated)]
fn a_deprecated_catalog_has_its_lock() {
    assert_eq!(OLD_CODES.since("NOTE"), Some("1.0.0"));
}

fn by_code<E: ErrorCodes>(code: &str) -> &'static CodeSpec {
    E::CODES.iter().find(|spec| spec.code() == code).unwrap()
}

#[test]
fn the_key_and_every_form_of_rusts_attribute_say_why() {
    for (code, reason) in [
        ("CURRENT", None),
        ("BY_KEY", Some("use CURRENT")),
        ("BARE", Some("")),
        ("REASON", Some("use CURRENT instead")),
        ("NOTE", Some("use CURRENT, please")),
        ("SINCE_ALONE", Some("")),
        ("BOTH", Some("errcode's")),
    ] {
        assert_eq!(by_code::<Job>(code).deprecated(), reason, "{code}");
    }
}

#[test]
fn rusts_since_is_not_the_release_that_introduced_the_code() {
    assert_eq!(by_code::<Job>("NOTE").since(), Some("1.0.0"));
    assert_eq!(by_code::<Job>("SINCE_ALONE").since(), None);
}

#[test]
#[allow(deprecated)]
fn a_deprecated_enum_deprecates_its_codes_and_no_others() {
    assert_eq!(by_code::<OldEnum>("INHERITED").deprecated(), Some("use Job"));
    assert_eq!(by_code::<OldEnum>("OF_ITS_OWN").deprecated(), Some("use CURRENT"));
    assert_eq!(by_code::<OldEnum>("INNER").deprecated(), Some("the whole type"));
}

#[test]
#[allow(deprecated)]
fn a_deprecated_error_answers_like_any_other() {
    let error = Job::Note { id: 7, wait: 3 };
    let response = errcode::render::<Nested>(&error, &RequestContext::new());
    assert_eq!(response.headers()["x-id"], "7");
    assert_eq!(response.headers()["retry-after"], "3");
    for (error, code) in [
        (&Job::Current as &dyn ApiError, "CURRENT"),
        (&Job::ByKey, "BY_KEY"),
        (&Job::Bare, "BARE"),
        (&Job::Reason, "REASON"),
        (&Job::SinceAlone, "SINCE_ALONE"),
        (&Job::Both, "BOTH"),
        (&OldEnum::Inherited, "INHERITED"),
        (&OldEnum::OfItsOwn, "OF_ITS_OWN"),
        (&OldEnum::Inner(OldInner), "INNER"),
    ] {
        assert_eq!(error.code(), code);
    }
    let error = OldField { name: "nightly".to_owned() };
    assert_eq!(error.message(), "job nightly");
    assert_eq!(error.headers()["x-name"], "nightly");
}

#[test]
#[allow(deprecated)]
fn a_deprecated_status_constant_is_still_a_status() {
    assert_eq!(OldEnum::Inherited.status(), 410);
}
