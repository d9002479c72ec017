//! The shape of bodies, inferred from the envelope: it renders probe errors, and the resulting JSON shows where the code, the
//! message and the details are. This works for any envelope, not only the built-in ones.

mod json;
mod layout;
mod probe;
mod response;
mod shape;

use std::fmt;

use http::Response;

use crate::{ApiError, CodeSpec, Envelope, RequestContext, envelope::Problem};
use errcode_core::private::{Render, render_unrecorded};

pub(crate) use json::Json;
pub(crate) use layout::{DetailsLayout, Layout, Path, Step};
pub(crate) use probe::{Parts, Probe};
pub(crate) use response::{Examples, Header, describe, describe_status};
pub(crate) use shape::{Member, Shape};

/// Renders errors as the service does.
#[derive(Clone)]
pub(crate) struct Renderer {
    render: Render,
    /// Names each envelope that a response can have.
    each: fn(&mut dyn FnMut(Render)),
    context: RequestContext,
}

impl Renderer {
    pub(crate) fn new<E: Envelope>() -> Self {
        let context = RequestContext::new()
            .request_id("req-1")
            .timestamp("2026-01-25T10:30:00.000Z")
            .path("/path");
        Self { render: render_unrecorded::<E>, each: E::each, context }
    }

    pub(crate) fn with_envelope<E: Envelope>(self) -> Self {
        Self::new::<E>().with_context(self.context)
    }

    /// One for each envelope that a response can have.
    pub(crate) fn offered(&self) -> Vec<Self> {
        let mut offered = Vec::new();
        (self.each)(&mut |render| offered.push(Self { render, ..self.clone() }));
        offered
    }

    pub(crate) fn with_context(self, context: RequestContext) -> Self {
        Self { context, ..self }
    }

    /// The response of an error in a request of which everything is known.
    pub(crate) fn full(&self, error: &dyn ApiError) -> Response<Vec<u8>> {
        (self.render)(error, &self.context)
    }

    /// The response of an error in a request of which nothing is known.
    pub(crate) fn bare(&self, error: &dyn ApiError) -> Response<Vec<u8>> {
        (self.render)(error, &RequestContext::new())
    }

    /// Contexts of requests of which everything, nothing or one thing is known: an envelope may have an object for what is
    /// known, which is there without some of its members.
    fn contexts(&self) -> Vec<RequestContext> {
        let bare = RequestContext::new;
        let mut contexts = vec![self.context.clone(), bare()];
        contexts.extend(self.context.get_request_id().map(|id| bare().request_id(id)));
        contexts.extend(self.context.get_timestamp().map(|time| bare().timestamp(time)));
        contexts.extend(self.context.get_path().map(|path| bare().path(path)));
        contexts
    }

    /// The type of the bodies of these codes.
    pub(crate) fn shape(&self, specs: impl IntoIterator<Item = &'static CodeSpec>) -> Shape {
        let shapes = specs.into_iter().map(|spec| self.code_shape(spec).body);
        shapes.reduce(Shape::merge).unwrap_or(Shape::Unknown)
    }

    /// The types of a code's bodies.
    pub(crate) fn code_shape(&self, spec: &'static CodeSpec) -> CodeShape {
        let layout = Layout::learn(self, spec);
        let contexts = self.contexts();
        let mut bodies = Vec::new();
        for parts in Parts::combinations(spec) {
            let probe = Probe::new(spec, parts);
            for context in &contexts {
                let response = (self.render)(&probe, context);
                let Some(body) = Json::parse(response.body()) else {
                    return CodeShape { body: Shape::String, details: Vec::new() };
                };
                let mut shape = Shape::infer(&body);
                // Elsewhere than in the envelope's own place, the code is any string.
                if let Some(path) = &layout.code
                    && layout::at(&body, path) == Some(&spec.code().into())
                {
                    shape.set_literal(path, spec.code());
                }
                bodies.push(shape);
            }
        }
        let body = bodies.into_iter().reduce(Shape::merge).unwrap_or(Shape::Unknown);
        let details = layout.details.map(|layout| details(spec, &body, &layout));
        CodeShape { body, details: details.unwrap_or_default() }
    }
}

impl Default for Renderer {
    fn default() -> Self {
        Self::new::<Problem>()
    }
}

impl fmt::Debug for Renderer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Renderer").field("context", &self.context).finish_non_exhaustive()
    }
}

/// The types of a code's bodies.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct CodeShape {
    pub(crate) body: Shape,
    /// The declared details that the envelope shows.
    pub(crate) details: Vec<Member>,
}

fn details(spec: &CodeSpec, body: &Shape, layout: &DetailsLayout) -> Vec<Member> {
    let Some(members) = body.members_at(&layout.path) else { return Vec::new() };
    let declared = |name: &str| spec.details().iter().find(|detail| detail.name() == name);
    let detail = |member: &Member| {
        let declared = declared(&member.name)?;
        // Where there are no details, an envelope may have no object for them, or `null`.
        let optional = member.optional || declared.is_optional();
        let is_other = layout.others.contains(&member.name);
        (!is_other).then(|| Member { optional, ..member.clone() })
    };
    members.iter().filter_map(detail).collect()
}
