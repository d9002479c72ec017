//! How responses and errors leave the service.

use std::{
    any::Any,
    mem,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::Arc,
};

use actix_web::{
    HttpRequest, HttpResponse, ResponseError as _,
    body::{BodySize, BoxBody, EitherBody, MessageBody},
    dev::ServiceResponse,
    http::{StatusCode, header},
};

use super::{
    Borrowed, Kept, allow::Allow, answered::Answered, errors::Settings, rejection::framework_error,
};
use crate::{
    ApiError, CodeSpec, FrameworkError, RequestContext,
    envelope::Problem,
    server::{ADDED_HEADERS, BODY_HEADERS, Passthrough, Shown, of_panic, of_plain},
};

/// What [`Errors`](super::Errors) set up, for the requests of one worker.
pub(super) struct Leave {
    pub(super) settings: Settings,
    pub(super) allow: Allow,
}

impl Leave {
    pub(super) fn response<B: MessageBody>(
        &self,
        response: ServiceResponse<B>,
        context: &RequestContext,
    ) -> ServiceResponse<EitherBody<B>> {
        let (request, response) = response.into_parts();
        let mut response = match self.replacement(&request, &response, context) {
            None => response.map_into_left_body(),
            Some(with) => replace(response, with).map_into_right_body(),
        };
        self.report_and_identify(&mut response, None, context);
        ServiceResponse::new(request, response)
    }

    /// The error of an inner middleware. There is no request to answer any more: the response goes out as an error.
    pub(super) fn error(
        &self,
        error: actix_web::Error,
        context: &RequestContext,
    ) -> actix_web::Error {
        let made = catch_unwind(AssertUnwindSafe(|| {
            context.clone().scope_sync(|| error.error_response())
        }));
        let mut response = match made {
            Ok(response) if is_plain_error(&response) => match self.of_error(&error, &response) {
                Some(known) => replace(response, house(&known, context)),
                None => response,
            },
            Ok(response) => response,
            Err(payload) => house(&of_panic(&*payload), context),
        };
        self.report_and_identify(&mut response, Some(&error), context);
        let (context, name) = (context.clone(), self.settings.request_id.clone());
        let again = move |error: &actix_web::Error| {
            let mut response = context.clone().scope_sync(|| error.error_response());
            if let Some(id) = context.__request_id_0_2() {
                response.headers_mut().insert(name.clone(), id);
            }
            response
        };
        Answered::new(error, response, again).into()
    }

    pub(super) fn panic(
        &self,
        payload: &(dyn Any + Send),
        context: &RequestContext,
    ) -> actix_web::Error {
        self.error(of_panic(payload).into(), context)
    }

    /// What goes out in place of a response that is not an error of this crate.
    fn replacement<B: MessageBody>(
        &self,
        request: &HttpRequest,
        response: &HttpResponse<B>,
        context: &RequestContext,
    ) -> Option<HttpResponse> {
        if !is_plain_error(response) {
            return None;
        }
        let status = response.status();
        let rejected = response.error().and_then(|error| self.of_error(error, response));
        if let Some(error) = rejected.or_else(|| self.unrouted(request, response)) {
            let mut response = house(&error, context);
            if response.status() == StatusCode::METHOD_NOT_ALLOWED
                && let Some(allow) = self.allow.of(request)
            {
                response.headers_mut().insert(header::ALLOW, allow);
            }
            return Some(response);
        }
        Some(house(&self.plain(status)?, context))
    }

    /// What an error stands for that is not of this crate. One that renders itself, other than as text, is meant to.
    fn of_error<B: MessageBody>(
        &self,
        error: &actix_web::Error,
        response: &HttpResponse<B>,
    ) -> Option<FrameworkError> {
        let of_status = || {
            if !self.settings.rewrites && !is_text(response) && !is_empty(response) {
                return None;
            }
            let status = http::StatusCode::from_u16(response.status().as_u16()).ok()?;
            Some(match of_plain(status) {
                FrameworkError::Other { status, .. } => {
                    FrameworkError::Other { status, reason: Shown(error).to_string() }
                }
                known => known,
            })
        };
        framework_error(error, "").or_else(of_status)
    }

    /// What the answers stand for that actix gives without a handler: they are empty.
    fn unrouted<B: MessageBody>(
        &self,
        request: &HttpRequest,
        response: &HttpResponse<B>,
    ) -> Option<FrameworkError> {
        if !is_empty(response) || response.error().is_some() {
            return None;
        }
        match response.status() {
            StatusCode::METHOD_NOT_ALLOWED => Some(FrameworkError::MethodNotAllowed),
            StatusCode::NOT_FOUND if is_routed(request) => None,
            StatusCode::NOT_FOUND if self.allow.of(request).is_some() => {
                Some(FrameworkError::MethodNotAllowed)
            }
            StatusCode::NOT_FOUND => Some(FrameworkError::RouteNotFound),
            _ => None,
        }
    }

    fn plain(&self, status: StatusCode) -> Option<FrameworkError> {
        let status = http::StatusCode::from_u16(status.as_u16()).ok()?;
        self.settings.rewrites.then(|| of_plain(status))
    }

    /// Tells the hook of an error of this crate, and names the request in the response's header as in its body.
    fn report_and_identify<B>(
        &self,
        response: &mut HttpResponse<B>,
        error: Option<&actix_web::Error>,
        context: &RequestContext,
    ) {
        let (kept, borrowed): (Option<Kept>, Option<Borrowed>) = {
            let mut extensions = response.extensions_mut();
            (extensions.remove(), extensions.remove())
        };
        if let Some(kept) = &kept {
            self.settings.server.report(&*kept.error, &kept.context);
        } else if let Some(borrowed) = &borrowed {
            let error = error.or_else(|| response.error()).map(Answered::root);
            let noted = || Some(borrowed.noted.as_ref()? as &dyn ApiError);
            if let Some(error) = error.and_then(borrowed.find).or_else(noted) {
                self.settings.server.report(error, &borrowed.context);
            }
        }

        let of_kept = kept.map(|kept| kept.context);
        let of_error = of_kept.or_else(|| borrowed.map(|borrowed| borrowed.context));
        let id = of_error.and_then(|context| context.__request_id_0_2());
        let headers = response.headers_mut();
        if let Some(id) = id.or_else(|| context.__request_id_0_2())
            && !headers.contains_key(&self.settings.request_id)
        {
            headers.insert(self.settings.request_id.clone(), id);
        }
    }
}

/// Returns `true` if a route or the default of a resource answered the request.
fn is_routed(request: &HttpRequest) -> bool {
    request.match_info().unprocessed().is_empty() && request.match_pattern().is_some()
}

fn is_plain_error<B>(response: &HttpResponse<B>) -> bool {
    let status = response.status();
    let extensions = response.extensions();
    (status.is_client_error() || status.is_server_error())
        && extensions.get::<&'static CodeSpec>().is_none()
        && extensions.get::<Passthrough>().is_none()
}

fn is_empty<B: MessageBody>(response: &HttpResponse<B>) -> bool {
    matches!(response.body().size(), BodySize::None | BodySize::Sized(0))
}

/// Returns `true` for what actix makes of an error that does not render itself.
fn is_text<B>(response: &HttpResponse<B>) -> bool {
    let content_type = response.headers().get(header::CONTENT_TYPE);
    content_type.is_some_and(|value| value.as_bytes().starts_with(b"text/plain"))
}

/// Renders in the house envelope, or where that panics, as [`Problem`].
fn house(error: &FrameworkError, context: &RequestContext) -> HttpResponse {
    let render = || context.clone().scope_sync(|| error.error_response());
    catch_unwind(AssertUnwindSafe(render)).unwrap_or_else(|payload| {
        super::render_shared::<Problem>(Arc::new(of_panic(&*payload)), context)
    })
}

/// Replaces the status, the body and the headers that describe it.
fn replace<B>(response: HttpResponse<B>, with: HttpResponse) -> HttpResponse<BoxBody> {
    let mut response = response.drop_body();
    let (mut with, body) = with.into_parts();
    *response.status_mut() = with.status();
    response.head_mut().reason = None;
    let headers = response.headers_mut();
    for name in BODY_HEADERS {
        headers.remove(name);
    }
    for name in with.headers().keys().filter(|name| !ADDED_HEADERS.contains(&name.as_str())) {
        headers.remove(name);
    }
    for (name, value) in with.headers() {
        headers.append(name.clone(), value.clone());
    }
    let extensions = mem::take(&mut *with.extensions_mut());
    response.extensions_mut().extend(extensions);
    response.set_body(body)
}
