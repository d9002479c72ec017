use std::{
    hash::{BuildHasher, RandomState},
    sync::{
        LazyLock,
        atomic::{AtomicU64, Ordering},
    },
};

/// The longest identifier that is taken from a request.
const MAX_LEN: usize = 128;

/// Returns `true` for an identifier that may stand in a header, a log and a page as it is.
pub(crate) fn is_safe(id: &[u8]) -> bool {
    let is_safe = |byte: &u8| byte.is_ascii_alphanumeric() || b"-._~:/+=@".contains(byte);
    (1..=MAX_LEN).contains(&id.len()) && id.iter().all(is_safe)
}

/// Makes an identifier of 32 hexadecimal digits that is unique to the process, and random between processes.
pub(crate) fn new_request_id() -> String {
    static KEYS: LazyLock<[RandomState; 2]> = LazyLock::new(Default::default);
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let [high, low] = [&KEYS[0], &KEYS[1]].map(|key| key.hash_one(count));
    format!("{high:016x}{low:016x}")
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
        assert!(ids.iter().all(|id| id.len() == 32 && is_safe(id.as_bytes())));
    }
}
