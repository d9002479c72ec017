//! How codes are spelled.

use std::collections::BTreeSet;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Style {
    #[default]
    ScreamingSnake,
    Snake,
    Kebab,
    Any,
}

/// Clients put codes into column names, metric labels and `switch` arms; 63 bytes fit most of those.
pub(crate) const MAX_LEN: usize = 63;

impl Style {
    pub(crate) const NAMES: &[(&str, Self)] = &[
        ("SCREAMING_SNAKE_CASE", Self::ScreamingSnake),
        ("snake_case", Self::Snake),
        ("kebab-case", Self::Kebab),
        ("any", Self::Any),
    ];

    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(known, _)| *known == name).map(|(_, style)| *style)
    }

    /// Its name.
    pub(crate) fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, style)| *style == self).map_or("any", |(name, _)| name)
    }

    /// What a code may consist of.
    pub(crate) const fn alphabet(self) -> &'static str {
        match self {
            Self::ScreamingSnake => "uppercase letters, digits and single `_`",
            Self::Snake => "lowercase letters, digits and single `_`",
            Self::Kebab => "lowercase letters, digits and single `-`",
            Self::Any => "printable ASCII without a space at either end",
        }
    }

    const fn separator(self) -> char {
        if matches!(self, Self::Kebab) { '-' } else { '_' }
    }

    fn is_letter(self, char: char) -> bool {
        match self {
            Self::ScreamingSnake => char.is_ascii_uppercase(),
            Self::Snake | Self::Kebab => char.is_ascii_lowercase(),
            Self::Any => char.is_ascii_graphic(),
        }
    }

    /// Whether `code` is spelled in this style.
    pub(crate) fn accepts(self, code: &str) -> bool {
        if self == Self::Any {
            return !code.is_empty()
                && code.trim() == code
                && code.chars().all(|char| matches!(char, ' '..='~'));
        }
        code.starts_with(|first| self.is_letter(first))
            && code.split(self.separator()).all(|word| {
                !word.is_empty() && word.chars().all(|c| self.is_letter(c) || c.is_ascii_digit())
            })
    }

    /// Whether some code in this style begins with `prefix`.
    pub(crate) fn accepts_prefix(self, prefix: &str) -> bool {
        let word = match self {
            Self::Any => prefix.trim_end(),
            _ => prefix.strip_suffix(self.separator()).unwrap_or(prefix),
        };
        prefix.is_empty() || self.accepts(word)
    }

    /// `text` in this style, beginning with `prefix`: a variant's name, or a code that is spelled wrongly.
    pub(crate) fn spell(self, text: &str, prefix: &str) -> String {
        let separator = self.separator().to_string();
        let mut words: Vec<String> = words(text).iter().map(|word| self.in_case(word)).collect();
        while words.len() > 1 && words[0].starts_with(|first: char| first.is_ascii_digit()) {
            words.remove(0);
        }
        if words.is_empty() {
            words.push(self.in_case("code"));
        }
        let mut code = words.join(&separator);
        if !code.starts_with(prefix) {
            code.insert_str(0, prefix);
        }
        if self != Self::Any && !code.starts_with(|first| self.is_letter(first)) {
            code.insert_str(0, &self.in_case(&format!("e{separator}")));
        }
        code.truncate(MAX_LEN);
        code.truncate(code.trim_end_matches(self.separator()).len());
        code
    }

    /// A prefix that `text` was most likely meant to be.
    pub(crate) fn prefix(self, text: &str) -> String {
        format!("{}{}", self.spell(text, ""), self.separator())
    }

    fn in_case(self, word: &str) -> String {
        match self {
            Self::ScreamingSnake | Self::Any => word.to_ascii_uppercase(),
            Self::Snake | Self::Kebab => word.to_ascii_lowercase(),
        }
    }
}

/// The words of a code in any spelling: `jobExpired`, `job-expired`, `HTTPError2` (`HTTP`, `Error2`).
fn words(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let mut words = vec![String::new()];
    for (at, &char) in chars.iter().enumerate() {
        if !char.is_ascii_alphanumeric() {
            words.push(String::new());
            continue;
        }
        let after_small =
            at > 0 && (chars[at - 1].is_ascii_lowercase() || chars[at - 1].is_ascii_digit());
        let before_small = chars.get(at + 1).is_some_and(char::is_ascii_lowercase);
        let after_capital = at > 0 && chars[at - 1].is_ascii_uppercase();
        if char.is_ascii_uppercase() && (after_small || after_capital && before_small) {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut() {
            word.push(char);
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// How codes of an enum are spelled, and which are taken.
pub(crate) struct Spelling {
    style: Style,
    prefix: String,
    taken: BTreeSet<String>,
}

impl Spelling {
    pub(crate) const fn new(style: Style, prefix: String, taken: BTreeSet<String>) -> Self {
        Self { style, prefix, taken }
    }

    /// A code like `text` that is right here: nothing is wrong with it, and nothing else has it.
    pub(crate) fn suggest(&self, text: &str) -> String {
        // What is right but for what surrounds it is kept.
        let text = if self.style == Style::Any { text.trim() } else { text };
        let is_right =
            self.style.accepts(text) && text.starts_with(&self.prefix) && text.len() <= MAX_LEN;
        let base = if is_right { text.to_owned() } else { self.style.spell(text, &self.prefix) };
        let separator = self.style.separator();
        let numbered = (2..).map(|number| {
            let end = format!("{separator}{number}");
            let mut start = base.clone();
            start.truncate(MAX_LEN - end.len());
            start + &end
        });
        std::iter::once(base.clone())
            .chain(numbered)
            .find(|code| !self.taken.contains(code))
            .unwrap_or(base)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_each_style_accepts() {
        use Style::{Any, Kebab, ScreamingSnake, Snake};
        for (style, code, accepted) in [
            (ScreamingSnake, "JOB_EXPIRED", true),
            (ScreamingSnake, "A1_2", true),
            (ScreamingSnake, "job", false),
            (ScreamingSnake, "1A", false),
            (ScreamingSnake, "A__B", false),
            (ScreamingSnake, "A_", false),
            (ScreamingSnake, "_A", false),
            (ScreamingSnake, "A B", false),
            (ScreamingSnake, "ÄB", false),
            (ScreamingSnake, "", false),
            (Snake, "job_expired", true),
            (Snake, "job-expired", false),
            (Kebab, "job-expired", true),
            (Kebab, "Job-expired", false),
            (Any, "Job.Expired/1", true),
            (Any, "a b", true),
            (Any, " a", false),
            (Any, "a ", false),
            (Any, "a\tb", false),
            (Any, "é", false),
            (Any, "", false),
        ] {
            assert_eq!(style.accepts(code), accepted, "{style:?} {code:?}");
        }
    }

    #[test]
    fn names_and_misspelled_codes_are_respelled() {
        let screaming = |text| Style::ScreamingSnake.spell(text, "");
        assert_eq!(screaming("JobExpired"), "JOB_EXPIRED");
        assert_eq!(screaming("job expired!"), "JOB_EXPIRED");
        assert_eq!(screaming("HTTPError"), "HTTP_ERROR");
        assert_eq!(screaming("404_NOT_FOUND"), "NOT_FOUND");
        assert_eq!(screaming("404"), "E_404");
        assert_eq!(Style::ScreamingSnake.spell("Expired", "JOB_"), "JOB_EXPIRED");
        assert_eq!(Style::ScreamingSnake.spell("JobExpired", "JOB_"), "JOB_EXPIRED");
        assert_eq!(Style::Kebab.spell("JobExpired", "api-"), "api-job-expired");
        assert_eq!(Style::Snake.spell("JOB-EXPIRED", ""), "job_expired");
        assert!(screaming(&"LongWord".repeat(20)).len() <= MAX_LEN);
    }
}
