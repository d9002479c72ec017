//! Errors that a `macro_rules!` macro writes, its parts passed in as fragments of every kind.

use errcode::{ApiError, ErrorCodes, FieldErrors, envelope::Nested, http::StatusCode};
use serde_json::json;

const CONFLICT: StatusCode = StatusCode::CONFLICT;

macro_rules! fragments {
    (
        $(#[$outer:meta])*
        $vis:vis $name:ident, prefix $prefix:literal, envelope $envelope:ty, retired $retired:literal;
        $(
            $variant:ident {
                code $code:literal, status $status:expr, message $message:literal, wait $wait:literal,
                retryable $retryable:literal, header $header:literal $value:literal,
                field $field:ident: $ty:ty, detail $detail:literal, sends $sends:literal
            }
        )*
    ) => {
        $(#[$outer])*
        #[derive(Debug, thiserror::Error, ApiError)]
        #[error("{self:?}")]
        #[api(prefix = $prefix, envelope = $envelope, retired($retired))]
        $vis enum $name {
            $(
                #[api(
                    code = $code,
                    status = $status,
                    message = $message,
                    retry_after = $wait,
                    retryable = $retryable,
                    header($header, $value),
                    detail($header, $value)
                )]
                $variant {
                    #[api(detail = $detail, header = $sends)]
                    $field: $ty,
                },
            )*
        }
    };
}

fragments! {
    /// Made by a macro.
    #[non_exhaustive]
    pub(crate) Made, prefix "M_", envelope Nested, retired "M_OLD";
    Number {
        code "M_NUMBER", status 410, message "number {id:?}", wait 5, retryable true,
        header "X-Static" "1", field id: Option<u8>, detail "number", sends "X-Id"
    }
    Path {
        code "M_PATH", status CONFLICT, message "path", wait 6, retryable false,
        header "X-Static" "2", field name: Option<&'static str>, detail "name", sends "X-Name"
    }
    Named {
        code "M_NAMED", status errcode::http::StatusCode::GONE, message "{{}}", wait 7, retryable false,
        header "X-Static" "3", field list: Option<u16>, detail "list", sends "X-List"
    }
}

impl std::fmt::Display for Shown {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("shown")
    }
}

#[derive(Debug)]
struct Shown;

#[test]
fn every_part_may_be_a_fragment() {
    let number = Made::Number { id: None };
    assert_eq!(number.code(), "M_NUMBER");
    assert_eq!(number.status(), 410);
    assert!(number.is_retryable());
    assert_eq!(number.retry_after().unwrap().as_secs(), 5);
    assert_eq!(number.message(), "number None");
    assert_eq!(number.headers()["x-static"], "1");
    assert_eq!(Made::Path { name: None }.status(), 409);
    assert_eq!(Made::Named { list: None }.status(), 410);
    assert_eq!(Made::Named { list: None }.message(), "{}");
    let response = errcode::respond(&number, &errcode::RequestContext::new());
    assert!(response.body().starts_with(br#"{"error":{"code":"M_NUMBER""#));
}

#[test]
fn an_option_that_is_a_fragment_is_still_one() {
    let none = Made::Path { name: None };
    assert_eq!(serde_json::to_value(none.details()).unwrap(), json!({"X-Static": "2"}));
    assert!(!none.headers().contains_key("x-name"));
    let some = Made::Path { name: Some("a") };
    assert_eq!(
        serde_json::to_value(some.details()).unwrap(),
        json!({"X-Static": "2", "name": "a"})
    );
    assert_eq!(some.headers()["x-name"], "a");
}

macro_rules! message_of {
    ($name:ident, $field:ident: $ty:ty, $code:literal, $message:literal) => {
        #[derive(Debug, thiserror::Error, ApiError)]
        #[error("display")]
        #[api(code = $code, status = 500, message = $message)]
        struct $name {
            $field: $ty,
            // The macro's own field; the message that is passed in may name it too.
            own: u8,
        }
    };
}

message_of!(FromOutside, id: Shown, "FROM_OUTSIDE", "{id} and {own}");

#[test]
fn a_message_and_its_fields_may_come_from_different_places() {
    assert_eq!(FromOutside { id: Shown, own: 7 }.message(), "shown and 7");
}

macro_rules! own_message {
    ($name:ident, $field:ident) => {
        #[derive(Debug, thiserror::Error, ApiError)]
        #[error("display")]
        #[api(code = "OWN_MESSAGE", status = 500, message = "{id}, {wait:>width$}")]
        struct $name {
            $field: u8,
            wait: u8,
            width: usize,
        }
    };
}

own_message!(OwnMessage, id);

#[test]
fn a_message_of_the_macro_finds_fields_of_its_caller() {
    assert_eq!(OwnMessage { id: 1, wait: 2, width: 3 }.message(), "1,   2");
}

macro_rules! whole_attributes {
    ($name:ident { $($(#[$meta:meta])* $variant:ident $(($($field:tt)*))?,)* }) => {
        #[derive(Debug, thiserror::Error, ApiError)]
        #[error("{self:?}")]
        enum $name { $($(#[$meta])* $variant $(($($field)*))?,)* }
    };
}

whole_attributes! {
    Whole {
        /// The title.
        #[api(code = "WHOLE_A", status = 404)]
        #[api(header("X-A", "1"))]
        A,
        #[deprecated = "use WHOLE_A"]
        #[api(code = "WHOLE_B", status = CONFLICT, expose)]
        B(#[api(detail = "id", retry_after)] u8),
    }
}

#[test]
#[allow(deprecated)]
fn whole_attributes_may_be_fragments() {
    assert_eq!(Whole::A.spec().title(), "The title.");
    assert_eq!(Whole::A.headers()["x-a"], "1");
    let b = Whole::B(7);
    assert_eq!(b.status(), 409);
    assert_eq!(b.spec().deprecated(), Some("use WHOLE_A"));
    assert_eq!(b.retry_after().unwrap().as_secs(), 7);
    assert_eq!(serde_json::to_value(b.details()).unwrap(), json!({"id": 7}));
}

macro_rules! tokens {
    ($name:ident [$($of_enum:tt)*] [$($of_variant:tt)*] [$($of_field:tt)*] $field:ty) => {
        #[derive(Debug, thiserror::Error, ApiError)]
        #[error("{self:?}")]
        #[api($($of_enum)*)]
        enum $name {
            #[api($($of_variant)*)]
            Only(#[api($($of_field)*)] $field),
        }
    };
}

tokens!(FromTokens [status = 422, category = "T"] [code = "TOKENS", title = "T"] [field_errors] FieldErrors);

#[test]
fn keys_may_be_tokens() {
    let error = FromTokens::Only(FieldErrors::from_iter([("a", "b")]));
    assert_eq!(error.status(), 422);
    assert_eq!(error.spec().category(), Some("T"));
    assert_eq!(error.field_errors().unwrap().len(), 1);
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("inner")]
#[api(code = "MACRO_INNER", status = 409)]
struct Inner;

macro_rules! passes_on {
    ($name:ident: $($variant:ident($ty:ty))*) => {
        #[derive(Debug, thiserror::Error, ApiError)]
        enum $name {
            $(
                #[error(transparent)]
                #[api(transparent)]
                $variant(#[from] $ty),
            )*
        }
    };
}

passes_on!(PassesOn: Inner(Inner) Boxed(Box<FromTokens>));

#[test]
fn a_type_that_is_a_fragment_is_passed_on() {
    assert_eq!(PassesOn::from(Inner).code(), "MACRO_INNER");
    let codes: Vec<_> = PassesOn::CODES.iter().map(errcode::CodeSpec::code).collect();
    assert_eq!(codes, ["MACRO_INNER", "TOKENS"]);
}

macro_rules! paths {
    ($name:ident, $status:path, $envelope:path, $code:expr, $texts:expr, $krate:path) => {
        #[derive(Debug, thiserror::Error, ApiError)]
        #[error("paths")]
        #[api(crate = $krate, code = $code, status = $status, envelope = $envelope, title = $texts)]
        struct $name;
    };
}

paths!(Paths, StatusCode::GONE, errcode::envelope::JsonApi, "PATHS", "Paths", ::errcode);

#[test]
fn paths_and_expressions_may_be_fragments() {
    assert_eq!(Paths.status(), 410);
    assert_eq!(Paths.spec().title(), "Paths");
    let response = errcode::respond(&Paths, &errcode::RequestContext::new());
    assert_eq!(response.headers()["content-type"], "application/vnd.api+json");
}

macro_rules! doc_comment {
    ($name:ident, $doc:expr) => {
        #[doc = $doc]
        #[derive(Debug, thiserror::Error, ApiError)]
        #[error("documented")]
        #[api(code = "DOC", status = 400)]
        struct $name;
    };
}

doc_comment!(Doc, "From an expression");

#[test]
fn a_doc_comment_may_be_a_fragment() {
    assert_eq!(Doc.spec().title(), "From an expression");
}

errcode::domain! { Shop { name = "shop.example.com" } }

macro_rules! named {
    ($name:ident, $domain:path, $code:literal) => {
        #[derive(Debug, thiserror::Error, ApiError)]
        #[error("failed")]
        #[api(domain = $domain, code = $code, status = 404)]
        struct $name;
    };
}

named!(InShop, crate::macro_rules::Shop, "IN_SHOP");

#[test]
fn a_type_of_a_domain_may_have_its_name_from_a_macro() {
    assert_eq!(InShop.spec().domain(), Some("shop.example.com"));
    assert_eq!(InShop.spec().variant(), "InShop");
}
