//! The reference as a scope of [actix-web](https://docs.rs/actix-web) (features `documents` and `actix-web`).

use std::sync::Arc;

use actix_web::{HttpRequest, HttpResponse, Scope, web};

use super::{Reference, serve::Site};

impl Reference {
    /// Returns a scope for actix-web that serves all codes at a path, and each code at the path's `/{code}`.
    ///
    /// Use the path of the errors' `docs_url`: then that URL, which is also the `type` of RFC 9457, resolves to the page of
    /// the code. Retired codes respond with status 410, unknown ones with 404.
    ///
    /// ```
    /// use actix_web::App;
    /// use errcode::{ApiError, catalog, documents::Reference};
    ///
    /// #[derive(Debug, thiserror::Error, ApiError)]
    /// #[error("gone")]
    /// #[api(code = "JOB_GONE", status = 410, docs_url = "https://api.example.com/errors/{code}")]
    /// struct Gone;
    ///
    /// catalog!(static CODES = [Gone]);
    ///
    /// let app = App::new().service(Reference::new(&CODES).into_scope("/errors"));
    /// # let _ = app;
    /// ```
    #[must_use]
    pub fn into_scope(self, path: &str) -> Scope {
        let site = Arc::new(Site::new(self));
        let respond = move |request: HttpRequest, code: Option<web::Path<String>>| {
            let site = Arc::clone(&site);
            async move {
                response(&site, &request, &code.map(web::Path::into_inner).unwrap_or_default())
            }
        };
        let route = || web::route().to(respond.clone());
        web::scope(path).route("", route()).route("/", route()).route("/{code}", route())
    }
}

fn response(site: &Site, request: &HttpRequest, code: &str) -> HttpResponse {
    let method = http::Method::from_bytes(request.method().as_str().as_bytes()).unwrap_or_default();
    let (head, body) = site.respond(&method, code).into_parts();
    let status = actix_web::http::StatusCode::from_u16(head.status.as_u16());
    let mut response = HttpResponse::build(status.unwrap_or_default());
    for (name, value) in &head.headers {
        response.insert_header((name.as_str(), value.as_bytes()));
    }
    response.body(body)
}
