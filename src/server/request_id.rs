use std::{
    hash::{BuildHasher, RandomState},
    sync::{
        LazyLock,
        atomic::{AtomicU64, Ordering},
    },
};

use bytes::Bytes;

/// The longest identifier that is taken from a request.
const MAX_LEN: usize = 128;

/// Which bytes may stand in an identifier: a table, because every request is looked at.
const IS_SAFE: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        table[byte as usize] = byte.is_ascii_alphanumeric()
            || matches!(byte, b'-' | b'.' | b'_' | b'~' | b':' | b'/' | b'+' | b'=' | b'@');
        byte += 1;
    }
    table
};

/// Returns `true` for an identifier that may stand in a header, a log and a page as it is.
pub(crate) fn is_safe(id: &[u8]) -> bool {
    (1..=MAX_LEN).contains(&id.len()) && id.iter().all(|&byte| IS_SAFE[usize::from(byte)])
}

/// Makes an identifier of 32 hexadecimal digits that is unique to the process, and random between processes.
///
/// It is allocated once, however often the value of a header that holds it is cloned.
pub(crate) fn new_request_id() -> Bytes {
    static KEYS: LazyLock<[RandomState; 2]> = LazyLock::new(Default::default);
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let mut digits = [0; 32];
    for (digits, key) in digits.chunks_exact_mut(16).zip(&*KEYS) {
        let hash = key.hash_one(count).to_be_bytes();
        for (digits, byte) in digits.chunks_exact_mut(2).zip(hash) {
            digits.copy_from_slice(&[hex_digit(byte >> 4), hex_digit(byte & 15)]);
        }
    }
    Bytes::from_owner(digits)
}

const fn hex_digit(value: u8) -> u8 {
    b"0123456789abcdef"[value as usize & 15]
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn only_tokens_are_safe() {
        for id in ["a", "01JABC", "4bf92f35-77b3", "Root=1-67/a:b"] {
            assert!(is_safe(id.as_bytes()), "{id}");
        }
        for id in ["", "a b", "a\r\nb", "\"", "<b>", "é", &"a".repeat(129)] {
            assert!(!is_safe(id.as_bytes()), "{id}");
        }
    }

    #[test]
    fn identifiers_differ() {
        let ids: HashSet<_> = (0..10_000).map(|_| new_request_id()).collect();
        assert_eq!(ids.len(), 10_000);
        assert!(ids.iter().all(|id| id.len() == 32 && is_safe(id)));
    }
}
