//! Public text is safe by default: a 5xx without `message` or `expose` says its reason phrase, whatever
//! `Display`, `source()` and unmarked fields hold.
//!
//! A secret is planted in each of those places and looked for in every byte of every envelope and header.

use std::{borrow::Cow, error::Error, fmt};

use errcode::{
    ApiError, Details, Envelope, ErrorView, FieldErrors, RequestContext,
    envelope::{Google, JsonApi, Nested, Problem},
    http::{Response, StatusCode},
};
use serde::Serialize;

/// No escaping changes its letters, and no other text holds it.
const SECRET: &str = "hunter2";
const SECRET_NUMBER: u64 = 1_234_567_890_123_456_789;
const SECRETS: [&str; 2] = [SECRET, "1234567890123456789"];

const FULL: StatusCode = StatusCode::INSUFFICIENT_STORAGE;

mod statuses {
    use super::StatusCode;

    pub(crate) const UNREGISTERED: StatusCode = match StatusCode::from_u16(555) {
        Ok(status) => status,
        Err(_) => StatusCode::OK,
    };
}

/// A source that is a secret from end to end.
#[derive(Debug, thiserror::Error)]
#[error("password {SECRET}")]
struct Cause {
    #[source]
    deeper: Deeper,
}

#[derive(Debug, thiserror::Error)]
#[error("connection string postgres://root:{SECRET}@db")]
struct Deeper;

/// A value that shows the secret however it is shown.
#[derive(Debug, Serialize)]
struct Private {
    hunter2: u64,
}

impl fmt::Display for Private {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{SECRET} {}", self.hunter2)
    }
}

fn private() -> Private {
    Private { hunter2: SECRET_NUMBER }
}

fn cause() -> Cause {
    Cause { deeper: Deeper }
}

/// An enum of one status, with secrets in every place of every kind of variant.
macro_rules! leaky {
    ($($name:ident = $status:expr, $code:literal;)*) => {$(
        #[derive(Debug, thiserror::Error, ApiError)]
        #[error("secret: {SECRET} {SECRET_NUMBER} {self:?}")]
        #[api(
            status = $status,
            category = "Db",
            docs_url = "https://docs.example.com/{code}",
            code_style = "any",
            prefix = $code
        )]
        #[allow(dead_code)] // Nothing reads the secrets: that is what is tested.
        enum $name {
            /// The public title
            #[api(code = $code, resolution = "Try later", retry_after = 5, header("X-Public", "public"))]
            Named {
                source: Cause,
                unmarked: String,
                number: u64,
                private: Private,
                #[api(detail)]
                marked: &'static str,
                #[api(header = "X-Marked")]
                sent: Option<u8>,
                #[api(field_errors)]
                fields: FieldErrors,
            },
        }

        impl $name {
            fn leaky() -> Self {
                Self::Named {
                    source: cause(),
                    unmarked: SECRET.to_owned(),
                    number: SECRET_NUMBER,
                    private: private(),
                    marked: "public",
                    sent: Some(1),
                    fields: FieldErrors::from_iter([("public", "public")]),
                }
            }
        }
    )*};
}

leaky! {
    On500 = 500, "A";
    On501 = 501, "B";
    On502 = StatusCode::BAD_GATEWAY, "C";
    On503 = 503, "D";
    On504 = 504, "E";
    On507 = FULL, "F";
    On511 = 511, "G";
    On520 = 520, "H";
    On555 = statuses::UNREGISTERED, "I";
    On599 = 599, "J";
}

/// The secrets are written into each variant's own `#[error]`, and every field is unmarked.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(status = 500)]
enum Kinds {
    #[error("{SECRET}")]
    #[api(code = "UNIT")]
    Unit,
    #[error("{0} {1}")]
    #[api(code = "TUPLE")]
    Tuple(String, u64),
    #[error(transparent)]
    #[api(code = "TRANSPARENT_DISPLAY")]
    TransparentDisplay(#[from] Cause),
    #[error("{source}")]
    #[api(code = "BOXED")]
    Boxed { source: Box<dyn Error + Send + Sync> },
    #[error(transparent)]
    #[api(transparent)]
    Inner(#[from] On500),
    #[error("{SECRET}")]
    #[api(code = "TITLED", title = "Public", description = "Public.")]
    Titled,
    #[error("{SECRET}")]
    #[api(code = "WRITTEN", message = "job {id}")]
    Written { id: u8, unmarked: Private },
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("{SECRET} {0}")]
#[api(code = "STRUCT", status = 503)]
struct Struct(#[source] Cause, Private);

/// Everything an envelope can show.
struct Everything;

#[derive(Serialize)]
struct EverythingBody<'a> {
    code: &'static str,
    status: u16,
    message: Cow<'a, str>,
    title: &'static str,
    #[serde(flatten)]
    flat: Details<'a>,
    details: Details<'a>,
    field_errors: Option<&'a FieldErrors>,
    retryable: bool,
    retry_after: Option<std::time::Duration>,
    docs_url: Option<&'static str>,
    category: Option<&'static str>,
    resolution: Option<&'static str>,
    spec: String,
    debug: String,
    pretty_debug: String,
}

impl Envelope for Everything {
    fn body(view: ErrorView<'_>) -> impl Serialize {
        EverythingBody {
            code: view.code(),
            status: view.status().as_u16(),
            message: view.message(),
            title: view.title(),
            flat: view.details(),
            details: view.details(),
            field_errors: view.field_errors(),
            retryable: view.retryable(),
            retry_after: view.retry_after(),
            docs_url: view.docs_url(),
            category: view.category(),
            resolution: view.resolution(),
            spec: format!("{:?}", view.spec()),
            debug: format!("{view:?} {:?}", view.details()),
            pretty_debug: format!("{view:#?}"),
        }
    }
}

/// Every byte of every response to `error`, with the name of its envelope.
fn responses(error: &dyn ApiError) -> Vec<(&'static str, String)> {
    let context = RequestContext::new().request_id("req-1").timestamp("now").path("/jobs/1");
    let text = |response: Response<Vec<u8>>| {
        let head = format!("{} {:?}", response.status(), response.headers());
        format!("{head}\n{}", String::from_utf8(response.into_body()).unwrap())
    };
    vec![
        ("Problem", text(errcode::render::<Problem>(error, &context))),
        ("Nested", text(errcode::render::<Nested>(error, &context))),
        ("JsonApi", text(errcode::render::<JsonApi>(error, &context))),
        ("Google", text(errcode::render::<Google>(error, &context))),
        ("Everything", text(errcode::render::<Everything>(error, &context))),
        ("Debug", format!("{:#?}", ErrorView::new(error, &context))),
        ("axum", {
            let response = errcode::axum::render::<Problem>(error, &context);
            format!("{:?} {:?}", response.headers(), response.extensions())
        }),
    ]
}

fn assert_keeps_secrets(error: &dyn ApiError) {
    assert!(SECRETS.iter().any(|secret| error.to_string().contains(secret)), "nothing is planted");
    for (envelope, text) in responses(error) {
        for secret in SECRETS {
            assert!(!text.contains(secret), "{envelope} of {}: {text}", error.code());
        }
    }
}

#[test]
fn no_5xx_leaks_from_display_source_or_unmarked_fields() {
    assert_keeps_secrets(&On500::leaky());
    assert_keeps_secrets(&On501::leaky());
    assert_keeps_secrets(&On502::leaky());
    assert_keeps_secrets(&On503::leaky());
    assert_keeps_secrets(&On504::leaky());
    assert_keeps_secrets(&On507::leaky());
    assert_keeps_secrets(&On511::leaky());
    assert_keeps_secrets(&On520::leaky());
    assert_keeps_secrets(&On555::leaky());
    assert_keeps_secrets(&On599::leaky());
}

#[test]
fn no_kind_of_5xx_leaks() {
    assert_keeps_secrets(&Kinds::Unit);
    assert_keeps_secrets(&Kinds::Tuple(SECRET.to_owned(), SECRET_NUMBER));
    assert_keeps_secrets(&Kinds::from(cause()));
    assert_keeps_secrets(&Kinds::Boxed { source: SECRET.into() });
    assert_keeps_secrets(&Kinds::from(On500::leaky()));
    assert_keeps_secrets(&Kinds::Titled);
    assert_keeps_secrets(&Kinds::Written { id: 7, unmarked: private() });
    assert_keeps_secrets(&Struct(cause(), private()));
    assert_keeps_secrets(&Box::new(Struct(cause(), private())));
}

/// password hunter2
///
/// hunter2, once more.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("{SECRET}")]
#[api(code = "DOCUMENTED", status = 500)]
struct Documented;

/// Doc comments are for the service's developers; a client reads those of its own mistakes alone.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("{SECRET}")]
enum DocComments {
    /// password hunter2
    ///
    /// hunter2, once more.
    #[api(code = "SHOWN", status = 500)]
    Shown,
    #[doc(hidden)]
    /// password hunter2
    #[api(code = "HIDDEN", status = 503)]
    Hidden,
    #[doc = "password hunter2"]
    #[api(code = "SPELLED_OUT", status = 599)]
    SpelledOut,
    /// password hunter2
    #[api(code = "AT_RUNTIME", status = 404, message = "Not there")]
    AtRuntime {
        #[api(status)]
        status: u16,
    },
    #[api(transparent)]
    Inner(#[from] Documented),
}

/// What clients read of `error` in the built-in envelopes; `Debug` shows the documentation of a code.
fn built_in(error: &dyn ApiError) -> String {
    let responses = responses(error).into_iter();
    let built_in = responses.filter(|(envelope, _)| !["Everything", "Debug"].contains(envelope));
    built_in.map(|(_, text)| text).collect()
}

#[test]
fn no_5xx_leaks_from_its_doc_comment() {
    for error in [
        &Documented as &dyn ApiError,
        &DocComments::Shown,
        &DocComments::Hidden,
        &DocComments::SpelledOut,
        &DocComments::AtRuntime { status: 502 },
        &DocComments::from(Documented),
    ] {
        let text = built_in(error);
        assert!(text.contains(error.code()) && !text.contains(SECRET), "{text}");
    }
    let not_found = built_in(&DocComments::AtRuntime { status: 404 });
    assert!(not_found.contains(r#""title":"password hunter2""#), "{not_found}");
}

#[test]
fn what_a_5xx_says_is_its_reason_phrase() {
    assert_eq!(On500::leaky().message(), "Internal Server Error");
    assert_eq!(On502::leaky().message(), "Bad Gateway");
    assert_eq!(On507::leaky().message(), "Insufficient Storage");
    assert_eq!(On520::leaky().message(), "Internal Server Error");
    assert_eq!(On555::leaky().message(), "Internal Server Error");
    assert_eq!(Kinds::Unit.message(), "Internal Server Error");
    assert_eq!(Struct(cause(), private()).message(), "Service Unavailable");
}

#[test]
fn what_is_marked_appears_beside_the_secrets() {
    for (envelope, text) in responses(&On500::leaky()) {
        for public in ["\"x-marked\": \"1\"", "\"x-public\": \"public\"", "\"retry-after\": \"5\""]
        {
            assert!(text.contains(public) || envelope == "Debug", "{envelope}: {text}");
        }
        let marked = r#""marked":"public""#;
        let body_is_text = !matches!(envelope, "Debug" | "axum");
        assert_eq!(text.contains(marked), body_is_text, "{envelope}: {text}");
    }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("{SECRET}")]
#[api(status = 500)]
enum Marked {
    #[api(code = "EXPOSED", expose)]
    Exposed,
    #[api(code = "WRITTEN", message = "password {password}")]
    Written { password: &'static str },
    #[api(code = "DETAIL")]
    Detail(#[api(detail = "password")] &'static str),
    #[api(code = "HEADER")]
    Header(#[api(header = "X-Password")] &'static str),
    #[api(code = "FIELD_ERRORS")]
    FieldErrors(#[api(field_errors)] FieldErrors),
}

/// Without it, a secret that is never shown anywhere would prove nothing.
#[test]
fn what_is_marked_is_public_even_if_it_is_a_secret() {
    let fields = FieldErrors::from_iter([("password", SECRET)]);
    for error in [
        Marked::Exposed,
        Marked::Written { password: SECRET },
        Marked::Detail(SECRET),
        Marked::Header(SECRET),
        Marked::FieldErrors(fields),
    ] {
        let built_in = responses(&error).into_iter().take(5);
        for (envelope, text) in built_in {
            assert!(text.contains(SECRET), "{envelope} of {}: {text}", error.code());
        }
    }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(status = 404)]
#[allow(dead_code)]
enum Client {
    #[error("no job {id}")]
    #[api(code = "KEEPS")]
    Keeps { id: u8, unmarked: Private, source: Cause },
    #[error("no job {unmarked}")]
    #[api(code = "SHOWS")]
    Shows { unmarked: Private },
    #[error("{SECRET}")]
    #[api(code = "WRITES", message = "no job {id}")]
    Writes { id: u8 },
}

fn has_secret(error: &dyn ApiError) -> Vec<bool> {
    let contains = |text: String| SECRETS.iter().any(|secret| text.contains(secret));
    responses(error).into_iter().map(|(_, text)| contains(text)).collect()
}

#[test]
fn a_4xx_keeps_fields_and_sources_that_its_display_does_not_show() {
    let keeps = Client::Keeps { id: 7, unmarked: private(), source: cause() };
    assert_eq!(has_secret(&keeps), [false; 7]);
    assert_eq!(keeps.message(), "no job 7");
    assert_eq!(has_secret(&Client::Writes { id: 7 }), [false; 7]);
}

#[test]
fn a_4xx_says_what_its_display_shows() {
    let shows = Client::Shows { unmarked: private() };
    assert_eq!(has_secret(&shows)[..6], [true; 6]);
}

/// The phrase is all that is said when a message cannot be made: not the part that was written before.
#[test]
fn a_message_that_fails_half_way_does_not_show_its_half() {
    struct Fails;

    impl fmt::Display for Fails {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str(SECRET)?;
            Err(fmt::Error)
        }
    }

    #[derive(thiserror::Error, ApiError)]
    #[error("{SECRET}")]
    #[api(code = "HALF", status = 500, message = "job {0}")]
    struct Half(Fails);

    impl fmt::Debug for Half {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str(SECRET)
        }
    }

    assert_keeps_secrets(&Half(Fails));
}
