use std::fmt;

use serde::ser::{Serialize, SerializeSeq, Serializer};

use super::{Envelope, members::Members};
use crate::{ErrorView, FieldError};

/// [JSON:API 1.1](https://jsonapi.org/format/1.1/#errors), `application/vnd.api+json`.
///
/// The document has `errors`, and `jsonapi.version`; `meta` holds `request_id`, `timestamp` and `path` where
/// they are known. Each error object has `links.type` (the code's `docs_url`), `status` (a string), `code`,
/// `title`, `detail` (the message) and `meta` (`retryable`, `retry_after` in seconds, and the details under
/// `details`).
///
/// Field errors become one error object each: `detail` is the message about the field, `code` the field
/// error's own code if it has one, and `source.pointer` points at the field in the request document.
/// `email` is `/data/attributes/email`, `lines[0].sku` is `/data/attributes/lines/0/sku`, and a field that
/// starts with `/` is a JSON Pointer already (RFC 6901).
///
/// ```
/// use errcode::{ApiError, FieldErrors, RequestContext, envelope::JsonApi};
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[error("Validation failed")]
/// #[api(code = "VALIDATION", status = 422)]
/// struct Invalid(#[api(field_errors)] FieldErrors);
///
/// let error = Invalid(FieldErrors::from_iter([("email", "is required")]));
/// let body = errcode::to_json::<JsonApi>(&error, &RequestContext::new());
/// assert_eq!(
///     String::from_utf8_lossy(&body),
///     concat!(
///         r#"{"jsonapi":{"version":"1.1"},"errors":[{"status":"422","code":"VALIDATION","#,
///         r#""title":"Unprocessable Entity","detail":"is required","#,
///         r#""source":{"pointer":"/data/attributes/email"},"meta":{"retryable":false}}]}"#,
///     ),
/// );
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct JsonApi;

impl Envelope for JsonApi {
    const CONTENT_TYPE: &'static str = "application/vnd.api+json";

    fn body<'a>(view: &ErrorView<'a>) -> impl Serialize + use<'a> {
        Document(*view)
    }
}

struct Document<'a>(ErrorView<'a>);

impl Serialize for Document<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let view = self.0;
        let known = view.request_id().or(view.timestamp()).or(view.path()).is_some();
        Members::of(serializer)?
            .member("jsonapi", &Version)?
            .member("errors", &Errors(view))?
            .optional("meta", known.then_some(RequestMeta(view)))?
            .end()
    }
}

struct Version;

impl Serialize for Version {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Members::of(serializer)?.member("version", "1.1")?.end()
    }
}

struct RequestMeta<'a>(ErrorView<'a>);

impl Serialize for RequestMeta<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Members::of(serializer)?
            .optional("request_id", self.0.request_id())?
            .optional("timestamp", self.0.timestamp())?
            .optional("path", self.0.path())?
            .end()
    }
}

struct Errors<'a>(ErrorView<'a>);

impl Serialize for Errors<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let view = self.0;
        let mut errors = serializer.serialize_seq(None)?;
        match view.field_errors() {
            None => errors.serialize_element(&ErrorObject { view, about: None })?,
            Some(fields) => {
                for (field, messages) in fields.iter() {
                    for error in messages {
                        let about = Some((field, error));
                        errors.serialize_element(&ErrorObject { view, about })?;
                    }
                }
            }
        }
        errors.end()
    }
}

struct ErrorObject<'a> {
    view: ErrorView<'a>,
    about: Option<(&'a str, &'a FieldError)>,
}

impl Serialize for ErrorObject<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let view = &self.view;
        let own_code = self.about.and_then(|(_, error)| error.code());
        let object = Members::of(serializer)?
            .optional("links", view.docs_url().map(Links))?
            .member("status", view.status().as_str())?
            .member("code", own_code.unwrap_or(view.code()))?
            .member("title", view.title())?;
        match self.about {
            None => object.member("detail", &view.message())?,
            Some((field, error)) => {
                object.member("detail", error.message())?.member("source", &Source(field))?
            }
        }
        .member("meta", &Meta(*view))?
        .end()
    }
}

struct Links(&'static str);

impl Serialize for Links {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Members::of(serializer)?.member("type", self.0)?.end()
    }
}

struct Meta<'a>(ErrorView<'a>);

impl Serialize for Meta<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let details = self.0.details();
        Members::of(serializer)?
            .member("retryable", &self.0.retryable())?
            .optional("retry_after", self.0.retry_after_secs())?
            .optional("details", (!details.is_empty()).then_some(details))?
            .end()
    }
}

struct Source<'a>(&'a str);

impl Serialize for Source<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Members::of(serializer)?.member("pointer", &Pointer(self.0))?.end()
    }
}

/// A field path as a JSON Pointer (RFC 6901) into a JSON:API request document.
struct Pointer<'a>(&'a str);

impl Serialize for Pointer<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl fmt::Display for Pointer<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.starts_with('/') {
            return f.write_str(self.0);
        }
        f.write_str("/data/attributes")?;
        for segment in self.0.split(['.', '[']) {
            f.write_str("/")?;
            for char in segment.strip_suffix(']').unwrap_or(segment).chars() {
                match char {
                    '~' => f.write_str("~0")?,
                    '/' => f.write_str("~1")?,
                    other => write!(f, "{other}")?,
                }
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn field_paths_become_json_pointers() {
        for (field, pointer) in [
            ("email", "/data/attributes/email"),
            ("address.street", "/data/attributes/address/street"),
            ("lines[0].sku", "/data/attributes/lines/0/sku"),
            ("m[1][2]", "/data/attributes/m/1/2"),
            ("a/b~c", "/data/attributes/a~1b~0c"),
            ("/data/relationships/author", "/data/relationships/author"),
        ] {
            assert_eq!(Pointer(field).to_string(), pointer);
        }
    }
}
