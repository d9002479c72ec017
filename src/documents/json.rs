//! The catalog as JSON.

use super::Reference;
use crate::{CodeSpec, bodies::Json};

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

/// The members of a code that come after `since`.
const AFTER_SINCE: [&str; 10] = [
    "deprecated",
    "domain",
    "retry_after",
    "has_retry_after",
    "has_field_errors",
    "shared",
    "details",
    "headers",
    "variant",
    "location",
];

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
        let Json::Object(mut members) = Json::of(spec) else { return Json::Null };
        if !self.with_source {
            members.retain(|(name, _)| name != "variant" && name != "location");
        }
        if spec.since().is_none()
            && let Some(since) = self.since(spec)
        {
            // The release is that of the lock. It comes after the texts, as one of the attribute does.
            let is_after = |(name, _): &&(String, Json)| AFTER_SINCE.contains(&name.as_str());
            let at = members.len() - members.iter().rev().take_while(is_after).count();
            members.insert(at, ("since".to_owned(), since.into()));
        }
        Json::Object(members)
    }
}
