//! Values that cannot be shown: nothing panics, the rest of the body is written, and it is JSON.

mod envelopes;
mod generated;
mod headers;
mod numbers;
mod over_http;
mod values;

use std::borrow::Cow;

use errcode::{
    ApiError, Details, Envelope, ErrorView, RequestContext,
    envelope::{Google, JsonApi, Nested, Object, Problem},
    http::Response,
    render,
};
use serde::Serialize;
use serde_json::Value;

/// A service's envelope that flattens the details with serde.
struct Flat;

#[derive(Serialize)]
struct FlatBody<'a> {
    code: &'static str,
    message: Cow<'a, str>,
    #[serde(flatten)]
    details: Details<'a>,
}

impl Envelope for Flat {
    fn body(view: ErrorView<'_>) -> impl Serialize {
        let details = view.details().without(&["code", "message"]);
        FlatBody { code: view.code(), message: view.message(), details }
    }
}

/// The same with an `Object`.
struct FlatObject;

impl Envelope for FlatObject {
    fn body(view: ErrorView<'_>) -> impl Serialize {
        Object::new()
            .member("code", view.code())
            .member("message", view.message())
            .flatten(view.details())
    }
}

/// A response and where its body has things.
struct Shown {
    envelope: &'static str,
    response: Response<Vec<u8>>,
    code: &'static str,
    message: &'static str,
    /// The object of the details: a JSON Pointer.
    details: &'static str,
}

impl Shown {
    fn text(&self) -> &str {
        std::str::from_utf8(self.response.body()).expect("JSON is UTF-8")
    }

    fn body(&self) -> Value {
        serde_json::from_slice(self.response.body())
            .unwrap_or_else(|error| panic!("{error} in {}: {}", self.envelope, self.text()))
    }

    /// The string at a pointer.
    fn at(&self, pointer: &str) -> String {
        let body = self.body();
        let found = body.pointer(pointer).and_then(Value::as_str);
        found.unwrap_or_else(|| panic!("no {pointer} in {body}")).to_owned()
    }

    fn detail(&self, name: &str) -> Option<Value> {
        let body = self.body();
        // Beside errors about fields, JSON:API has the details of the whole error in the document's `meta`.
        let of_document = body.pointer("/meta/details").filter(|_| self.envelope == "JsonApi");
        body.pointer(self.details).or(of_document)?.get(name).cloned()
    }
}

/// The response in every built-in envelope and in envelopes that flatten.
fn everywhere(error: &dyn ApiError, context: &RequestContext) -> Vec<Shown> {
    macro_rules! shown {
        ($($envelope:ident: $code:literal $message:literal $details:literal,)*) => {
            vec![$(Shown {
                envelope: stringify!($envelope),
                response: render::<$envelope>(error, context),
                code: $code,
                message: $message,
                details: $details,
            }),*]
        };
    }
    shown! {
        Problem: "/code" "/detail" "",
        Nested: "/error/code" "/error/message" "/error/details",
        JsonApi: "/errors/0/code" "/errors/0/detail" "/errors/0/meta/details",
        Google: "/error/details/0/reason" "/error/message" "/error/details/0/metadata",
        Flat: "/code" "/message" "",
        FlatObject: "/code" "/message" "",
    }
}
