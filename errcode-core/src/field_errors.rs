use std::borrow::Cow;

use serde::ser::{Serialize, Serializer};

/// What is wrong with each field of a request: an ordered map from field path to messages.
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
/// turn it into a JSON Pointer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FieldErrors {
    fields: Vec<(Cow<'static, str>, Vec<FieldError>)>,
    /// Indices into `fields`, sorted by name: a request with many bad fields stays cheap.
    by_name: Vec<usize>,
}

/// One message about one field. See [`FieldErrors`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    message: Cow<'static, str>,
    code: Option<Cow<'static, str>>,
}

impl FieldError {
    /// What is wrong, for a person.
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

    /// What is wrong, for a program, if it was said.
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
    /// Nothing is wrong yet.
    ///
    /// ```
    /// use errcode::FieldErrors;
    ///
    /// assert!(FieldErrors::new().is_empty());
    /// ```
    #[must_use]
    pub const fn new() -> Self {
        Self { fields: Vec::new(), by_name: Vec::new() }
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

    fn push(&mut self, field: Cow<'static, str>, error: FieldError) -> &mut Self {
        match self.by_name.binary_search_by(|&at| self.fields[at].0.cmp(&field)) {
            Ok(found) => self.fields[self.by_name[found]].1.push(error),
            Err(sorted) => {
                self.by_name.insert(sorted, self.fields.len());
                self.fields.push((field, vec![error]));
            }
        }
        self
    }

    /// Whether nothing is wrong.
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

    /// The number of fields something is wrong with.
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

    /// Each field with its messages; a field that is listed has at least one.
    ///
    /// ```
    /// use errcode::FieldErrors;
    ///
    /// let errors = FieldErrors::from([("site", "is required"), ("age", "must be a number")]);
    /// let fields: Vec<&str> = errors.iter().map(|(field, _)| field).collect();
    /// assert_eq!(fields, ["site", "age"]);
    /// ```
    #[must_use]
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&str, &[FieldError])> + Clone {
        self.fields.iter().map(|(field, errors)| (field.as_ref(), errors.as_slice()))
    }
}

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
