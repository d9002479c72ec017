//! What every operation of a service can answer with, declared once.

use std::{collections::BTreeMap, fmt, marker::PhantomData};

use utoipa::{
    Modify,
    openapi::{
        Components, OpenApi, Ref, RefOr, Response,
        path::{Operation, PathItem},
    },
};

use super::{
    envelope::{BodiesOf, OwnEnvelope},
    merge::{Responses, merge_response},
    responses::responses,
};
use crate::{CodeSpec, ErrorCodes};

/// Adds the responses of error types to every operation of a document.
///
/// `T` is an error type or a tuple of them, and `Env` their envelope, as in [`Errors`](super::Errors). Each response is one
/// component of the document, such as `#/components/responses/Error401`, to which the operations refer. An operation that
/// has a response of the same status keeps it: the two become one, as [`merge`](super::merge) describes.
///
/// ```
/// use errcode::{ApiError, utoipa::ServiceErrors};
/// use utoipa::OpenApi;
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[error("no key")]
/// #[api(code = "AUTH_NO_KEY", status = 401)]
/// struct NoKey;
///
/// #[utoipa::path(get, path = "/jobs", responses((status = 200, description = "The jobs")), security(("key" = [])))]
/// async fn jobs() {}
///
/// #[utoipa::path(get, path = "/health", responses((status = 200, description = "Alive")))]
/// async fn health() {}
///
/// static AUTH: ServiceErrors<NoKey> =
///     ServiceErrors::new().when(|_, operation| operation.security.is_some());
///
/// #[derive(OpenApi)]
/// #[openapi(paths(jobs, health), modifiers(&AUTH))]
/// struct Api;
///
/// let document = serde_json::to_value(Api::openapi())?;
/// let responses = |path: &str| &document["paths"][path]["get"]["responses"];
/// assert_eq!(responses("/jobs")["401"]["$ref"], "#/components/responses/Error401");
/// assert!(responses("/health")["401"].is_null());
/// # Ok::<(), serde_json::Error>(())
/// ```
pub struct ServiceErrors<T, Env = OwnEnvelope> {
    prefix: &'static str,
    codes: fn(&CodeSpec) -> bool,
    operations: fn(&str, &Operation) -> bool,
    types: PhantomData<fn() -> (T, Env)>,
}

impl<T, Env> ServiceErrors<T, Env> {
    /// Creates the responses for every operation.
    #[must_use]
    pub const fn new() -> Self {
        Self { prefix: "Error", codes: |_| true, operations: |_, _| true, types: PhantomData }
    }

    /// Sets the beginning of the components' names, to which the status is added. The default is `Error`.
    ///
    /// A name that another response of the document has is given a number, such as `Error404_2`.
    ///
    /// ```
    /// use errcode::{envelope::Problem, utoipa::ServiceErrors};
    ///
    /// static FRAMEWORK: ServiceErrors<(), Problem> = ServiceErrors::new().prefix("Framework");
    /// # let _ = &FRAMEWORK;
    /// ```
    #[must_use]
    pub const fn prefix(self, prefix: &'static str) -> Self {
        Self { prefix, ..self }
    }

    /// Adds the responses of some codes only.
    ///
    /// ```
    /// use errcode::{ApiError, utoipa::ServiceErrors};
    ///
    /// #[derive(Debug, thiserror::Error, ApiError)]
    /// #[error("invalid")]
    /// #[api(code = "INVALID_BODY", status = 422)]
    /// struct Invalid;
    ///
    /// static BODIES: ServiceErrors<Invalid> = ServiceErrors::new()
    ///     .codes(|spec| spec.code().ends_with("_BODY"))
    ///     .when(|_, operation| operation.request_body.is_some());
    /// # let _ = &BODIES;
    /// ```
    #[must_use]
    pub const fn codes(self, codes: fn(&CodeSpec) -> bool) -> Self {
        Self { codes, ..self }
    }

    /// Adds the responses to some operations only. The function is given the path and the operation.
    ///
    /// ```
    /// use errcode::{ApiError, utoipa::ServiceErrors};
    ///
    /// #[derive(Debug, thiserror::Error, ApiError)]
    /// #[error("no key")]
    /// #[api(code = "AUTH_NO_KEY", status = 401)]
    /// struct NoKey;
    ///
    /// static ADMIN: ServiceErrors<NoKey> =
    ///     ServiceErrors::new().when(|path, _| path.starts_with("/admin"));
    /// # let _ = &ADMIN;
    /// ```
    #[must_use]
    pub const fn when(self, operations: fn(&str, &Operation) -> bool) -> Self {
        Self { operations, ..self }
    }
}

impl<T, Env> Default for ServiceErrors<T, Env> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T, Env> fmt::Debug for ServiceErrors<T, Env> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ServiceErrors").field("prefix", &self.prefix).finish_non_exhaustive()
    }
}

impl<T: ErrorCodes, Env: BodiesOf<T>> Modify for ServiceErrors<T, Env> {
    fn modify(&self, openapi: &mut OpenApi) {
        let bodies = Env::bodies();
        let specs = T::CODES.iter().filter(|&spec| (self.codes)(spec));
        let mut components = openapi.components.take().unwrap_or_default();
        let mut shared = Shared {
            prefix: self.prefix,
            responses: responses(specs, &bodies),
            components: &mut components.responses,
            names: BTreeMap::new(),
        };
        for (path, item) in &mut openapi.paths.paths {
            for operation in operations(item) {
                if (self.operations)(path, operation) {
                    shared.add_to(&mut operation.responses.responses);
                }
            }
        }
        let mut schemas = Vec::new();
        (bodies.referred)(&mut schemas);
        for (name, schema) in schemas {
            components.schemas.entry(name).or_insert(schema);
        }
        let is_empty = components == Components::default();
        openapi.components = (!is_empty).then_some(components);
    }
}

fn operations(item: &mut PathItem) -> impl Iterator<Item = &mut Operation> {
    let methods = [
        &mut item.get,
        &mut item.put,
        &mut item.post,
        &mut item.delete,
        &mut item.options,
        &mut item.head,
        &mut item.patch,
        &mut item.trace,
        &mut item.query,
    ];
    methods.into_iter().flatten().chain(item.additional_operations.values_mut())
}

/// Responses, and the components that hold those that operations refer to.
struct Shared<'a> {
    prefix: &'static str,
    responses: Responses,
    components: &'a mut Responses,
    /// The names of the components, by status.
    names: BTreeMap<String, String>,
}

impl Shared<'_> {
    fn add_to(&mut self, operation: &mut Responses) {
        for (status, response) in &self.responses {
            match operation.get_mut(status) {
                None => {
                    let component = || component(self.prefix, status, response, self.components);
                    let name = self.names.entry(status.clone()).or_insert_with(component);
                    let reference = Ref::from_response_name(name.as_str());
                    operation.insert(status.clone(), RefOr::Ref(reference));
                }
                Some(known) => {
                    let resolved = self.resolved(known);
                    let mut merged = resolved.clone();
                    merge_response(&mut merged, response.clone());
                    if merged == resolved {
                        continue;
                    }
                    // What many operations refer to becomes one component again.
                    *known = match known {
                        RefOr::T(_) => merged,
                        RefOr::Ref(_) => {
                            let name = component(self.prefix, status, &merged, self.components);
                            RefOr::Ref(Ref::from_response_name(name))
                        }
                    };
                }
            }
        }
    }

    /// The response, or the component that it refers to.
    fn resolved(&self, response: &RefOr<Response>) -> RefOr<Response> {
        let mut response = response;
        // A chain of references is not longer than the number of components, unless it is a circle.
        for _ in 0..=self.components.len() {
            let RefOr::Ref(reference) = response else { break };
            let name = reference.ref_location.strip_prefix("#/components/responses/");
            match name.and_then(|name| self.components.get(name)) {
                Some(component) => response = component,
                None => break,
            }
        }
        response.clone()
    }
}

/// Adds a component, and returns its name.
fn component(
    prefix: &str,
    status: &str,
    response: &RefOr<Response>,
    components: &mut Responses,
) -> String {
    // The characters that the name of a component may have.
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    let plain = format!("{}{status}", prefix.replace(|c| !is_plain(c), "_"));
    let numbered = (2_usize..).map(|number| format!("{plain}_{number}"));
    for name in std::iter::once(plain.clone()).chain(numbered) {
        match components.get(&name) {
            Some(known) if known == response => return name,
            Some(_) => {}
            None => {
                components.insert(name.clone(), response.clone());
                return name;
            }
        }
    }
    plain
}
