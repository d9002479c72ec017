//! How the facts of a code are stored.
//!
//! A row of a derived type's table is few things, because each costs the compiler as much as a line of code: it is parsed,
//! checked for its type and its lifetime, evaluated, and moved. So all texts of a row stand behind each other in one
//! literal, with a number that says where each ends, and what few codes have is behind one reference. A program has
//! fewer pointers to relocate, too.

use crate::DetailSpec;

/// The facts of a code.
#[derive(Clone, Copy)]
pub struct Row {
    /// The hash of the code.
    pub hash: u64,
    /// The status, which is one that an error can have.
    pub status: u16,
    /// The sum of the [`flag`]s.
    pub flags: u16,
    /// A number for the code, its details and its headers that the derive computes; 0 if it did not.
    pub promises: u64,
    /// The rest.
    pub facts: Facts,
}

/// What is not a number.
#[derive(Clone, Copy)]
pub enum Facts {
    /// As the macro writes it: the texts, where each of them ends, by [`ends`], and what few codes have.
    Derived(&'static str, [u128; 2], &'static More),
    /// As the setters fill it.
    Written([&'static str; Text::COUNT], More),
}

/// What few codes have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct More {
    /// The details.
    pub details: &'static [DetailSpec],
    /// The names of the headers.
    pub headers: &'static [&'static str],
    /// The time to wait in nanoseconds.
    pub retry_after: u64,
    /// A longer text.
    pub page: &'static str,
    /// The name of the domain.
    pub domain: &'static str,
    /// The URL that the domain's template gives. It is UTF-8, which is not checked at compile time: that is slow there.
    pub docs_url: &'static [u8],
}

/// That of a code that has none of it.
pub static NO_MORE: More = More::NOTHING;

/// The texts of a row, in their order.
#[derive(Debug, Clone, Copy)]
pub(super) enum Text {
    Code,
    Variant,
    Location,
    Title,
    Description,
    Category,
    Resolution,
    DocsUrl,
    Since,
    Deprecated,
}

impl Text {
    pub(super) const COUNT: usize = Self::Deprecated as usize + 1;
}

/// The bits of the end of a text.
const BITS: usize = 21;

/// Where texts of these lengths end when they stand behind each other, as two numbers; `None` if that takes more than
/// two megabytes.
#[must_use]
#[allow(clippy::cast_possible_truncation)] // Each of the two has room for six.
pub const fn ends(lens: [usize; Text::COUNT]) -> Option<[u128; 2]> {
    let mut ends = [0; 2];
    let mut end = 0;
    let mut index = 0;
    while index < lens.len() {
        end += lens[index];
        if end >> BITS != 0 {
            return None;
        }
        ends[index / 6] |= (end as u128) << (index % 6 * BITS);
        index += 1;
    }
    Some(ends)
}

#[allow(clippy::cast_possible_truncation)] // Masked.
const fn end_of(ends: &[u128; 2], index: usize) -> usize {
    (ends[index / 6] >> (index % 6 * BITS)) as usize & ((1 << BITS) - 1)
}

impl Row {
    pub(super) const fn new(code: &'static str, hash: u64, status: u16) -> Self {
        let mut texts = [""; Text::COUNT];
        texts[Text::Code as usize] = code;
        Self { hash, status, flags: 0, promises: 0, facts: Facts::Written(texts, More::NOTHING) }
    }

    /// A text, which is empty if it is not given.
    pub(super) const fn text(&self, text: Text) -> &'static str {
        let index = text as usize;
        match &self.facts {
            Facts::Derived(texts, ends, _) => {
                let (before, _) = texts.split_at(end_of(ends, index));
                match index {
                    0 => before,
                    _ => before.split_at(end_of(ends, index - 1)).1,
                }
            }
            Facts::Written(texts, _) => texts[index],
        }
    }

    pub(super) const fn more(&self) -> &More {
        match &self.facts {
            Facts::Derived(_, _, more) => more,
            Facts::Written(_, more) => more,
        }
    }

    /// Its parts, as setters fill them.
    pub(super) const fn written(&self) -> ([&'static str; Text::COUNT], More) {
        match self.facts {
            Facts::Derived(texts, ends, more) => {
                let mut parts = [""; Text::COUNT];
                let (mut rest, mut start, mut index) = (texts, 0, 0);
                while index < Text::COUNT {
                    let end = end_of(&ends, index);
                    (parts[index], rest) = rest.split_at(end - start);
                    start = end;
                    index += 1;
                }
                (parts, *more)
            }
            Facts::Written(texts, more) => (texts, more),
        }
    }
}

impl More {
    const NOTHING: Self =
        Self { details: &[], headers: &[], retry_after: 0, page: "", domain: "", docs_url: &[] };
}

/// What a [`Row`] says by a bit: what is true of the code, and which texts are given. The macro writes their sum.
pub mod flag {
    macro_rules! flags {
        ($($(#[$doc:meta])* $name:ident = $bit:expr;)*) => {
            $($(#[$doc])* pub const $name: u16 = 1 << $bit;)*

            /// Every flag by its name.
            pub const ALL: &[(&str, u16)] = &[$((stringify!($name), $name)),*];
        };
    }

    flags! {
        /// Retryable whatever the status.
        RETRYABLE = 0;
        /// Not retryable whatever the status.
        NOT_RETRYABLE = 1;
        /// A field says how long to wait.
        WAITS = 2;
        /// There can be field errors.
        FIELD_ERRORS = 3;
        /// The code may stand at several variants.
        SHARED = 4;
        /// The title is that of the attribute.
        TITLE = 5;
        /// The title is that of a doc comment.
        DOCUMENTED_TITLE = 6;
        /// There is a description.
        DESCRIPTION = 7;
        /// There is a category.
        CATEGORY = 8;
        /// There is a resolution.
        RESOLUTION = 9;
        /// There is a release that introduced the code.
        SINCE = 10;
        /// The code is deprecated.
        DEPRECATED = 11;
        /// There is a static time to wait.
        RETRY_AFTER = 12;
        /// There is a longer text.
        PAGE = 13;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_stand_behind_each_other() {
        let texts = ["CODE", "", "é", "a title", "", "", "b", "", "", "last"];
        let ends = ends(texts.map(str::len)).unwrap();
        let all: &str = texts.concat().leak();
        let mut row = Row::new("", 0, 500);
        row.facts = Facts::Derived(all, ends, &NO_MORE);
        let of = |row: &Row| {
            [
                Text::Code,
                Text::Variant,
                Text::Location,
                Text::Title,
                Text::Resolution,
                Text::Deprecated,
            ]
            .map(|text| row.text(text))
        };
        let expected = ["CODE", "", "é", "a title", "b", "last"];
        assert_eq!(of(&row), expected);
        let (parts, more) = row.written();
        assert_eq!((parts, more), (texts, NO_MORE));
        row.facts = Facts::Written(parts, more);
        assert_eq!(of(&row), expected);
    }

    #[test]
    fn texts_of_two_megabytes_are_too_long() {
        let mut lens = [0; Text::COUNT];
        lens[4] = (1 << BITS) - 1;
        assert!(ends(lens).is_some());
        lens[9] = 1;
        assert_eq!(ends(lens), None);
    }
}
