//! The reference over HTTP, whichever framework carries it.

use http::{Method, Response, StatusCode, header};
use percent_encoding::percent_decode_str;

use super::Reference;

/// A reference and its rendered index page.
#[derive(Debug)]
pub(super) struct Site {
    reference: Reference,
    index: String,
}

impl Site {
    pub(super) fn new(reference: Reference) -> Self {
        Self { index: reference.to_html(), reference }
    }

    /// Responds to a request for a path relative to the reference's: the index, or the page of a code.
    pub(super) fn respond(&self, method: &Method, path: &str) -> Response<String> {
        if method != Method::GET && method != Method::HEAD {
            let mut response = page(StatusCode::METHOD_NOT_ALLOWED, String::new());
            response
                .headers_mut()
                .insert(header::ALLOW, http::HeaderValue::from_static("GET, HEAD"));
            return response;
        }
        let code = percent_decode_str(path.trim_matches('/')).decode_utf8_lossy();
        if code.is_empty() {
            return page(StatusCode::OK, self.index.clone());
        }
        match self.reference.to_code_html(&code) {
            Some(html) => page(StatusCode::OK, html),
            None if self.reference.retired.contains(&&*code) => {
                page(StatusCode::GONE, self.reference.missing_page(&code))
            }
            None => page(StatusCode::NOT_FOUND, self.reference.missing_page(&code)),
        }
    }
}

fn page(status: StatusCode, html: String) -> Response<String> {
    let mut response = Response::new(html);
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers
        .insert(header::CONTENT_TYPE, http::HeaderValue::from_static("text/html; charset=utf-8"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, http::HeaderValue::from_static("nosniff"));
    response
}
