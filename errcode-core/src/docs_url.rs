//! The template of a domain for the URLs of its codes' documentation.

const PLACEHOLDER: &[u8] = b"{code}";

/// A part of a URL. In const evaluation each step costs the compiler a thousand of its own, be it for a byte
/// or for an array.
pub type Chunk = [u8; 16];

/// A URL in which `{code}` stands for a code.
#[derive(Debug, Clone, Copy)]
pub struct Template {
    /// What stands before the first placeholder.
    before: &'static [u8],
    /// What stands behind it. There may be more.
    after: &'static [u8],
    placeholders: usize,
    /// The length of all that is no placeholder.
    fixed: usize,
}

impl Template {
    /// A template; an empty one is none.
    #[must_use]
    pub const fn new(text: &'static str) -> Self {
        let text = text.as_bytes();
        let (before, after, placeholders): (_, &[u8], _) = match find(text) {
            Some(index) => {
                let (before, placeholder) = text.split_at(index);
                let after = placeholder.split_at(PLACEHOLDER.len()).1;
                (before, after, 1 + count(after))
            }
            None => (text, &[], 0),
        };
        let fixed = text.len() - placeholders * PLACEHOLDER.len();
        Self { before, after, placeholders, fixed }
    }

    /// Returns how many chunks the URL of a code takes that has so many bytes in it.
    #[must_use]
    pub const fn chunks(&self, code: usize) -> usize {
        let rest = self.len(code) - self.before.len();
        self.head() + rest.div_ceil(size_of::<Chunk>())
    }

    /// The length of the URL of a code that has so many bytes in it.
    const fn len(&self, code: usize) -> usize {
        self.fixed + self.placeholders * code
    }

    /// The number of chunks before the code.
    const fn head(&self) -> usize {
        self.before.len().div_ceil(size_of::<Chunk>())
    }

    /// Returns the URLs of codes of these lengths, which stand behind each other, percent-encoded, each in as many chunks
    /// as the longest takes. What stands before a code in a URL ends where a chunk ends, so that the code is copied by
    /// chunks.
    #[must_use]
    pub const fn urls<const CHUNKS: usize, const CODES: usize>(
        &self,
        codes: &str,
        lens: [usize; CODES],
    ) -> [[Chunk; CHUNKS]; CODES] {
        let mut urls = [self.start(); CODES];
        let (codes, _) = codes.as_bytes().as_chunks();
        if self.placeholders == 0 || CODES == 0 {
            return urls;
        }
        let (head, chunks) = (self.head(), codes.len() / CODES);
        let (mut row, mut from) = (0, 0);
        while row < CODES {
            let mut chunk = 0;
            while chunk < chunks {
                urls[row][head + chunk] = codes[from];
                from += 1;
                chunk += 1;
            }
            if !self.after.is_empty() {
                self.finish(urls[row].as_flattened_mut(), lens[row]);
            }
            row += 1;
        }
        urls
    }

    /// What is the same in each URL, with room for the rest.
    const fn start<const CHUNKS: usize>(&self) -> [Chunk; CHUNKS] {
        let mut url = [[0; size_of::<Chunk>()]; CHUNKS];
        let start = self.start_index();
        let (_, before) = url.as_flattened_mut().split_at_mut(start);
        before.split_at_mut(self.before.len()).0.copy_from_slice(self.before);
        url
    }

    const fn start_index(&self) -> usize {
        self.head() * size_of::<Chunk>() - self.before.len()
    }

    /// Writes what comes after a code of this length: the other placeholders, and what stands between and behind them.
    const fn finish(&self, url: &mut [u8], code: usize) {
        let head = self.head() * size_of::<Chunk>();
        let (mut end, mut rest) = (head + code, self.after);
        while let Some(index) = find(rest) {
            let (between, placeholder) = rest.split_at(index);
            end = append(url, end, between);
            let mut index = 0;
            while index < code {
                url[end] = url[head + index];
                end += 1;
                index += 1;
            }
            rest = placeholder.split_at(PLACEHOLDER.len()).1;
        }
        append(url, end, rest);
    }

    /// The URL of a code that has so many bytes in it; empty without a template. It is UTF-8, which is not checked at
    /// compile time: that is slow there.
    pub(crate) const fn text(&self, url: &'static [Chunk], code: usize) -> &'static str {
        let (_, from) = url.as_flattened().split_at(self.start_index());
        match str::from_utf8(from.split_at(self.len(code)).0) {
            Ok(text) => text,
            Err(_) => "",
        }
    }
}

/// Writes a piece; returns where it ends.
const fn append(url: &mut [u8], start: usize, piece: &[u8]) -> usize {
    let mut index = 0;
    while index < piece.len() {
        url[start + index] = piece[index];
        index += 1;
    }
    start + index
}

/// The number of placeholders.
const fn count(text: &[u8]) -> usize {
    let (mut count, mut rest) = (0, text);
    while let Some(index) = find(rest) {
        count += 1;
        rest = rest.split_at(index + PLACEHOLDER.len()).1;
    }
    count
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
        const CODES: [&str; 3] = ["JOB_GONE", "A", "JOB_EXPIRED_BEFORE_IT_STARTED"];
        for text in [
            "https://docs.example.com/{code}",
            "https://docs.example.com/all",
            "exactly-16-bytes{code}",
            "{code}",
            "",
            "{cod}{code}#{code}",
            "a{co",
            "{code}/",
            "{code}{code}/a-long-end-of-more-than-a-chunk",
        ] {
            let template = Template::new(text);
            let padded = CODES.map(|code| format!("{code:32}")).concat();
            let urls: &[[Chunk; 12]] =
                Vec::leak(template.urls::<12, 3>(&padded, CODES.map(str::len)).to_vec());
            assert!(template.chunks(29) <= 12);
            for (url, code) in urls.iter().zip(CODES) {
                let expected = text.replace("{code}", code);
                assert_eq!(template.text(url, code.len()), expected);
                let end = template.start_index() + expected.len();
                assert!(end <= template.chunks(29) * size_of::<Chunk>());
            }
        }
    }
}
