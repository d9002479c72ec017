use std::{
    mem,
    pin::pin,
    rc::Rc,
    task::{Context, Poll, Waker},
};

use actix_http::Request;
use actix_service::{IntoServiceFactory as _, Service as _, ServiceFactory as _};
use actix_web::{
    App, HttpMessage as _, HttpRequest,
    dev::{AppConfig, Extensions},
    http::{
        Uri,
        header::{self, HeaderValue},
    },
    web,
};

type Ask = dyn Fn(&mut Extensions) -> Option<HeaderValue>;

/// Finds out which methods the routes of a path allow.
///
/// A route of an application is not found if its method is another one. actix keeps the methods that it compared among
/// the request's extensions, where only its own answer of a resource without a fitting route finds them: so an
/// application with such a resource is asked.
#[derive(Clone)]
pub(super) struct Allow(Rc<Ask>);

impl Allow {
    pub(super) async fn new() -> Result<Self, ()> {
        let app = App::new().service(web::resource("/")).into_factory();
        let app = app.new_service(AppConfig::default()).await?;
        Ok(Self(Rc::new(move |extensions| {
            let mut request = Request::new();
            // Its head is one that was used before.
            *request.uri_mut() = Uri::from_static("/");
            mem::swap(extensions, &mut request.extensions_mut());
            let answer = pin!(app.call(request));
            // It waits for nothing.
            let Poll::Ready(Ok(response)) = answer.poll(&mut Context::from_waker(Waker::noop()))
            else {
                return None;
            };
            mem::swap(extensions, &mut response.request().extensions_mut());
            response.headers().get(header::ALLOW).cloned()
        })))
    }

    /// Returns the `Allow` header for a request that no route fits; `None` if that is not for its method.
    pub(super) fn of(&self, request: &HttpRequest) -> Option<HeaderValue> {
        let allow = (self.0)(&mut request.extensions_mut())?;
        let method = request.method().as_str();
        let methods = allow.to_str().ok()?;
        let is_other = methods.split(',').all(|allowed| allowed.trim() != method);
        (is_other && !methods.is_empty()).then_some(allow)
    }
}
