//! How the bodies of error types are documented.

use std::marker::PhantomData;

use utoipa::{
    ToSchema,
    openapi::{RefOr, Schema},
};

use crate::{Envelope, HasEnvelope, bodies::Renderer};

/// What documents the bodies of the error types `T`: an [`Envelope`], [`OwnEnvelope`] or [`WithSchema`].
///
/// ```
/// use errcode::{envelope::Nested, utoipa::BodiesOf};
///
/// fn documents<T, Env: BodiesOf<T>>() {}
///
/// documents::<std::fmt::Error, Nested>();
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not document the bodies of `{T}`",
    label = "not an envelope of `{T}`",
    note = "expected an `errcode::Envelope`, or `errcode::utoipa::OwnEnvelope` for types that all have the same"
)]
pub trait BodiesOf<T> {
    #[doc(hidden)]
    fn bodies() -> Bodies;
}

/// What is needed of an envelope.
#[doc(hidden)]
#[derive(Debug)]
pub struct Bodies {
    pub(super) renderer: Renderer,
    /// The service's own schema of the bodies, of the first envelope that it offers.
    pub(super) schema: Option<fn() -> RefOr<Schema>>,
    /// Adds the schemas that this one refers to.
    pub(super) referred: fn(&mut Vec<(String, RefOr<Schema>)>),
}

impl Bodies {
    fn of<E: Envelope>() -> Self {
        Self { renderer: Renderer::new::<E>(), schema: None, referred: |_| {} }
    }
}

impl<T, E: Envelope> BodiesOf<T> for E {
    fn bodies() -> Bodies {
        Bodies::of::<E>()
    }
}

/// The envelope of the error types themselves, as [`respond`](crate::respond) uses it.
///
/// It is the default of [`Errors`](super::Errors) and [`ServiceErrors`](super::ServiceErrors). Types with different
/// envelopes are documented by several [`Errors`](super::Errors) in one [`Merged`](super::Merged).
///
/// ```
/// use errcode::{ApiError, envelope::JsonApi, utoipa::{Errors, OwnEnvelope}};
/// use utoipa::IntoResponses;
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[error("gone")]
/// #[api(code = "GONE", status = 410, envelope = JsonApi)]
/// struct Gone;
///
/// let responses = Errors::<Gone, OwnEnvelope>::responses();
/// let response = serde_json::to_value(&responses["410"])?;
/// assert!(response["content"]["application/vnd.api+json"].is_object());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug)]
pub enum OwnEnvelope {}

impl<T: HasEnvelope> BodiesOf<T> for OwnEnvelope {
    fn bodies() -> Bodies {
        Bodies::of::<T::Envelope>()
    }
}

/// The envelope `Env`, with the schema of its bodies written by the service: the [`ToSchema`] of `Body`.
///
/// Without it, the schema is inferred from what the envelope renders. The document has both the schema and, for each
/// status, the codes. [`ServiceErrors`](super::ServiceErrors) adds what the schema refers to, to the components of the
/// document; where only [`Errors`](super::Errors) is used, `#[openapi(components(schemas(…)))]` does.
///
/// ```
/// use errcode::{ApiError, envelope::Nested, utoipa::{Errors, WithSchema}};
/// use utoipa::{IntoResponses, ToSchema};
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[error("gone")]
/// #[api(code = "GONE", status = 410)]
/// struct Gone;
///
/// #[derive(ToSchema)]
/// struct Body {
///     /// What went wrong.
///     error: std::collections::HashMap<String, String>,
/// }
///
/// let responses = Errors::<Gone, WithSchema<Nested, Body>>::responses();
/// let response = serde_json::to_value(&responses["410"])?;
/// let schema = &response["content"]["application/json"]["schema"]["allOf"];
/// assert_eq!(schema[0]["properties"]["error"]["description"], "What went wrong.");
/// assert_eq!(schema[1]["properties"]["error"]["properties"]["code"]["enum"][0], "GONE");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug)]
pub struct WithSchema<Env, Body>(PhantomData<fn() -> (Env, Body)>);

impl<T, E: BodiesOf<T>, B: ToSchema> BodiesOf<T> for WithSchema<E, B> {
    fn bodies() -> Bodies {
        Bodies { schema: Some(B::schema), referred: B::schemas, ..E::bodies() }
    }
}
