//! JSON strings (RFC 8259 §7), escaped as `serde_json` escapes them.

use std::fmt;

/// Writes `text` as a JSON string.
#[inline]
pub(super) fn string(text: &str, out: &mut Vec<u8>) {
    quoted(text, b"\"", out);
}

/// Writes `text` as the key of a member, with the colon.
#[inline(always)]
pub(super) fn key(text: &str, out: &mut Vec<u8>) {
    quoted(text, b"\":", out);
}

#[inline(always)]
fn quoted<const N: usize>(text: &str, closing: &[u8; N], out: &mut Vec<u8>) {
    let bytes = text.as_bytes();
    // A guess that is right for most: no growth while the string is written.
    out.reserve(bytes.len() + 1 + N);
    out.push(b'"');
    if is_clean(bytes) {
        out.extend_from_slice(bytes);
    } else {
        escape(bytes, out);
    }
    out.extend_from_slice(closing);
}

/// Writes what `text` displays as a JSON string. The string is incomplete if the `Display` fails.
pub(super) fn displayed(text: &(impl fmt::Display + ?Sized), out: &mut Vec<u8>) -> fmt::Result {
    struct Escaped<'o>(&'o mut Vec<u8>);

    impl fmt::Write for Escaped<'_> {
        fn write_str(&mut self, piece: &str) -> fmt::Result {
            escape(piece.as_bytes(), self.0);
            Ok(())
        }
    }

    out.push(b'"');
    fmt::write(&mut Escaped(out), format_args!("{text}"))?;
    out.push(b'"');
    Ok(())
}

/// Whether no byte needs an escape sequence. Blocks overlap where the length is no multiple of theirs, so no byte is
/// looked at by itself.
#[inline(always)]
fn is_clean(bytes: &[u8]) -> bool {
    if let Some(last) = bytes.last_chunk::<16>() {
        let (blocks, _) = bytes.as_chunks::<16>();
        return blocks.iter().all(|block| !has_special_in_block(block))
            && !has_special_in_block(last);
    }
    if let (Some(first), Some(last)) = (bytes.first_chunk::<8>(), bytes.last_chunk::<8>()) {
        return !has_special(u64::from_le_bytes(*first)) && !has_special(u64::from_le_bytes(*last));
    }
    if let (Some(first), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        let [first, last] = [first, last].map(|half| u64::from(u32::from_le_bytes(*half)));
        return !has_special(first | last << 32);
    }
    !bytes.iter().any(|&byte| is_special(byte))
}

/// Every byte is compared, which the compiler does at once.
#[inline(always)]
fn has_special_in_block(block: &[u8; 16]) -> bool {
    block.iter().fold(false, |found, &byte| found | is_special(byte))
}

/// Copies `rest`, with an escape sequence for each byte that needs one. Those are ASCII, so the parts of a character
/// of several bytes are copied.
fn escape(mut rest: &[u8], out: &mut Vec<u8>) {
    loop {
        let clean = clean_len(rest);
        out.extend_from_slice(&rest[..clean]);
        let Some(&special) = rest.get(clean) else { return };
        escape_byte(special, out);
        rest = &rest[clean + 1..];
    }
}

#[cold]
fn escape_byte(byte: u8, out: &mut Vec<u8>) {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    let short = match byte {
        b'"' | b'\\' => byte,
        0x08 => b'b',
        0x09 => b't',
        0x0a => b'n',
        0x0c => b'f',
        0x0d => b'r',
        _ => {
            let [high, low] = [byte >> 4, byte & 0x0f].map(|digit| HEX[usize::from(digit)]);
            return out.extend_from_slice(&[b'\\', b'u', b'0', b'0', high, low]);
        }
    };
    out.extend_from_slice(&[b'\\', short]);
}

/// The number of bytes before the first that needs an escape sequence, found eight at a time.
fn clean_len(bytes: &[u8]) -> usize {
    let (words, _) = bytes.as_chunks::<8>();
    let clean =
        words.iter().take_while(|word| !has_special(u64::from_le_bytes(**word))).count() * 8;
    let rest = bytes[clean..].iter().position(|&byte| is_special(byte));
    rest.map_or(bytes.len(), |position| clean + position)
}

#[allow(clippy::needless_bitwise_bool)] // Without jumps, many bytes are compared at once.
const fn is_special(byte: u8) -> bool {
    (byte < 0x20) | (byte == b'"') | (byte == b'\\')
}

/// Whether one of the eight bytes is special. `word - n · ONES` borrows into the high bit of a byte below `n`.
const fn has_special(word: u64) -> bool {
    const ONES: u64 = u64::from_le_bytes([1; 8]);
    const HIGH_BITS: u64 = ONES << 7;
    let quote = word ^ (ONES * b'"' as u64);
    let backslash = word ^ (ONES * b'\\' as u64);
    let control = word.wrapping_sub(ONES * 0x20) & !word;
    let quote = quote.wrapping_sub(ONES) & !quote;
    let backslash = backslash.wrapping_sub(ONES) & !backslash;
    (control | quote | backslash) & HIGH_BITS != 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> String {
        let mut out = Vec::new();
        string(text, &mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn every_character_at_every_place_is_escaped_as_serde_json_does() {
        for char in (0..0x300).filter_map(char::from_u32).chain(['€', '😀', '\u{2028}', '\u{feff}'])
        {
            for before in (0..18).chain([31, 32, 33]) {
                for after in [0, 1, 5, 9] {
                    let text = format!("{}{char}{}", "a".repeat(before), "é".repeat(after));
                    assert_eq!(written(&text), serde_json::to_string(&text).unwrap());
                }
            }
        }
        assert_eq!(written(""), r#""""#);
    }

    #[test]
    fn a_failing_display_is_an_error() {
        struct Fails;
        impl fmt::Display for Fails {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("half")?;
                Err(fmt::Error)
            }
        }
        assert!(displayed(&Fails, &mut Vec::new()).is_err());
        let mut out = Vec::new();
        displayed(&format_args!("a\"{}", 'b'), &mut out).unwrap();
        assert_eq!(out, br#""a\"b""#);
    }
}
