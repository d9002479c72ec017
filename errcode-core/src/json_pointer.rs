use std::fmt::{self, Write as _};

use serde_core::ser::{Serialize, Serializer};

/// The path of a field as a JSON Pointer (RFC 6901) into the request's body, for envelopes that name fields by pointers.
///
/// A path that begins with `/` is a pointer already.
///
/// ```
/// use errcode::{Envelope, ErrorView, JsonPointer};
/// use serde::Serialize;
///
/// assert_eq!(JsonPointer::of("items[2].sku").to_string(), "/items/2/sku");
/// assert_eq!(JsonPointer::of("a/b~c").to_string(), "/a~1b~0c");
///
/// struct Pointers;
///
/// impl Envelope for Pointers {
///     fn body(view: ErrorView<'_>) -> impl Serialize {
///         let fields = view.field_errors().into_iter().flatten();
///         let messages = fields.map(|(field, errors)| (JsonPointer::of(field), errors[0].message().to_owned()));
///         messages.collect::<Vec<_>>()
///     }
/// }
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct JsonPointer<'a>(&'a str);

impl<'a> JsonPointer<'a> {
    /// Creates the pointer of a field's path, such as `items[2].sku`.
    #[must_use]
    pub const fn of(path: &'a str) -> Self {
        Self(path)
    }
}

impl fmt::Display for JsonPointer<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.starts_with('/') || self.0.is_empty() {
            return f.write_str(self.0);
        }
        // A path that begins with an index has no member before it.
        let path = self.0.strip_prefix('[').unwrap_or(self.0);
        for segment in path.split(['.', '[']) {
            f.write_char('/')?;
            for char in segment.strip_suffix(']').unwrap_or(segment).chars() {
                match char {
                    '~' => f.write_str("~0")?,
                    '/' => f.write_str("~1")?,
                    other => f.write_char(other)?,
                }
            }
        }
        Ok(())
    }
}

impl Serialize for JsonPointer<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn field_paths_become_json_pointers() {
        for (field, pointer) in [
            ("", ""),
            ("email", "/email"),
            ("address.street", "/address/street"),
            ("lines[0].sku", "/lines/0/sku"),
            ("m[1][2]", "/m/1/2"),
            ("[3].id", "/3/id"),
            ("a/b~c", "/a~1b~0c"),
            ("/data/relationships/author", "/data/relationships/author"),
        ] {
            assert_eq!(JsonPointer::of(field).to_string(), pointer);
        }
    }
}
