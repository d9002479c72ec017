use http::{HeaderMap, HeaderValue, header};
use serde_core::Serialize;

use super::{Fact, WHOLE, facts, is_link};
use crate::{Envelope, ErrorView};

/// A small HTML page, `text/html`, for browsers: it has no script and loads nothing, and follows the colours that the
/// reader prefers.
///
/// It says what the JSON envelopes say. Texts are escaped, and a `Content-Security-Policy` allows no more than the
/// page's own style.
///
/// ```
/// use errcode::{ApiError, RequestContext, envelope::Html};
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[error("no job <{0}>")]
/// #[api(code = "JOB_NOT_FOUND", status = 404)]
/// struct NotFound(&'static str);
///
/// let response = errcode::render::<Html>(&NotFound("b&w"), &RequestContext::new());
/// assert_eq!(response.headers()["content-type"], "text/html; charset=utf-8");
/// let page = String::from_utf8_lossy(response.body());
/// assert!(page.contains("<p>no job &lt;b&amp;w&gt;</p>"));
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Html;

const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
);

const STYLE: &str = "\
:root{color-scheme:light dark}\
body{font:1rem/1.5 system-ui,sans-serif;max-width:40rem;margin:10vh auto;padding:0 1rem}\
h1{font-size:1.5rem}\
dt{font-weight:600;margin-top:.5rem}\
dd{margin:0}\
code,dd{overflow-wrap:anywhere}";

impl Envelope for Html {
    const CONTENT_TYPE: &'static str = "text/html; charset=utf-8";

    /// Builds the page as a string.
    fn body(view: ErrorView<'_>) -> impl Serialize {
        page(view)
    }

    fn headers(_: ErrorView<'_>, headers: &mut HeaderMap) {
        let _ = headers.try_insert(header::CONTENT_SECURITY_POLICY, POLICY);
        let nosniff = HeaderValue::from_static("nosniff");
        let _ = headers.try_insert(header::X_CONTENT_TYPE_OPTIONS, nosniff);
    }

    fn write(view: ErrorView<'_>, out: &mut Vec<u8>) {
        out.extend_from_slice(page(view).as_bytes());
    }
}

fn page(view: ErrorView<'_>) -> String {
    let mut page = String::from(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"robots\" content=\"noindex\"><title>",
    );
    escape(view.title(), &mut page);
    page.push_str("</title><style>");
    page.push_str(STYLE);
    page.push_str("</style></head><body><main><h1>");
    escape(view.title(), &mut page);
    page.push_str("</h1><p>");
    escape(&view.message(), &mut page);
    page.push_str("</p><dl>");
    for (label, fact) in facts(&view) {
        term(&mut page, |page| page.push_str(label));
        match fact {
            Fact::Text(value) => definition(&mut page, |page| escape(&value, page)),
            Fact::Url(url) if is_link(url) => definition(&mut page, |page| link(url, page)),
            Fact::Code(value) | Fact::Url(value) => definition(&mut page, |page| code(value, page)),
        }
    }
    page.push_str("</dl>");
    if let Some(fields) = view.field_errors() {
        page.push_str("<h2>Fields</h2><dl>");
        for (field, errors) in fields {
            term(&mut page, |page| match field {
                "" => page.push_str(WHOLE),
                field => code(field, page),
            });
            for error in errors {
                definition(&mut page, |page| escape(error.message(), page));
            }
        }
        page.push_str("</dl>");
    }
    let mut has_details = false;
    view.details().each_json(|name, json| {
        if !std::mem::replace(&mut has_details, true) {
            page.push_str("<h2>Details</h2><dl>");
        }
        term(&mut page, |page| code(name, page));
        definition(&mut page, |page| code(json, page));
    });
    if has_details {
        page.push_str("</dl>");
    }
    page.push_str("</main></body></html>\n");
    page
}

fn term(page: &mut String, content: impl FnOnce(&mut String)) {
    page.push_str("<dt>");
    content(page);
    page.push_str("</dt>");
}

fn definition(page: &mut String, content: impl FnOnce(&mut String)) {
    page.push_str("<dd>");
    content(page);
    page.push_str("</dd>");
}

fn code(text: &str, page: &mut String) {
    page.push_str("<code>");
    escape(text, page);
    page.push_str("</code>");
}

fn link(url: &str, page: &mut String) {
    page.push_str("<a href=\"");
    escape(url, page);
    page.push_str("\">");
    escape(url, page);
    page.push_str("</a>");
}

/// For text and for quoted attribute values.
fn escape(text: &str, page: &mut String) {
    for char in text.chars() {
        match char {
            '&' => page.push_str("&amp;"),
            '<' => page.push_str("&lt;"),
            '>' => page.push_str("&gt;"),
            '"' => page.push_str("&quot;"),
            '\'' => page.push_str("&#39;"),
            char => page.push(char),
        }
    }
}
