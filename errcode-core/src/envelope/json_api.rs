use std::fmt;

use serde_core::ser::{Serialize, SerializeMap, Serializer};

use super::{Envelope, Object, map::MapExt};
use crate::{ErrorView, FieldError, JsonPointer};

/// [JSON:API 1.1](https://jsonapi.org/format/1.1/#errors), `application/vnd.api+json`.
///
/// The document has `errors`, and `jsonapi.version`; `meta` holds `request_id`, `timestamp` and `path` where they are
/// known. Each error object has `links.type` (the code's `docs_url`), `status` (a string), `code`,
/// `title`, `detail` (the message) and `meta` (`retryable`, `retry_after` in seconds, and the details under
/// `details`).
///
/// Field errors become one error object each: `detail` is the message about the field, `code` the field
/// error's own code if it has one (the error's is in its `meta` then), and `source.pointer` points at the field in the
/// request document. The error's own message, `retry_after` and details are in the document's `meta`, once. `email` is `/data/attributes/email`, `lines[0].sku` is
/// `/data/attributes/lines/0/sku`, and a field that starts with `/` is a JSON Pointer already (RFC 6901).
///
/// ```
/// use errcode::{ApiError, FieldErrors, RequestContext, envelope::JsonApi};
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[error("Validation failed")]
/// #[api(code = "VALIDATION", status = 422)]
/// struct Invalid(#[api(field_errors)] FieldErrors);
///
/// let error = Invalid(FieldErrors::from([("email", "is required")]));
/// let body = errcode::to_json::<JsonApi>(&error, &RequestContext::new());
/// assert_eq!(
///     String::from_utf8_lossy(&body),
///     concat!(
///         r#"{"jsonapi":{"version":"1.1"},"errors":[{"status":"422","code":"VALIDATION","#,
///         r#""title":"Unprocessable Entity","detail":"is required","#,
///         r#""source":{"pointer":"/data/attributes/email"},"meta":{"retryable":false}}],"#,
///         r#""meta":{"message":"Validation failed"}}"#,
///     ),
/// );
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct JsonApi;

impl Envelope for JsonApi {
    const CONTENT_TYPE: &'static str = "application/vnd.api+json";

    fn body(view: ErrorView<'_>) -> impl Serialize {
        Document(view)
    }
}

struct Document<'a>(ErrorView<'a>);

impl Serialize for Document<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let view = &self.0;
        let known = view.request_id().or(view.timestamp()).or(view.path()).is_some();
        let mut document = serializer.serialize_map(None)?;
        document.member("jsonapi", &Object::new().member("version", "1.1"))?;
        document.member("errors", &Errors(view))?;
        document
            .optional("meta", (known || view.field_errors().is_some()).then_some(Meta(view)))?;
        document.end()
    }
}

/// What is known of the request, and what is said of the whole error, once, where the error objects are about fields.
struct Meta<'a>(&'a ErrorView<'a>);

impl Serialize for Meta<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let view = self.0;
        let mut meta = serializer.serialize_map(None)?;
        meta.optional("request_id", view.request_id())?;
        meta.optional("timestamp", view.timestamp())?;
        meta.optional("path", view.path())?;
        if view.field_errors().is_some() {
            meta.member("message", &*view.message())?;
            meta.optional("retry_after", view.retry_after_secs())?;
            meta.optional("details", view.details().non_empty())?;
        }
        meta.end()
    }
}

/// One error object, or one for each message about a field.
struct Errors<'a>(&'a ErrorView<'a>);

impl Serialize for Errors<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let view = self.0;
        let Some(fields) = view.field_errors() else {
            return [OfError(view)].serialize(serializer);
        };
        let messages = fields
            .iter()
            .flat_map(|(field, errors)| errors.iter().map(move |error| (field, error)));
        serializer.collect_seq(messages.map(|(field, error)| OfField(view, field, error)))
    }
}

struct OfError<'a>(&'a ErrorView<'a>);

impl Serialize for OfError<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let view = self.0;
        let mut error = serializer.serialize_map(None)?;
        common_members(&mut error, view, view.code(), &view.message())?;
        error.member("meta", &ErrorMeta(view))?;
        error.end()
    }
}

struct ErrorMeta<'a>(&'a ErrorView<'a>);

impl Serialize for ErrorMeta<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let view = self.0;
        let mut meta = serializer.serialize_map(None)?;
        meta.member("retryable", &view.retryable())?;
        meta.optional("retry_after", view.retry_after_secs())?;
        meta.optional("details", view.details().non_empty())?;
        meta.end()
    }
}

struct OfField<'a>(&'a ErrorView<'a>, &'a str, &'a FieldError);

impl Serialize for OfField<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(view, field, field_error) = self;
        let code = field_error.code().unwrap_or(view.code());
        let meta = Object::new()
            // The error's own code, where the member above has that of the field error.
            .optional("code", (code != view.code()).then_some(view.code()))
            .member("retryable", view.retryable());
        let mut error = serializer.serialize_map(None)?;
        common_members(&mut error, view, code, field_error.message())?;
        error.member("source", &Object::new().member("pointer", Pointer(field)))?;
        error.member("meta", &meta)?;
        error.end()
    }
}

/// The members that every error object begins with.
#[inline]
fn common_members<M: SerializeMap>(
    error: &mut M,
    view: &ErrorView<'_>,
    code: &str,
    detail: &str,
) -> Result<(), M::Error> {
    error.optional("links", view.docs_url().map(|url| Object::new().member("type", url)))?;
    error.member("status", view.status().as_str())?;
    error.member("code", code)?;
    error.member("title", view.title())?;
    error.member("detail", detail)
}

/// A field path as a JSON Pointer into a JSON:API request document.
struct Pointer<'a>(&'a str);

impl Serialize for Pointer<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl fmt::Display for Pointer<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.0.starts_with('/') {
            f.write_str("/data/attributes")?;
        }
        fmt::Display::fmt(&JsonPointer::of(self.0), f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn field_paths_become_json_pointers() {
        for (field, pointer) in [
            ("email", "/data/attributes/email"),
            ("lines[0].sku", "/data/attributes/lines/0/sku"),
            ("/data/relationships/author", "/data/relationships/author"),
        ] {
            assert_eq!(Pointer(field).to_string(), pointer);
        }
    }
}
