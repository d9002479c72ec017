//! Codes as names of constants. No two codes have one name.

use std::borrow::Cow;

use proc_macro2::Ident;

/// The name of the constant by which a code is claimed.
///
/// An identifier stands for itself, and kebab-case has `__` for `-`. Anything else is `code___` and its characters,
/// `_hh` for each that is no letter or digit.
pub(crate) fn name(code: &str) -> Cow<'_, str> {
    if is_plain(code) {
        return code.into();
    }
    let kebab = code.replace('-', "__");
    if !code.contains('_') && is_word(&kebab) {
        return kebab.into();
    }
    let escape = |byte: u8| match byte {
        _ if byte.is_ascii_alphanumeric() => char::from(byte).to_string(),
        _ => format!("_{byte:02x}"),
    };
    format!("code___{}", code.bytes().map(escape).collect::<String>()).into()
}

fn is_plain(code: &str) -> bool {
    is_word(code) && !code.contains("__")
}

/// Whether it is an identifier and no keyword.
fn is_word(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_alphabetic())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        && !text.contains("___")
        && !is_keyword(text)
}

/// `Self` is the only one with a capital letter.
fn is_keyword(word: &str) -> bool {
    let may_be = word == "Self" || !word.contains(|char: char| char.is_ascii_uppercase());
    may_be && syn::parse_str::<Ident>(word).is_err()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn codes_that_differ_have_names_that_differ() {
        let parts = ["", "a", "A", "-", "_", ".", " ", "__", "code", "1", "_2d", "type"];
        let mut codes = BTreeSet::new();
        for one in parts {
            for two in parts {
                for three in parts {
                    codes.insert(format!("{one}{two}{three}"));
                    codes.insert(format!("code___{one}{two}{three}"));
                }
            }
        }
        let names: BTreeSet<String> = codes.iter().map(|code| name(code).into_owned()).collect();
        assert_eq!(names.len(), codes.len());
        for name in names {
            assert!(syn::parse_str::<Ident>(&name).is_ok(), "{name}");
        }
    }

    #[test]
    fn names_read_like_their_codes() {
        assert_eq!(name("JOB_EXPIRED"), "JOB_EXPIRED");
        assert_eq!(name("job-expired"), "job__expired");
        assert_eq!(name("type"), "code___type");
        assert_eq!(name("a.b c"), "code___a_2eb_20c");
    }
}
