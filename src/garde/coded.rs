use std::{borrow::Cow, fmt::Display};

use garde::i18n::{I18n, InvalidCreditCard, InvalidEmail, InvalidPhoneNumber, InvalidUrl, IpKind};

/// Stands before and after the code in a text; no text of a person has it.
const MARK: char = '\u{1f}';

/// Texts for garde that carry the name of the rule, which [`field_errors`](super::field_errors) makes the code.
///
/// garde's errors have no codes. A report that was made while these texts are in use has them, for every rule but
/// `custom`; in any other use the texts show the marks. [`Valid`](super::Valid) uses it by itself.
///
/// ```
/// use errcode::garde::{Coded, field_errors};
/// use garde::{Validate, i18n::{DefaultI18n, with_i18n}};
///
/// #[derive(Validate)]
/// struct Order {
///     #[garde(length(min = 3))]
///     sku: String,
/// }
///
/// let order = Order { sku: "A".to_owned() };
/// let report = with_i18n(Coded(DefaultI18n), || order.validate()).unwrap_err();
/// let errors = field_errors(&report);
///
/// let (field, errors) = errors.iter().next().unwrap();
/// assert_eq!((field, errors[0].code()), ("sku", Some("length")));
/// assert_eq!(errors[0].message(), "length is lower than 3");
/// ```
#[derive(Debug, Clone, Copy, Default)]
pub struct Coded<I>(
    /// The texts themselves: garde's, or those of another language.
    pub I,
);

macro_rules! rules {
    ($($method:ident($($argument:ident: $ty:ty)?) -> $code:literal;)*) => {
        impl<I: I18n> I18n for Coded<I> {
            $(fn $method(&self, $($argument: $ty)?) -> Cow<'static, str> {
                coded($code, &self.0.$method($($argument)?))
            })*
        }
    };
}

rules! {
    length_lower_than(min: usize) -> "length";
    length_greater_than(max: usize) -> "length";
    range_lower_than(min: &dyn Display) -> "range";
    range_greater_than(max: &dyn Display) -> "range";
    credit_card_invalid(reason: InvalidCreditCard) -> "credit_card";
    pattern_no_match(pattern: &dyn Display) -> "pattern";
    contains_missing(pattern: &dyn Display) -> "contains";
    url_invalid(reason: InvalidUrl) -> "url";
    prefix_missing(pattern: &dyn Display) -> "prefix";
    suffix_missing(pattern: &dyn Display) -> "suffix";
    phone_number_invalid(reason: InvalidPhoneNumber) -> "phone_number";
    ip_invalid(kind: IpKind) -> "ip";
    matches_field_mismatch(field: &dyn Display) -> "matches";
    email_invalid(reason: InvalidEmail) -> "email";
    ascii_invalid() -> "ascii";
    alphanumeric_invalid() -> "alphanumeric";
    required_not_set() -> "required";
}

fn coded(code: &str, text: &str) -> Cow<'static, str> {
    format!("{MARK}{code}{MARK}{text}").into()
}

/// The code and the text; no code if the text carries none.
pub(super) fn split(text: &str) -> (Option<&str>, &str) {
    match text.strip_prefix(MARK).and_then(|rest| rest.split_once(MARK)) {
        Some((code, text)) => (Some(code), text),
        None => (None, text),
    }
}
