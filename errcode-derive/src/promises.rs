//! A number for a code with its details and headers. Where that of a release and that of a build are the same, the
//! constant that compares them need not look at a name.

use crate::hash;

/// What a code promises to clients beside its status.
pub(crate) struct Promises<'a> {
    code: &'a str,
    parts: Vec<String>,
}

impl<'a> Promises<'a> {
    pub(crate) const fn of(code: &'a str) -> Self {
        Self { code, parts: Vec::new() }
    }

    /// Adds a detail; its kind is one of the words in a lock.
    pub(crate) fn detail(&mut self, name: &str, kind: &str, is_optional: bool) {
        let optional = if is_optional { "?" } else { "" };
        self.parts.push(format!("detail {name}\0{kind}{optional}"));
    }

    /// Adds a header by its name in lowercase.
    pub(crate) fn header(&mut self, name: &str) {
        self.parts.push(format!("header {name}"));
    }

    /// The number, whatever the order. It is not that by which codes are looked up: two codes in which those are the
    /// same differ here.
    pub(crate) fn number(mut self) -> u64 {
        self.parts.sort_unstable();
        self.parts.dedup();
        let text = format!("promises of {}\n{}", self.code, self.parts.join("\n"));
        // 0 stands for a number that is not known.
        hash::fnv_1a(&text).max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(code: &str, details: &[(&str, &str, bool)], headers: &[&str]) -> u64 {
        let mut promises = Promises::of(code);
        for (name, kind, is_optional) in details {
            promises.detail(name, kind, *is_optional);
        }
        for name in headers {
            promises.header(name);
        }
        promises.number()
    }

    #[test]
    fn it_differs_with_what_is_promised_and_not_with_its_order() {
        let [a, b] = [("a", "string", false), ("b", "integer", true)];
        let of_two = number("A", &[a, b], &["x-a", "x-b"]);
        assert_eq!(of_two, number("A", &[b, a], &["x-b", "x-a"]));
        for other in [
            number("B", &[a, b], &["x-a", "x-b"]),
            number("A", &[a], &["x-a", "x-b"]),
            number("A", &[a, b], &["x-a"]),
            number("A", &[a, ("b", "integer", false)], &["x-a", "x-b"]),
            number("A", &[a, ("b", "string", true)], &["x-a", "x-b"]),
            number("A", &[a, ("c", "integer", true)], &["x-a", "x-b"]),
        ] {
            assert_ne!(of_two, other);
        }
    }

    #[test]
    fn codes_with_one_hash_differ() {
        let [a, b] = ["8yn0iYCKYHlIj4-BwPqk", "GReLUrM4wMqfg9yzV3KQ"];
        assert_eq!(crate::hash::fnv_1a(a), crate::hash::fnv_1a(b));
        assert_ne!(number(a, &[], &[]), number(b, &[], &[]));
    }
}
