//! JSON as the text of a document.

use super::text;
use crate::bodies::Json;

impl Json {
    /// Indented text.
    pub(super) fn pretty(&self) -> String {
        let json = serde_json::to_string_pretty(self).unwrap_or_default();
        text::escape_json(&json).into_owned()
    }

    /// A document: indented text with a newline at the end.
    pub(super) fn document(&self) -> String {
        self.pretty() + "\n"
    }

    /// Text on one line.
    pub(super) fn compact(&self) -> String {
        let json = serde_json::to_string(self).unwrap_or_default();
        text::escape_json(&json).into_owned()
    }
}
