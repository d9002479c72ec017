//! FNV-1a: the same number in every build. `errcode-core` hashes codes in the same way.

/// The hash of a text.
pub(crate) fn fnv_1a(text: &str) -> u64 {
    extend(0xcbf2_9ce4_8422_2325, text)
}

/// The hash of a text that follows one with this hash.
pub(crate) fn extend(mut hash: u64, text: &str) -> u64 {
    for byte in text.as_bytes() {
        hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    }
    hash
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_run_time_has_the_same_hash(code in "[ -~]{0,63}") {
            prop_assert_eq!(fnv_1a(&code), errcode_core::private::hash(&code));
        }
    }

    #[test]
    fn it_is_fnv_1a() {
        assert_eq!(fnv_1a(""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fnv_1a("a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(fnv_1a("foobar"), 0x8594_4171_f739_67e8);
        assert_eq!(extend(fnv_1a("foo"), "bar"), fnv_1a("foobar"));
    }
}
