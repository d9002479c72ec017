//! Strings in const evaluation, which has no traits.

/// Whether two strings are equal.
pub(crate) const fn same(a: &str, b: &str) -> bool {
    equal(a.as_bytes(), b.as_bytes())
}

/// Whether two texts are equal. Const evaluation pays for each step, so eight bytes are one.
pub(crate) const fn equal(mut a: &[u8], mut b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    while let (Some((first, after)), Some((other, other_after))) =
        (a.split_first_chunk(), b.split_first_chunk())
    {
        if u64::from_ne_bytes(*first) != u64::from_ne_bytes(*other) {
            return false;
        }
        (a, b) = (after, other_after);
    }
    let mut index = 0;
    while index < a.len() {
        if a[index] != b[index] {
            return false;
        }
        index += 1;
    }
    true
}
