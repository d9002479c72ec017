use std::{
    borrow::Cow,
    collections::HashMap,
    hash::{BuildHasher, RandomState},
    iter::FusedIterator,
    slice,
};

use serde_core::ser::{Serialize, Serializer};

/// Validation errors of a request: an ordered map from field path to messages.
///
/// Fields keep the order in which they were first named, and the messages of a field the order in which they
/// were added. It serializes as `{"field": ["message", …]}`.
///
/// ```
/// use errcode::FieldErrors;
///
/// let mut errors = FieldErrors::new();
/// errors
///     .add("email", "This field is required")
///     .add_with_code("password", "TOO_SHORT", "Password must be at least 8 characters");
///
/// assert_eq!(
///     serde_json::to_string(&errors)?,
///     r#"{"email":["This field is required"],"password":["Password must be at least 8 characters"]}"#,
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// A field path is written as the service writes it; `address.lines[0]` is understood by the envelopes that
/// turn it into a JSON Pointer. The empty path is that of the value as a whole.
#[derive(Debug, Clone, Default)]
pub struct FieldErrors {
    fields: Vec<Field>,
    /// Finds a field by its name once there are many: a request with many bad fields stays cheap.
    index: Option<Index>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Field {
    name: Cow<'static, str>,
    errors: Vec<FieldError>,
}

/// The number of fields that are searched one by one.
const FEW: usize = 16;

/// Positions of fields by the hash of their name, which names that collide share.
#[derive(Debug, Clone, Default)]
struct Index {
    hasher: RandomState,
    positions: HashMap<u64, Vec<usize>>,
}

impl Index {
    fn new(fields: &[Field]) -> Self {
        let mut index = Self::default();
        for (position, field) in fields.iter().enumerate() {
            index.positions_of(&field.name).push(position);
        }
        index
    }

    fn positions_of(&mut self, name: &str) -> &mut Vec<usize> {
        self.positions.entry(self.hasher.hash_one(name)).or_default()
    }
}

/// One message about one field. See [`FieldErrors`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    message: Cow<'static, str>,
    code: Option<Cow<'static, str>>,
}

impl FieldError {
    /// Returns the human-readable message.
    ///
    /// ```
    /// use errcode::FieldErrors;
    ///
    /// let errors = FieldErrors::from([("age", "must be a number")]);
    /// let (_, messages) = errors.iter().next().unwrap();
    /// assert_eq!(messages[0].message(), "must be a number");
    /// ```
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// Returns the machine-readable code, if any.
    ///
    /// ```
    /// use errcode::FieldErrors;
    ///
    /// let mut errors = FieldErrors::new();
    /// errors.add_with_code("age", "NOT_A_NUMBER", "must be a number");
    /// let (_, messages) = errors.iter().next().unwrap();
    /// assert_eq!(messages[0].code(), Some("NOT_A_NUMBER"));
    /// ```
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.code.as_deref()
    }
}

impl FieldErrors {
    /// Creates an empty collection.
    ///
    /// ```
    /// use errcode::FieldErrors;
    ///
    /// assert!(FieldErrors::new().is_empty());
    /// ```
    #[must_use]
    pub const fn new() -> Self {
        Self { fields: Vec::new(), index: None }
    }

    /// Adds a message about a field.
    ///
    /// ```
    /// use errcode::FieldErrors;
    ///
    /// let mut errors = FieldErrors::new();
    /// errors.add("email", "Invalid email format");
    /// assert_eq!(errors.len(), 1);
    /// ```
    pub fn add(
        &mut self,
        field: impl Into<Cow<'static, str>>,
        message: impl Into<Cow<'static, str>>,
    ) -> &mut Self {
        self.push(field.into(), FieldError { message: message.into(), code: None })
    }

    /// Adds a message about a field, with a code for programs.
    ///
    /// ```
    /// use errcode::FieldErrors;
    ///
    /// let mut errors = FieldErrors::new();
    /// errors.add_with_code("email", "FORMAT", "Invalid email format");
    /// assert_eq!(errors.len(), 1);
    /// ```
    pub fn add_with_code(
        &mut self,
        field: impl Into<Cow<'static, str>>,
        code: impl Into<Cow<'static, str>>,
        message: impl Into<Cow<'static, str>>,
    ) -> &mut Self {
        let code = Some(code.into());
        self.push(field.into(), FieldError { message: message.into(), code })
    }

    fn push(&mut self, name: Cow<'static, str>, error: FieldError) -> &mut Self {
        let position = self.fields.len();
        let found = match &mut self.index {
            None => self.fields.iter().position(|field| field.name == name),
            Some(index) => {
                let positions = index.positions_of(&name);
                let found = positions.iter().copied().find(|at| self.fields[*at].name == name);
                if found.is_none() {
                    positions.push(position);
                }
                found
            }
        };
        if let Some(position) = found {
            self.fields[position].errors.push(error);
        } else {
            self.fields.push(Field { name, errors: vec![error] });
            if self.index.is_none() && self.fields.len() > FEW {
                self.index = Some(Index::new(&self.fields));
            }
        }
        self
    }

    /// Returns the messages about a field; empty if there are none.
    ///
    /// ```
    /// use errcode::FieldErrors;
    ///
    /// let errors = FieldErrors::from([("age", "must be a number")]);
    /// assert_eq!(errors.get("age")[0].message(), "must be a number");
    /// assert!(errors.get("email").is_empty());
    /// ```
    #[must_use]
    pub fn get(&self, field: &str) -> &[FieldError] {
        let found = match &self.index {
            None => self.fields.iter().find(|known| known.name == field),
            Some(index) => {
                index.positions.get(&index.hasher.hash_one(field)).and_then(|positions| {
                    positions.iter().map(|at| &self.fields[*at]).find(|known| known.name == field)
                })
            }
        };
        found.map_or(&[], |field| &field.errors)
    }

    /// Returns `true` if there are no errors.
    ///
    /// ```
    /// use errcode::FieldErrors;
    ///
    /// assert!(!FieldErrors::from([("age", "must be a number")]).is_empty());
    /// ```
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.fields.is_empty()
    }

    /// Returns the number of fields with errors.
    ///
    /// ```
    /// use errcode::FieldErrors;
    ///
    /// let errors = FieldErrors::from([("age", "is required"), ("age", "must be a number")]);
    /// assert_eq!(errors.len(), 1);
    /// ```
    #[must_use]
    pub fn len(&self) -> usize {
        self.fields.len()
    }

    /// Iterates over the fields, each with its messages, of which it has at least one.
    ///
    /// ```
    /// use errcode::FieldErrors;
    ///
    /// let errors = FieldErrors::from([("site", "is required"), ("age", "must be a number")]);
    /// let fields: Vec<&str> = errors.iter().map(|(field, _)| field).collect();
    /// assert_eq!(fields, ["site", "age"]);
    /// ```
    #[must_use]
    pub fn iter(&self) -> FieldErrorsIter<'_> {
        FieldErrorsIter(self.fields.iter())
    }
}

/// The iterator of [`FieldErrors::iter`].
#[derive(Debug, Clone)]
pub struct FieldErrorsIter<'a>(slice::Iter<'a, Field>);

impl<'a> Iterator for FieldErrorsIter<'a> {
    type Item = (&'a str, &'a [FieldError]);

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().map(|field| (field.name.as_ref(), field.errors.as_slice()))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl ExactSizeIterator for FieldErrorsIter<'_> {}
impl FusedIterator for FieldErrorsIter<'_> {}

impl<'a> IntoIterator for &'a FieldErrors {
    type Item = (&'a str, &'a [FieldError]);
    type IntoIter = FieldErrorsIter<'a>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl PartialEq for FieldErrors {
    fn eq(&self, other: &Self) -> bool {
        self.fields == other.fields
    }
}

impl Eq for FieldErrors {}

impl<F, M> Extend<(F, M)> for FieldErrors
where
    F: Into<Cow<'static, str>>,
    M: Into<Cow<'static, str>>,
{
    fn extend<I: IntoIterator<Item = (F, M)>>(&mut self, errors: I) {
        for (field, message) in errors {
            self.add(field, message);
        }
    }
}

impl<F, M> FromIterator<(F, M)> for FieldErrors
where
    F: Into<Cow<'static, str>>,
    M: Into<Cow<'static, str>>,
{
    fn from_iter<I: IntoIterator<Item = (F, M)>>(errors: I) -> Self {
        let mut all = Self::new();
        all.extend(errors);
        all
    }
}

impl<F, M, const N: usize> From<[(F, M); N]> for FieldErrors
where
    F: Into<Cow<'static, str>>,
    M: Into<Cow<'static, str>>,
{
    fn from(errors: [(F, M); N]) -> Self {
        Self::from_iter(errors)
    }
}

impl Serialize for FieldErrors {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter().map(|(field, errors)| (field, Messages(errors))))
    }
}

struct Messages<'a>(&'a [FieldError]);

impl Serialize for Messages<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(FieldError::message))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_keep_the_order_they_came_in() {
        let errors = FieldErrors::from([("z", "1"), ("a", "2"), ("m", "3"), ("z", "4")]);
        assert_eq!(
            serde_json::to_string(&errors).unwrap(),
            r#"{"z":["1","4"],"a":["2"],"m":["3"]}"#
        );
        assert_eq!(errors.len(), 3);
    }

    #[test]
    fn thousands_of_fields_are_each_found_again() {
        let names = || (0..5_000_u32).map(|n| (n.wrapping_mul(2_654_435_761)).to_string());
        let mut errors = FieldErrors::new();
        for _ in 0..2 {
            errors.extend(names().map(|name| (name, "bad")));
        }
        assert_eq!(errors.len(), 5_000);
        assert!(errors.iter().all(|(_, messages)| messages.len() == 2));
        assert!(errors.iter().map(|(name, _)| name.to_owned()).eq(names()));
    }
}
