//! The URL of a code's documentation, put together at compile time from a domain's template.

const PLACEHOLDER: &[u8] = b"{code}";

/// Returns the length of [`docs_url`].
#[must_use]
pub const fn docs_url_len(template: &str, code: &str) -> usize {
    expand(template.as_bytes(), code.as_bytes(), &mut [])
}

/// Returns `template` with `code`, which the macro has percent-encoded, in place of each `{code}`.
#[must_use]
pub const fn docs_url<const LEN: usize>(template: &str, code: &str) -> [u8; LEN] {
    let mut url = [0; LEN];
    expand(template.as_bytes(), code.as_bytes(), &mut url);
    url
}

/// Writes the URL if there is room; returns its length.
const fn expand(template: &[u8], code: &[u8], into: &mut [u8]) -> usize {
    let mut end = 0;
    let mut rest = template;
    while let Some(index) = find(rest) {
        let (before, from) = rest.split_at(index);
        end = append(into, end, before);
        end = append(into, end, code);
        rest = from.split_at(PLACEHOLDER.len()).1;
    }
    append(into, end, rest)
}

const fn append(into: &mut [u8], start: usize, piece: &[u8]) -> usize {
    let end = start + piece.len();
    if end <= into.len() {
        into.split_at_mut(end).0.split_at_mut(start).1.copy_from_slice(piece);
    }
    end
}

/// The index of the first placeholder.
const fn find(text: &[u8]) -> Option<usize> {
    let mut index = 0;
    while index + PLACEHOLDER.len() <= text.len() {
        if text[index] == PLACEHOLDER[0] {
            let mut same = 1;
            while same < PLACEHOLDER.len() && text[index + same] == PLACEHOLDER[same] {
                same += 1;
            }
            if same == PLACEHOLDER.len() {
                return Some(index);
            }
        }
        index += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_placeholder_is_replaced() {
        for template in
            ["https://docs.example.com/{code}", "{code}", "", "{cod}{code}#{code}", "a{co"]
        {
            let expected = template.replace("{code}", "JOB_GONE");
            assert_eq!(docs_url_len(template, "JOB_GONE"), expected.len());
            let url = docs_url::<64>(template, "JOB_GONE");
            assert_eq!(&url[..expected.len()], expected.as_bytes());
        }
    }
}
