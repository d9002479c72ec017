//! How the facts of a code are stored.
//!
//! A row of a derived type's table is few things, because each costs the compiler as much as a line of code: it is parsed,
//! checked for its type and its lifetime, evaluated, and moved. So all texts of a row stand behind each other in one
//! literal, with a number that says where each ends, and what few codes have is behind one reference. A program has
//! fewer pointers to relocate, too.

use super::membership::Membership;
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
    /// As the macro writes it: the texts, their [`places`], and a table of what few codes have.
    Derived(&'static str, [u128; 2], &'static [More]),
    /// As the setters fill it.
    Written([&'static str; Text::COUNT], More),
}

/// What few codes have.
#[derive(Clone, Copy)]
pub struct More {
    /// The details.
    pub details: &'static [DetailSpec],
    /// The names of the headers.
    pub headers: &'static [&'static str],
    /// The time to wait in nanoseconds.
    pub retry_after: u64,
    /// A longer text.
    pub page: &'static str,
    /// What it has of a domain.
    pub domain: DomainPart,
}

/// What a code has of a domain.
#[derive(Clone, Copy)]
pub enum DomainPart {
    /// As the macro writes it.
    Member(&'static Membership),
    /// As the setter fills it: the name, which is empty if there is none.
    Named(&'static str),
}

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

/// The bits of a place.
const BITS: usize = 21;

/// Where texts of these lengths end when they stand behind each other; then, counted from 1, the row of the table whose
/// URL the domain gives, and the place in the table of what few codes have, each 0 if there is none. `None` if one of
/// them is more than two million.
#[must_use]
#[allow(clippy::cast_possible_truncation)] // Each of the two has room for six.
pub const fn places(lens: [usize; Text::COUNT], url: usize, more: usize) -> Option<[u128; 2]> {
    let mut places = [0; 2];
    let mut end = 0;
    let mut index = 0;
    while index < PLACES {
        let place = match index {
            URL => url,
            MORE => more,
            text => {
                end += lens[text];
                end
            }
        };
        if place >> BITS != 0 {
            return None;
        }
        places[index / 6] |= (place as u128) << (index % 6 * BITS);
        index += 1;
    }
    Some(places)
}

/// What follows the texts.
const URL: usize = Text::COUNT;
const MORE: usize = URL + 1;
const PLACES: usize = MORE + 1;

#[allow(clippy::cast_possible_truncation)] // Masked.
#[inline]
const fn place(places: &[u128; 2], index: usize) -> usize {
    (places[index / 6] >> (index % 6 * BITS)) as usize & ((1 << BITS) - 1)
}

impl Row {
    pub(super) const fn new(code: &'static str, hash: u64, status: u16) -> Self {
        let mut texts = [""; Text::COUNT];
        texts[Text::Code as usize] = code;
        Self { hash, status, flags: 0, promises: 0, facts: Facts::Written(texts, More::NOTHING) }
    }

    /// A text, which is empty if it is not given.
    #[inline]
    pub(super) const fn text(&self, text: Text) -> &'static str {
        self.text_at(text as usize)
    }

    #[inline]
    const fn text_at(&self, index: usize) -> &'static str {
        match &self.facts {
            Facts::Derived(texts, places, _) => {
                let (before, _) = texts.split_at(place(places, index));
                match index {
                    0 => before,
                    _ => before.split_at(place(places, index - 1)).1,
                }
            }
            Facts::Written(texts, _) => texts[index],
        }
    }

    pub(super) const fn more(&self) -> &More {
        match &self.facts {
            Facts::Derived(_, places, table) => match place(places, MORE).checked_sub(1) {
                Some(index) => &table[index],
                None => &More::NOTHING,
            },
            Facts::Written(_, more) => more,
        }
    }

    /// The name of the domain; empty without one.
    pub(super) const fn domain(&self) -> &'static str {
        match self.more().domain {
            DomainPart::Member(membership) => membership.domain(),
            DomainPart::Named(name) => name,
        }
    }

    /// The URL of the documentation: the code's own, or that of the domain. Empty without one.
    pub(super) const fn docs_url(&self) -> &'static str {
        let own = self.text(Text::DocsUrl);
        match (self.row_of_url(), self.more().domain) {
            (Some(row), DomainPart::Member(membership)) => {
                // In place of a URL of its own there is the code as it stands in the URL, if it is another there.
                let code = if own.is_empty() { self.text(Text::Code) } else { own };
                membership.url(row, code.len())
            }
            _ => own,
        }
    }

    /// The row of the table whose URL the domain gives.
    const fn row_of_url(&self) -> Option<usize> {
        match &self.facts {
            Facts::Derived(_, places, _) => place(places, URL).checked_sub(1),
            Facts::Written(..) => None,
        }
    }

    /// Its parts, as setters fill them.
    pub(super) const fn written(&self) -> ([&'static str; Text::COUNT], More) {
        match self.facts {
            Facts::Derived(..) => {
                let mut parts = [""; Text::COUNT];
                let mut index = 0;
                while index < Text::COUNT {
                    parts[index] = self.text_at(index);
                    index += 1;
                }
                parts[Text::DocsUrl as usize] = self.docs_url();
                (parts, More { domain: DomainPart::Named(self.domain()), ..*self.more() })
            }
            Facts::Written(texts, more) => (texts, more),
        }
    }
}

impl More {
    const NOTHING: Self = Self {
        details: &[],
        headers: &[],
        retry_after: 0,
        page: "",
        domain: DomainPart::Named(""),
    };
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
        /// The message is the `Display`, where that is public.
        DEFAULT_MESSAGE = 14;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_stand_behind_each_other() {
        let texts = ["CODE", "", "é", "a title", "", "", "b", "", "", "last"];
        let places = places(texts.map(str::len), 0, 0).unwrap();
        let all: &str = texts.concat().leak();
        let mut row = Row::new("", 0, 500);
        row.facts = Facts::Derived(all, places, &[]);
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
        assert_eq!(parts, texts);
        row.facts = Facts::Written(parts, more);
        assert_eq!(of(&row), expected);
    }

    #[test]
    fn texts_of_two_megabytes_are_too_long() {
        let mut lens = [0; Text::COUNT];
        lens[4] = (1 << BITS) - 1;
        assert!(places(lens, 0, 0).is_some());
        lens[9] = 1;
        assert_eq!(places(lens, 0, 0), None);
    }

    #[test]
    fn the_other_places_stand_beside_the_ends() {
        let page = |page| More { page, ..More::NOTHING };
        let table: &[More] = vec![page("first"), page("second")].leak();
        let lens = [3, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        let row = |url, more| {
            let facts = Facts::Derived("A B", places(lens, url, more).unwrap(), table);
            Row { facts, ..Row::new("", 0, 500) }
        };
        let largest = (1 << BITS) - 1;
        for url in [1, 7, largest] {
            assert_eq!(row(url, 2).row_of_url(), Some(url - 1));
            assert_eq!(row(url, 2).more().page, "second");
        }
        assert_eq!(row(0, 1).row_of_url(), None);
        assert_eq!(row(0, 0).more().page, "");
        assert_eq!(row(0, 1).text(Text::Code), "A B");
        assert_eq!(places(lens, largest + 1, 0), None);
        assert_eq!(places(lens, 0, largest + 1), None);
    }
}
