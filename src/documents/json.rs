//! The catalog as JSON.

use super::{Reference, ordered::Json};
use crate::CodeSpec;

/// The JSON Schema (draft 2020-12) of [`Reference::to_json`]'s document.
///
/// ```
/// use errcode::documents::JSON_SCHEMA;
///
/// let schema: serde_json::Value = serde_json::from_str(JSON_SCHEMA)?;
/// assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
/// # Ok::<(), serde_json::Error>(())
/// ```
pub const JSON_SCHEMA: &str = include_str!("catalog.schema.json");

/// The version of the document's format, raised when a member changes its meaning or goes.
const FORMAT: u16 = 1;

impl Reference {
    /// Returns the catalog as JSON, as [`JSON_SCHEMA`] describes it: codes in declaration order, members in a fixed
    /// order, a newline at the end.
    ///
    /// ```
    /// use errcode::{CodeSpec, documents::Reference, http::StatusCode};
    ///
    /// static GONE: CodeSpec = CodeSpec::new("GONE", StatusCode::GONE);
    /// let json: serde_json::Value = serde_json::from_str(&Reference::from_specs([&GONE]).to_json())?;
    /// assert_eq!(json["codes"][0]["code"], "GONE");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut members = vec![("format", FORMAT.into()), ("title", self.title.as_str().into())];
        members.extend(self.version.as_deref().map(|version| ("version", version.into())));
        members.push(("codes", Json::array(self.specs.iter().map(|spec| self.code(spec)))));
        members.push(("retired", Json::array(self.retired.iter().copied())));
        Json::object(members).document()
    }

    fn code(&self, spec: &CodeSpec) -> Json {
        match Json::of(spec) {
            Json::Object(members) if !self.with_source => {
                let is_source = |name: &str| name == "variant" || name == "location";
                Json::object(members.into_iter().filter(|(name, _)| !is_source(name)))
            }
            members => members,
        }
    }
}
