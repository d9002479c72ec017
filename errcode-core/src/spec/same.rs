//! Whether two codes are one: at compile time, where `==` is not to be had.

use super::{CodeSpec, row::flag};
use crate::{DetailSpec, const_str::same};

impl CodeSpec {
    /// Whether both say the same of one code. Two types of one macro by example may be in one place.
    pub(crate) const fn is(&self, other: &Self) -> bool {
        // The number of what it promises tells nothing that the rest does not tell, and only a derived type has it.
        let (row, other) = (&self.__row, &other.__row);
        // How the message is made is no fact that a spec says.
        let flags = (row.flags ^ other.flags) & !flag::DEFAULT_MESSAGE;
        if row.hash != other.hash || row.status != other.status || flags != 0 {
            return false;
        }
        let (texts, more) = row.written();
        let (other_texts, other_more) = other.written();
        same_texts(&texts, &other_texts)
            && more.retry_after == other_more.retry_after
            && same(more.page, other_more.page)
            && same(row.domain(), other.domain())
            && same_details(more.details, other_more.details)
            && same_texts(more.headers, other_more.headers)
    }
}

const fn same_details(a: &[DetailSpec], b: &[DetailSpec]) -> bool {
    let mut index = 0;
    while index < a.len() && index < b.len() {
        let (a, b) = (&a[index], &b[index]);
        if !same(a.name(), b.name())
            || a.kind() as u8 != b.kind() as u8
            || a.is_optional() != b.is_optional()
        {
            return false;
        }
        index += 1;
    }
    a.len() == b.len()
}

const fn same_texts(a: &[&str], b: &[&str]) -> bool {
    let mut index = 0;
    while index < a.len() && index < b.len() {
        if !same(a[index], b[index]) {
            return false;
        }
        index += 1;
    }
    a.len() == b.len()
}
