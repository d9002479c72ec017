//! The URL of a code's documentation, put together at compile time from a domain's template.

const PLACEHOLDER: &[u8] = b"{code}";

/// A URL in which `{code}` stands for a code.
#[derive(Debug, Clone, Copy)]
pub struct Template {
    text: &'static [u8],
    /// Where its only placeholder is: that is looked for once, and not for each code.
    only: Option<usize>,
}

impl Template {
    /// A template; an empty one is none.
    #[must_use]
    pub const fn new(text: &'static str) -> Self {
        let text = text.as_bytes();
        let only = match find(text) {
            Some(index) if find(text.split_at(index + PLACEHOLDER.len()).1).is_none() => {
                Some(index)
            }
            _ => None,
        };
        Self { text, only }
    }

    /// Returns the length of [`url`](Self::url).
    #[must_use]
    pub const fn len_of(&self, code: &str) -> usize {
        match self.only {
            Some(_) => self.text.len() - PLACEHOLDER.len() + code.len(),
            None => expand(self.text, code.as_bytes(), &mut []),
        }
    }

    /// Returns the template with `code`, which the macro has percent-encoded, in place of each `{code}`. `LEN` is its
    /// [`len_of`](Self::len_of).
    #[must_use]
    pub const fn url<const LEN: usize>(&self, code: &str) -> [u8; LEN] {
        let mut url = [0; LEN];
        match self.only {
            Some(index) => {
                let (before, rest) = self.text.split_at(index);
                let (start, end) = url.split_at_mut(index);
                let (middle, end) = end.split_at_mut(code.len());
                start.copy_from_slice(before);
                middle.copy_from_slice(code.as_bytes());
                end.copy_from_slice(rest.split_at(PLACEHOLDER.len()).1);
            }
            None => {
                expand(self.text, code.as_bytes(), &mut url);
            }
        }
        url
    }
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
        macro_rules! check {
            ($($template:literal),*) => {$({
                const TEMPLATE: Template = Template::new($template);
                let url = TEMPLATE.url::<{ TEMPLATE.len_of("JOB_GONE") }>("JOB_GONE");
                assert_eq!(url, $template.replace("{code}", "JOB_GONE").as_bytes());
            })*};
        }
        check!(
            "https://docs.example.com/{code}",
            "{code}",
            "",
            "{cod}{code}#{code}",
            "a{co",
            "{code}/"
        );
    }
}
