//! Whether two codes are one: at compile time, where `==` is not to be had.

use super::{CodeSpec, row::More};
use crate::{
    DetailSpec,
    const_str::{same, same_bytes},
};

impl CodeSpec {
    /// Whether both say the same of one code. Two types of one macro by example may be in one place.
    pub(crate) const fn is(&self, other: &Self) -> bool {
        // The number of what it promises tells nothing that the rest does not tell, and only a derived type has it.
        let (row, other) = (&self.__row, &other.__row);
        if row.hash != other.hash || row.status != other.status || row.flags != other.flags {
            return false;
        }
        let (texts, more) = row.written();
        let (other_texts, other_more) = other.written();
        same_texts(&texts, &other_texts) && same_more(&more, &other_more)
    }
}

const fn same_more(a: &More, b: &More) -> bool {
    a.retry_after == b.retry_after
        && same(a.page, b.page)
        && same(a.domain, b.domain)
        && same_bytes(a.docs_url, b.docs_url)
        && same_details(a.details, b.details)
        && same_texts(a.headers, b.headers)
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
